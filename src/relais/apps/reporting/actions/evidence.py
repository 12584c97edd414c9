"""Backing a report with a link or a file, and taking it away again with a reason."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import record
from relais.apps.reporting import keeping, verbs
from relais.apps.reporting.closedness import why_closed
from relais.apps.reporting.filetypes import NotAllowed
from relais.apps.reporting.models import Evidence, Report
from relais.apps.reporting.permissions import can_remove_evidence, can_write_report


@transaction.atomic
def attach_link(*, report: Report, title: str, url: str, by: Who) -> Evidence:
    """Back the report with a page elsewhere. Raises ValidationError, AlreadyDone."""
    return _attach(report, by, title=title, url=url)


@transaction.atomic
def attach_file(*, report: Report, title: str, content: bytes, name: str, by: Who) -> Evidence:
    """Back the report with a file, after its content, its size and the scanner allow it.

    Raises ValidationError, AlreadyDone. A file whose transaction then fails stays on disk, known to no one.
    """
    require(can_write_report(by, report))
    try:
        kept = keeping.keep(content, name)
    except keeping.TooLarge:
        raise ValidationError({"file": _("This file is too large.")}) from None
    except NotAllowed:
        raise ValidationError(
            {"file": _("This is not a PDF, picture, text or office document without macros. "
                       "Its content decides, not its name.")}
        ) from None  # fmt: skip
    except keeping.ScannerRefused:
        raise ValidationError({"file": _("The virus scanner did not let this file pass.")}) from None
    return _attach(
        report, by, title=title, sha256=kept.sha256, name=kept.name, media_type=kept.media_type.value,
        size=kept.size, is_scanned=kept.is_scanned,
    )  # fmt: skip


@transaction.atomic
def remove_evidence(*, evidence: Evidence, why: str, by: Who) -> None:
    """Take it away; the row stays and says when, by whom and why. The file goes when no other row has it."""
    require(can_remove_evidence(by, evidence))
    if not why.strip():
        raise ValidationError({"why": _("Say why it is removed.")})
    record(
        verbs.EVIDENCE_REMOVED, by=by, about=evidence.report.subjects, why=why,
        before={"title": evidence.title, "url": evidence.url, "sha256": evidence.sha256},
        after={"round": evidence.report.round.label},
    )  # fmt: skip
    Evidence.objects.kept().filter(pk=evidence.pk).update(
        removed_at=timezone.now(), removed_why=why, removed_by=_organisation(by)
    )
    transaction.on_commit(lambda: _forget_when_unused(evidence.sha256))


def _forget_when_unused(sha256: str) -> None:
    if sha256 and not Evidence.objects.kept().filter(sha256=sha256).exists():
        keeping.forget(sha256)


def _attach(report: Report, by: Who, **facts: Any) -> Evidence:
    require(can_write_report(by, report))
    now = Report.objects.select_for_update().get(pk=report.pk)
    if not now.is_open:
        raise ValidationError(why_closed(now))
    record(
        verbs.EVIDENCE_ATTACHED, by=by, about=report.subjects, after={"round": report.round.label, **facts}
    )
    return Evidence.objects.create(
        report=report, attached_by=_organisation(by), attached_at=timezone.now(), **facts
    )


def _organisation(by: Who) -> Organisation:
    return Organisation.objects.get(slug=by.acting_for)
