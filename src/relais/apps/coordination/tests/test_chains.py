"""What the graph of measures and actions says waits for what, and what is in trouble."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest
import time_machine
from tests.pages.counting import counted_queries

from relais.apps.coordination import models as m
from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.chains import Because, Node, Situation, situation
from relais.apps.coordination.doings import doings
from relais.apps.coordination.tests.make import make_absorption, make_action, make_blocker, make_gate
from relais.apps.plan.models import Link, Measure
from relais.core.chain import Span

pytestmark = pytest.mark.django_db

TODAY = dt.date(2026, 11, 24)
DAY = dt.timedelta(1)


@pytest.fixture(autouse=True)
def nothing_else() -> None:
    """The plan's own links and the example action away: each test draws its own."""
    Link.objects.all().delete()
    m.Action.objects.update(is_draft=True)  # not deleted: reports of a room above hold on to it


def make_link(source: int, kind: str, target: int, confidence: str = "high") -> None:
    ends = {"source": Measure.objects.get(number=source), "target": Measure.objects.get(number=target)}
    Link.objects.create(**ends, kind=kind, origin="editorial", confidence=confidence, reason={"nl": "Zo."})


def now(**how: bool) -> Situation:
    return situation(TODAY, **how)


def waits(found: Situation) -> set[tuple[object, object, Because, bool]]:
    return {(w.earlier.name, w.later.name, w.reason, w.holds) for w in found.waiting.waits}


def held(found: Situation) -> dict[object, bool]:
    """What is held up or may be slowed, and whether that is sure."""
    return {node.name: hold.is_sure for node, hold in found.held.items()}


def test_a_measure_waits_for_what_it_requires_and_less_for_what_enables_it() -> None:
    make_link(37, "requires", 12)
    make_link(12, "enables", 50)
    make_link(12, "repeats", 5)
    assert waits(now()) == {(12, 37, Because("requires"), True), (12, 50, Because("enables"), False)}


def test_a_link_of_low_confidence_is_left_out_unless_it_is_asked_for() -> None:
    make_link(37, "requires", 12, confidence="low")
    assert waits(now()) == set()
    assert waits(now(doubtful=True)) == {(12, 37, Because("requires"), True)}


def test_the_only_action_holds_its_measure_and_one_of_several_only_slows_it() -> None:
    make_action("a-1", measures=[12])
    assert waits(now()) == {("a-1", 12, Because("answers", 12), True)}
    make_action("a-2", measures=[12])
    assert waits(now()) == {
        ("a-1", 12, Because("answers", 12, of=2), False),
        ("a-2", 12, Because("answers", 12, of=2), False),
    }


def test_an_action_waits_for_what_comes_before_the_measures_it_answers_and_not_for_other_answers() -> None:
    make_link(37, "requires", 12)
    make_action("a-1", measures=[37])
    make_action("a-2", measures=[37])
    late = make_action("a-3", measures=[12], due_date=TODAY - DAY)
    assert (12, "a-1", Because("requires", 37), True) in waits(now())
    assert held(now()) == {"a-1": True, "a-2": True, 12: True, 37: True}
    m.Action.objects.filter(pk=late.pk).update(due_date=TODAY)
    m.Action.objects.filter(code="a-1").update(due_date=TODAY - DAY)
    assert held(now()) == {37: False}


def test_an_action_does_not_wait_for_a_measure_that_it_answers_itself() -> None:
    make_link(37, "requires", 12)
    make_action("a-1", measures=[37, 12])
    assert not [wait for wait in waits(now()) if wait[1] == "a-1"]


def test_what_is_finished_waits_for_nothing() -> None:
    make_link(37, "requires", 12)
    make_action("a-1", measures=[37], phase=v.Phase.FINISHED)
    make_action("a-2", measures=[37], finished_date=TODAY)
    make_gate(make_action("a-3", phase=v.Phase.FINISHED), other=make_action("a-4"))
    assert not [wait for wait in waits(now()) if wait[1] in {"a-1", "a-2", "a-3"}]


