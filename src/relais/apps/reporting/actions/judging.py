"""What the cell does with a report: return it with a note, validate it, reopen it for a reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, record
from relais.apps.reporting import verbs
from relais.apps.reporting.actions.applying import apply_to_action
from relais.apps.reporting.models import Report, Round
from relais.apps.reporting.permissions import can_judge_report, can_run_rounds
from relais.apps.reporting.vocabulary import ReportState


@transaction.atomic
def return_report(*, report: Report, note: str, by: Who, seen: int) -> None:
    """Give it back to its owners, with what must be mended. Raises ValidationError, Conflict, AlreadyDone."""
    require(can_judge_report(by, report))
    _be_submitted(report, seen)
    if not note.strip():
        raise ValidationError({"note": _("Say what must be mended.")})
    change(
        report, verbs.REPORT_RETURNED, by=by, seen=seen, why=note, also={"round": report.round.label},
        state=ReportState.RETURNED.value, returned_by=_organisation(by), returned_at=timezone.now(),
        return_note=note,
    )  # fmt: skip


@transaction.atomic
def validate_report(*, report: Report, by: Who, seen: int) -> None:
    """Make it public, and let what it proposes become how the action stands, in the same transaction.

    A report of a closed round that was reopened is locked again.
    Raises ValidationError, Conflict, AlreadyDone.
    """
    require(can_judge_report(by, report))
    _be_submitted(report, seen)
    now = timezone.now()
    change(
        report, verbs.REPORT_VALIDATED, by=by, seen=seen, also={"round": report.round.label},
        state=ReportState.VALIDATED.value, validated_by=_organisation(by), validated_at=now,
        locked_at=None if report.round.is_running else now,
    )  # fmt: skip
    apply_to_action(report=report, by=replace(by, token=None))


@transaction.atomic
def validate_reports(*, round: Round, reports: Iterable[Report], by: Who) -> int:
    """Validate several submitted reports at once, all or none; each leaves its own event.

    `reports` are rows as they were shown (their version was seen). Gives how many.
    """
    require(can_run_rounds(by))
    chosen = list(reports)
    record(
        verbs.REPORTS_VALIDATED,
        by=by,
        about=round.subjects,
        after={"round": round.label, "reports": len(chosen)},
    )
    each_by = replace(by, token=None)
    for report in chosen:
        validate_report(report=report, by=each_by, seen=report.version)
    return len(chosen)


@transaction.atomic
def reopen_report(*, report: Report, why: str, by: Who, seen: int) -> None:
    """Let its owners write again, after it was validated or after its round closed; only with a reason."""
    require(can_judge_report(by, report))
    if not why.strip():
        raise ValidationError({"why": _("Say why it must be reopened.")})
    if report.version == seen and report.locked_at is None and not report.is_validated:
        raise ValidationError(_("This report is not locked: there is nothing to reopen."))
    state = ReportState.RETURNED if report.submitted_at else ReportState.DRAFT
    change(
        report, verbs.REPORT_REOPENED, by=by, seen=seen, why=why, also={"round": report.round.label},
        state=state.value, locked_at=None, reopened_at=timezone.now(), reopened_why=why,
    )  # fmt: skip


def _be_submitted(report: Report, seen: int) -> None:
    if report.version == seen and report.state != ReportState.SUBMITTED:
        raise ValidationError(_("Only a submitted report can be validated or returned."))


def _organisation(by: Who) -> Organisation:
    return Organisation.objects.get(slug=by.acting_for)
