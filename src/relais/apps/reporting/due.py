"""What the yearly round has open: reports to write or mend, reports to validate, a round to close."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from relais.apps.accounts.due import Due
from relais.apps.coordination.permissions import owner_organisations
from relais.apps.languages.addresses import address
from relais.apps.reporting.models import Report, Round
from relais.apps.reporting.vocabulary import ReportState


def due_dates() -> Iterator[Due]:
    """In the language that is active now, due date by due date. Four queries, whatever their number.

    One thing to do for each action: its organisations share it. A reopened report is due when it was.
    """
    for report in Report.objects.waiting().whole().in_order():
        yield _to_validate(report) if report.state == ReportState.SUBMITTED else _to_write(report)
    for running in Round.objects.running():
        yield Due(
            f"round:{running.label}", running.due_date,
            _("Close the round %(round)s") % {"round": running.label},
            address("reporting:working", running.label), for_cell=True, is_fictional=running.is_fictional,
        )  # fmt: skip


def _to_write(report: Report) -> Due:
    is_returned = report.state == ReportState.RETURNED
    what = (
        _("Mend the report on “%(action)s” for the round %(round)s")
        if is_returned
        else _("Report on “%(action)s” for the round %(round)s")
    )
    return Due(
        f"{_key(report)}:mend" if is_returned else _key(report), report.round.due_date, what % _named(report),
        address("reporting:write", report.round.label, report.action.code),
        organisations=owner_organisations(report.action), is_public=not is_returned,
        is_fictional=report.action.is_fictional,
    )  # fmt: skip


def _to_validate(report: Report) -> Due:
    what = _("Validate the report on “%(action)s” for the round %(round)s") % _named(report)
    return Due(
        f"{_key(report)}:validate", report.round.due_date, what,
        address("reporting:review", report.round.label, report.action.code),
        for_cell=True, is_fictional=report.action.is_fictional,
    )  # fmt: skip


def _key(report: Report) -> str:
    return f"report:{report.action.code}:{report.round.label}"


def _named(report: Report) -> dict[str, str]:
    return {"action": str(report.action.title), "round": report.round.label}
