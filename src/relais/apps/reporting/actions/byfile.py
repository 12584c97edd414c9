"""A workbook of reports taken back: each row is kept or submitted as its page would, or refused."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import Conflict, once, record
from relais.apps.coordination.models import WORKING
from relais.apps.coordination.permissions import owner_organisations
from relais.apps.reporting import permissions as may
from relais.apps.reporting import verbs
from relais.apps.reporting.actions.writing import save_draft, submit_report
from relais.apps.reporting.byfile import YES, said
from relais.apps.reporting.closedness import why_closed
from relais.apps.reporting.completeness import with_answers_in_words
from relais.apps.reporting.models import NARRATIVE, Report, Round
from relais.apps.reporting.vocabulary import ReportState
from relais.apps.sheets.taking import WantedRow, overtaken, take_rows
from relais.apps.sheets.verdicts import Judgement, Outcome, Verdict, compared


@transaction.atomic
def take_reports(*, round: Round, rows: Iterable[WantedRow], by: Who, only_check: bool) -> Judgement:
    """Do what the rows ask, all of it or nothing; with `only_check`, say what would be done and do nothing.

    Rights hold row by row. A row whose report was changed since the file was made is refused, and says how
    it is now; so is one whose report is closed, and says why. Raises AlreadyDone for a form sent twice.
    """
    require(may.can_take_reports(by))
    once(by)
    asked = list(rows)
    reports = Report.objects.filter(round=round, action__code__in={row.key for row in asked}).whole()
    known = {report.action.code: report for report in reports}
    judgement = take_rows(asked, lambda row: _taken(row, by, known), only_check=only_check)
    if not judgement.is_sound:
        once(by)  # what refuses its rows may be the first click of two, taken meanwhile
    if judgement.is_sound and judgement.changes_something and not only_check:
        counts = {outcome.value: count for outcome, count in judgement.counts.items()}
        record(verbs.REPORTS_FILE_TAKEN, by=by, about=round.subjects, after={"round": round.label, **counts})
    return judgement


def _taken(row: WantedRow, by: Who, known: dict[str, Report]) -> Verdict:
    report = known.get(row.key)
    if report is None:
        raise ValidationError(_("This round has no report on an action with this code."))
    signer = _signing(by, report)
    require(may.can_read_report(signer, report))
    verdict = _compared(row, report)
    if verdict.outcome == Outcome.UNCHANGED:
        return verdict
    require(may.can_write_report(signer, report))
    if not report.is_open:
        raise ValidationError(why_closed(report))
    changed = {difference.column for difference in verdict.differences}
    told = {name: row.values[name] for name in NARRATIVE if name in changed}
    act = submit_report if "state" in changed else save_draft
    try:
        act(report=report, by=signer, seen=row.version or 0, **told)
    except Conflict:
        raise overtaken(verdict) from None
    return verdict


def _compared(row: WantedRow, report: Report) -> Verdict:
    now = said(report)
    asked = now | row.cells(NARRATIVE)
    if row.values["submit"] == YES:
        asked = with_answers_in_words(asked)
        if report.state in (ReportState.DRAFT, ReportState.RETURNED):
            asked["state"] = ReportState.SUBMITTED.value
    return compared(row.place, row.key, asked, now)


def _signing(by: Who, report: Report) -> Who:
    """For the organisation they chose or, where that does not carry the action, for theirs that does.

    Without the token, which is that of the file as a whole.
    """
    owners = owner_organisations(report.action)
    own = [part.slug for part in by.parts if part.role in WORKING and part.organisation in owners]
    return by.acting(by.acting_for if by.acting_for in own or not own else own[0])
