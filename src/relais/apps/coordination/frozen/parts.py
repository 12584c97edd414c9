"""What a freeze keeps of all that hangs on an action: a table each, in the order of the action's page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from relais.apps.coordination.models import Action, DataGap
from relais.apps.plan.reading import words
from relais.apps.sheets.tables import Table, table

Row = dict[str, Any]


def published() -> list[Action]:
    """Every action that anyone may read, with all that hangs on it; a query each, whatever their number."""
    return list(
        Action.objects.published().in_order().select_related("parent").prefetch_related(
            "owners__organisation", "answered__measure", "milestones", "budgets",
            "date_changes__organisation", "absorptions__document", "level_requests", "facts",
            "blockers__lifter", "blockers__reported_by",
        )
    )  # fmt: skip


def tables(actions: Sequence[Action], on: dt.date) -> list[Table]:
    """All of them. A row has its place within its action where nothing else tells it apart."""
    return [
        table("answered_measures", "which measure, or part of it, an action answers", "action measure letter",
              "action measure letter in_part", _each(actions, "answered", _answered)),
        table("owners", "organisations that carry an action", "action organisation",
              "action organisation role share", _each(actions, "owners", _owner)),
        table("milestones", "steps of an action", "action place",
              "action place title* due_date done_date weight", _each(actions, "milestones", _milestone)),
        table("budgets", "money of a year in whole EUR; null is not known, 0 is nothing", "action year",
              "action year planned committed paid source", _each(actions, "budgets", _budget)),
        table("date_changes", "dates that moved, with the reason", "action place",
              "action place which before after reason changed_date organisation",
              _each(actions, "date_changes", _date_change)),
        table("absorptions", "actions that went on inside another plan", "action place",
              "action place into* document since_date until_date reason* source",
              _each(actions, "absorptions", _absorption)),
        table("level_requests", "what an action asks of another level of power", "action place",
              "action place level addressee words* asked_date due_date reply reply_date reply_words* "
              "reply_source", _each(actions, "level_requests", _level_request)),
        table("facts", "what is publicly known of an action, and where it was read", "action place",
              "action place words* date source", _each(actions, "facts", _fact)),
        table("data_gaps", "figures that are missing, as tasks", "action measure place",
              "action measure place wanted* owner due_date is_late state outcome* closed_date source",
              _data_gaps(on)),
    ]  # fmt: skip


def _each(actions: Iterable[Action], parts: str, row: Callable[[Any], Row]) -> Iterator[Row]:
    for action in actions:
        for place, part in enumerate(getattr(action, parts).all(), start=1):
            yield {"action": action.code, "place": place, **row(part)}


def _answered(part: Any) -> Row:
    return {"measure": part.measure.number, "letter": part.letter, "in_part": part.in_part}


def _owner(part: Any) -> Row:
    return {"organisation": part.organisation.slug, "role": part.role, "share": part.share}


def _milestone(part: Any) -> Row:
    return {**_as_is(part, "due_date", "done_date", "weight"), "title": words(part.title)}


def _budget(part: Any) -> Row:
    return _as_is(part, "year", "planned", "committed", "paid", "source")


def _date_change(part: Any) -> Row:
    said = _as_is(part, "which", "before", "after", "reason", "changed_date")
    return {**said, "organisation": _slug(part.organisation)}


def _absorption(part: Any) -> Row:
    said = _as_is(part, "since_date", "until_date", "source")
    return {
        **said, "into": words(part.into), "reason": words(part.reason), "document": _slug(part.document)
    }  # fmt: skip


def _level_request(part: Any) -> Row:
    said = _as_is(part, "level", "addressee", "asked_date", "due_date", "reply", "reply_date", "reply_source")
    return {**said, "words": words(part.words), "reply_words": words(part.reply_words)}


def _fact(part: Any) -> Row:
    return {**_as_is(part, "date", "source"), "words": words(part.words)}


def _data_gaps(on: dt.date) -> Iterator[Row]:
    """Those of no draft; the place is within the action and the measure on which it hangs."""
    places: dict[tuple[str | None, int | None], int] = {}
    for gap in DataGap.objects.select_related("action", "measure", "owner").order_by("pk"):
        if gap.action and gap.action.is_draft:
            continue
        key = (gap.action.code if gap.action else None, gap.measure.number if gap.measure else None)
        places[key] = places.get(key, 0) + 1
        yield {"action": key[0], "measure": key[1], "place": places[key], **_gap(gap, on)}


def _gap(gap: DataGap, on: dt.date) -> Row:
    return {
        **_as_is(gap, "due_date", "state", "closed_date", "source"), "wanted": words(gap.wanted),
        "outcome": words(gap.outcome), "owner": _slug(gap.owner),
        "is_late": gap.closed_date is None and gap.due_date is not None and gap.due_date < on,
    }  # fmt: skip


def _as_is(part: Any, *names: str) -> Row:
    return {name: getattr(part, name) for name in names}


def _slug(row: Any) -> str | None:
    return row.slug if row else None