def test_a_gate_that_is_not_open_makes_its_action_wait_for_the_other() -> None:
    first = make_action("a-1", decision=v.Decision.PROPOSED)
    make_gate(make_action("a-2"), other=first)
    assert waits(now()) == {("a-1", "a-2", Because("adopted"), True)}
    m.Action.objects.filter(pk=first.pk).update(decision=v.Decision.UNKNOWN)
    assert waits(now()) == {("a-1", "a-2", Because("adopted"), True)}
    m.Action.objects.filter(pk=first.pk).update(decision=v.Decision.ADOPTED)
    assert waits(now()) == set()


def test_a_whole_waits_for_its_parts() -> None:
    whole = make_action("a-1")
    make_action("a-2", parent=whole, due_date=TODAY - DAY)
    assert held(now()) == {"a-1": True}


def test_drafts_are_not_in_it_and_a_gate_says_nothing_of_them() -> None:
    draft = make_action(
        "a-1", measures=[12], is_draft=True, due_date=TODAY - DAY, decision=v.Decision.ADOPTED
    )
    gate = make_gate(make_action("a-2"), other=draft)
    found = now()
    assert waits(found) == set() and found.troubles == {}
    assert found.other(gate) is None and gate.state(None) == v.GateState.UNKNOWN


def kinds(action: m.Action) -> list[str]:
    return [trouble.kind for doing in doings() if doing.pk == action.pk for trouble in doing.troubles(TODAY)]


def test_late_is_after_the_due_date_and_never_without_one() -> None:
    assert kinds(make_action(due_date=TODAY)) == []
    assert kinds(make_action(due_date=TODAY - DAY)) == ["late"]
    assert kinds(make_action(due_date=TODAY - DAY, phase=v.Phase.FINISHED)) == []
    assert kinds(make_action()) == []


def test_a_blocker_is_trouble_until_it_is_lifted() -> None:
    action = make_action(due_date=TODAY - DAY)
    blocker = make_blocker(action)
    assert kinds(action) == ["blocked", "late"]
    m.Blocker.objects.filter(pk=blocker.pk).update(lifted_date=TODAY)
    assert kinds(action) == ["late"]


def test_what_stopped_is_trouble_unless_it_goes_on_elsewhere() -> None:
    stopped = make_action("a-1", phase=v.Phase.STOPPED)
    make_action("a-2", decision=v.Decision.REFUSED)
    found = {node.name: [t.kind for t in troubles] for node, troubles in now().troubles.items()}
    assert found == {"a-1": ["stopped"], "a-2": ["refused"]}
    make_absorption(stopped)
    assert Node("action", "a-1") not in now().troubles


def test_a_measure_is_reached_when_its_last_action_is_due_and_on_no_day_when_one_is_unknown() -> None:
    make_action(measures=[12], due_date=TODAY)
    make_action(measures=[12, 37], due_date=TODAY + DAY)
    make_action(measures=[37])
    spans = now().spans
    assert spans[Node("measure", 12)] == Span(TODAY + DAY, TODAY + DAY)
    assert spans[Node("measure", 37)] == Span()
    assert Node("measure", 50) not in spans


def gate_states(gates: Iterable[m.Gate]) -> list[str]:
    return [gate.state(None).value for gate in gates]


def test_a_gate_on_a_figure_is_unknown_until_someone_notes_one() -> None:
    fields = {"kind": "indicator", "indicator": "gezinnen", "threshold": 100}
    gate = make_gate(make_action(), **fields)
    assert gate.state(None) == v.GateState.UNKNOWN
    known = [make_gate(make_action(), **fields, value=n, value_date=TODAY) for n in (99, 100)]
    fallen = make_gate(make_action(), **fields, aim=v.Aim.AT_MOST, value=101, value_date=TODAY)
    assert gate_states([*known, fallen]) == ["closed", "open", "closed"]


def test_an_end_day_opens_a_gate_as_the_phase_does() -> None:
    other = make_action(finished_date=TODAY)
    assert make_gate(make_action(), kind="finished", other=other).state(other) == v.GateState.OPEN


@time_machine.travel(TODAY, tick=False)
def test_reading_the_whole_situation_costs_the_same_whatever_there_is() -> None:
    def counted() -> int:
        with counted_queries() as asked:
            assert now().held
        return len(asked)

    def more() -> None:
        first = make_action(measures=[12], due_date=TODAY - DAY)
        make_blocker(first)
        make_gate(make_action(measures=[37], parent=first), other=first)

    make_link(37, "requires", 12)
    more()
    assert counted() == 6
    for _ in range(4):
        more()
    assert counted() == 6
