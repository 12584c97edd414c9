"""What a freeze keeps of all that hangs on an action: a table each, in the order of the action's page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from relais.apps.coordination import reading
from relais.apps.coordination.models import Action, DataGap
from relais.apps.sheets.tables import Table, table

Row = dict[str, Any]


def published() -> list[Action]:
    """Every action that anyone may read, with all that hangs on it; a query each, whatever their number."""
    return list(
        Action.objects.published().in_order().select_related("parent", "completion_said_by").prefetch_related(
            "owners__organisation", "answered__measure", "milestones", "budgets",
            "date_changes__organisation", "absorptions__document", "level_requests", "facts",
            "blockers__lifter", "blockers__reported_by",
        )
    )  # fmt: skip


def tables(actions: Sequence[Action], on: dt.date) -> list[Table]:
    """All of them. A row has its place within its action where nothing else tells it apart."""
    return [
        table("answered_measures", "which measure, or part of it, an action answers", "action measure letter",
              "action measure letter in_part", _each(actions, reading.answered)),
        table("owners", "organisations that carry an action", "action organisation",
              "action organisation role share", _each(actions, reading.owners)),
        table("milestones", "steps of an action", "action place",
              "action place title* due_date done_date weight", _each(actions, reading.milestones)),
        table("budgets", "money of a year in whole EUR; null is not known, 0 is nothing", "action year",
              "action year planned committed paid source", _each(actions, reading.budgets)),
        table("date_changes", "dates that moved, with the reason", "action place",
              "action place which before after reason changed_date organisation",
              _each(actions, reading.date_changes)),
        table("absorptions", "actions that went on inside another plan", "action place",
              "action place into* document since_date until_date reason* source",
              _each(actions, reading.absorptions)),
        table("level_requests", "what an action asks of another level of power", "action place",
              "action place level addressee words* asked_date due_date reply reply_date reply_words* "
              "reply_source", _each(actions, reading.level_requests)),
        table("facts", "what is publicly known of an action, and where it was read", "action place",
              "action place words* date source", _each(actions, reading.facts)),
        table("data_gaps", "figures that are missing, as tasks", "action measure place",
              "action measure place wanted* owner due_date is_late state outcome* closed_date source",
              _data_gaps(on)),
    ]  # fmt: skip


def _each(actions: Iterable[Action], parts: Callable[[Action], Iterable[Mapping[str, Any]]]) -> Iterator[Row]:
    for action in actions:
        for part in parts(action):
            yield {"action": action.code, **part}


def _data_gaps(on: dt.date) -> Iterator[Row]:
    """Those of no draft; the place is within the action and the measure on which it hangs."""
    places: dict[tuple[str | None, int | None], int] = {}
    for gap in DataGap.objects.select_related("action", "measure", "owner").order_by("pk"):
        if gap.action and gap.action.is_draft:
            continue
        key = (gap.action.code if gap.action else None, gap.measure.number if gap.measure else None)
        places[key] = places.get(key, 0) + 1
        is_late = gap.closed_date is None and gap.due_date is not None and gap.due_date < on
        yield {"action": key[0], **reading.data_gap(gap, places[key]), "is_late": is_late}
