"""Filling a report in: what its owners do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, once
from relais.apps.audit.verb import Verb
from relais.apps.reporting import verbs
from relais.apps.reporting.closedness import why_closed
from relais.apps.reporting.completeness import missing, unfounded, with_answers_in_words
from relais.apps.reporting.models import NARRATIVE, Report
from relais.apps.reporting.permissions import can_write_report
from relais.apps.reporting.vocabulary import ReportState


@transaction.atomic
def save_draft(*, report: Report, by: Who, seen: int, **told: Any) -> None:
    """Keep what was filled in so far, complete or not. `told` are fields of NARRATIVE.

    Raises Conflict when someone else wrote meanwhile, ValidationError when it is not theirs to write now.
    """
    require(can_write_report(by, report))
    _refuse(unfounded(_whole(report, told)))
    _write(report, verbs.REPORT_SAVED, by, seen, told)


@transaction.atomic
def submit_report(*, report: Report, by: Who, seen: int, **told: Any) -> None:
    """Keep it and hand it to the cell, signed by the organisation acted for.

    Raises ValidationError with what is missing, beside what save_draft raises.
    """
    require(can_write_report(by, report))
    whole = _whole(report, told)
    _refuse(missing(with_answers_in_words(whole)) | unfounded(whole))
    if whole["result_value"] is not None and not report.action.indicator:
        raise ValidationError({"result_value": _("First say on the page of the action what is counted.")})
    signed = {
        "state": ReportState.SUBMITTED.value,
        "submitted_by": Organisation.objects.get(slug=by.acting_for),
        "submitted_at": timezone.now(),
    }
    _write(report, verbs.REPORT_SUBMITTED, by, seen, with_answers_in_words(whole) | signed)


def _whole(report: Report, told: dict[str, Any]) -> dict[str, Any]:
    return {name: told.get(name, getattr(report, name)) for name in NARRATIVE}


def _refuse(wrong: Mapping[str, str | Promise]) -> None:
    if wrong:
        raise ValidationError({name: [str(words)] for name, words in wrong.items()})


def _write(report: Report, verb: Verb, by: Who, seen: int, fields: dict[str, Any]) -> None:
    once(by)
    if report.version == seen and not report.is_open:  # a version that moved on is a conflict, and says so
        raise ValidationError(why_closed(report))
    change(report, verb, by=by, seen=seen, also={"round": report.round.label}, **fields)
