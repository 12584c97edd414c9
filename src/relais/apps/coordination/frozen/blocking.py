"""What a freeze keeps of what stops actions, of what must come first, and of what that holds up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from relais.apps.coordination.chains import Node, Situation, situation
from relais.apps.coordination.models import Action
from relais.apps.plan.reading import words
from relais.apps.sheets.plain import day, number
from relais.apps.sheets.tables import Table, table


def tables(actions: Iterable[Action], on: dt.date) -> list[Table]:
    """Three tables, of `actions` with their blockers; what is held up is computed for the day `on`."""
    found = situation(on)
    return [_blockers(actions), _gates(found), _held(found)]


def _blockers(actions: Iterable[Action]) -> Table:
    rows = [
        {
            "action": action.code, "place": place, "cause": blocker.cause, "words": words(blocker.words),
            "since_date": day(blocker.since_date), "lifter": blocker.lifter and blocker.lifter.slug,
            "lifted_date": day(blocker.lifted_date), "lifted_words": blocker.lifted_words or None,
            "reported_by": blocker.reported_by and blocker.reported_by.slug,
        }
        for action in actions
        for place, blocker in enumerate(action.blockers.all(), start=1)
    ]  # fmt: skip
    about = "what stops an action, or did: without lifted_date it still does"
    columns = "action place cause words* since_date lifter lifted_date lifted_words reported_by"
    return table("blockers", about, "action place", columns, rows)


def _gates(found: Situation) -> Table:
    rows = [
        {
            "action": action.code, "place": place, "kind": gate.kind,
            "other": other.code if other else None,
            "indicator": gate.indicator, "aim": gate.aim if gate.indicator else None,
            "threshold": number(gate.threshold), "value": number(gate.value),
            "value_date": day(gate.value_date), "value_source": gate.value_source,
            "state": gate.state(other).value,
        }
        for action in found.actions.values()
        for place, gate in enumerate(action.gates, start=1)
        for other in [found.other(gate)]
    ]  # fmt: skip
    about = "what must come first before an action may start, and whether it has come"
    columns = "action place kind other indicator aim threshold value value_date value_source state"
    return table("gates", about, "action place", columns, rows)


def _held(found: Situation) -> Table:
    rows = [
        {
            "thing": _thing(node), "is_sure": hold.is_sure, "held_by": [_thing(n) for n in hold.held_by],
            "slowed_by": [_thing(n) for n in hold.slowed_by],
            "way": [f"{_thing(w.earlier)} > {_thing(w.later)}: {w.reason.kind}" for w in hold.nearest],
        }
        for node, hold in found.held.items()
    ]  # fmt: skip
    about = (
        "computed: each measure or action that actions in trouble hold up (is_sure) or may slow; "
        "all causes, and one shortest way from the nearest"
    )
    return table("held", about, "thing", "thing is_sure held_by[] slowed_by[] way[]", rows)


def _thing(node: Node) -> str:
    return f"{node.kind}:{node.name}"
