"""Rows for tests of the yearly round: everything in them is made up."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any
from uuid import uuid4

from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.coordination.models import Action
from relais.apps.coordination.tests import make as coordination
from relais.apps.reporting import actions
from relais.apps.reporting.models import NARRATIVE, Report, Round

EXAMPLE = "example"
AGES_AGO = dt.datetime(2000, 2, 1, 12, tzinfo=dt.UTC)

TOLD: dict[str, Any] = {
    "language": "nl",
    "done_answer": "told",
    "done_words": "Drie loketten gingen open.",
    "spent_answer": "unknown",
    "spent_words": "",
    "worked_answer": "told",
    "worked_words": "Twee mensen.",
    "stalled_answer": "nothing",
    "stalled_words": "",
    "next_answer": "told",
    "next_words": "Een vierde loket.",
}
"""A report that is complete: one question is answered “not known”, one “nothing”."""


def make_who(role: Role, organisation: str = "owner", person: int = 1) -> Who:
    """A person with one role in one organisation, acting for it, with the token of a form of their own."""
    return replace(coordination.make_who(role, organisation, person), token=uuid4())


def member(organisation: str = "owner") -> Who:
    return make_who(Role.MEMBER, organisation)


def cell() -> Who:
    return make_who(Role.CELL, "cell", person=2)


def observer(organisation: str = "observer") -> Who:
    return make_who(Role.OBSERVER, organisation, person=3)


def make_action(code: str = "a-1", *, owners: tuple[str, ...] = ("owner",), **fields: Any) -> Action:
    """A published action that answers measure 16."""
    made = coordination.make_action(code, measures=[16], owners=owners, is_fictional=True, **fields)
    return Action.objects.with_carriers().get(pk=made.pk)


def make_round(label: str = "2026", due: dt.date = dt.date(2027, 1, 31), by: Who | None = None) -> Round:
    """A round opened as the cell does: over a year, for every action that exists by now."""
    Action.objects.filter(code=EXAMPLE).update(phase="stopped")  # no round asks it: tests count their own
    year = int(label)
    return actions.open_round(
        label=label, period_from=dt.date(year, 1, 1), period_to=dt.date(year, 12, 31), due_date=due,
        by=by or cell(), is_fictional=True,
    )  # fmt: skip


def report_of(round: Round, code: str = "a-1") -> Report:
    """The report as it is now, with all that permissions read."""
    return Report.objects.whole().get(round=round, action__code=code)


def make_report(label: str = "2026", **round_fields: Any) -> Report:
    """An empty draft on a new action in a new round."""
    if not Action.objects.filter(code="a-1").exists():
        make_action()
    return report_of(make_round(label, **round_fields))


def submit(report: Report, **told: Any) -> Report:
    actions.submit_report(report=report, by=member(), seen=report.version, **TOLD | told)
    return report_of(report.round, report.action.code)


def validate(report: Report) -> Report:
    actions.validate_report(report=report, by=cell(), seen=report.version)
    return report_of(report.round, report.action.code)


def narrative(report: Report) -> dict[str, Any]:
    return {name: getattr(report, name) for name in NARRATIVE}


def make_example() -> None:
    """One validated report of the action that coordination makes for the tests of every public page."""
    action = Action.objects.with_carriers().get(code=EXAMPLE)
    year = Round.objects.create(
        label="1999", period_from=dt.date(1999, 1, 1), period_to=dt.date(1999, 12, 31),
        due_date=dt.date(2000, 1, 31), opened_at=AGES_AGO, closed_at=AGES_AGO, is_fictional=True,
    )  # fmt: skip
    signed = {"submitted_by": action.owners.all()[0].organisation, "submitted_at": AGES_AGO}
    signed |= {"validated_by": signed["submitted_by"], "validated_at": AGES_AGO, "locked_at": AGES_AGO}
    Report.objects.create(round=year, action=action, state="validated", **TOLD, **signed)
