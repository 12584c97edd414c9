"""What changes in a family: what follows is filled in, what is stale is gone, and losses are read first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from relais.core.rights.book import read_book
from relais.core.rights.changing.changes import Change, changed, dropped, read_changes
from relais.core.rights.changing.comparing import Difference, Kind, compared
from relais.core.rights.family import Family
from relais.core.rights.outcomes import Outcome, State, check
from relais.core.rights.problems import WrongInput
from relais.core.rights.sums import LeftOut, summed
from relais.core.rights.tests.families import INPUTS, LAW, RIGHTS, families
from relais.core.rights.unknown import Need
from relais.core.texts.problem import FileProblems

CHANGES = read_changes(read_book())
ENTITIES = {node.name: node.entity for node in INPUTS if node.entity}
DAY = dt.date(2027, 3, 1)


def after(family: Family, name: str, of: str | None = None) -> Family:
    return changed(family, CHANGES[name], of, DAY, ENTITIES)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(families(), some.sampled_from(list(CHANGES.values())))
def test_nothing_stale_is_kept_and_what_is_left_can_be_checked(family: Family, change: Change) -> None:
    for of in change.whom(family):
        found = changed(family, change, of, DAY, ENTITIES)
        kept = dict(found.household) | (dict(found.persons[of]) if of in found.persons else {})
        assert not [name for name in change.asks if name in kept and name not in change.sets]
        assert not [n for told in found.persons.values() for n in change.asks_all if n in told]
        assert all(person in found.persons for person, _ in dropped(family, found) if person)
        check(LAW, RIGHTS, found, use_last=True)


def test_who_comes_in_is_there_with_what_follows_and_nothing_else() -> None:
    family = Family({"ada": {"family.role": "parent"}, "child-1": {"family.role": "child"}})
    born = after(family, "is_born").persons["child-2"]
    assert born["family.birth_date"] == "2027-03-01" and "child_benefit.paid_to" not in born
    assert after(family, "partner_moves_in").persons["partner-1"] == {"family.role": "partner"}


def test_who_goes_is_gone_and_what_was_told_of_all_together_is_asked_again() -> None:
    persons = {"ada": {"family.role": "parent"}, "bo": {"family.role": "partner"}}
    family = Family(persons, {"legal_aid.net_means": 2000})
    found = after(family, "partner_leaves", "bo")
    assert list(found.persons) == ["ada"] and dropped(family, found) == [(None, "legal_aid.net_means")]
    with pytest.raises(WrongInput, match="partner_leaves: it cannot be said of ada"):
        after(family, "partner_leaves", "ada")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("asks: [family.incom]", "“family.incom” is no input"),
        ("asks_all: [legal_aid.net_means]", "is no input of person"),
        ("about: [aunt]", "are some of parent"),
        ("takes: 3", "is not known here"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_line(tmp_path: Path, said: str, why: str) -> None:
    file = tmp_path / "changes.yaml"
    file.write_text(f"groups: {{}}\nchanges:\n  it:\n    label: {{nl: a, fr: b, en: c}}\n    {said}\n")
    with pytest.raises(FileProblems, match=why):
        read_changes(read_book(), file)


def outcome(
    state: State, amount: float | None = None, right: str = "rent_allowance", **more: object
) -> Outcome:
    return replace(Outcome(right, RIGHTS[right], state, (), amount, "EUR/month"), **more)  # type: ignore[arg-type]


YES, NO, PERHAPS = State.ENTITLED, State.NOT_ENTITLED, State.DEPENDS


@pytest.mark.parametrize(
    ("before", "then", "kind", "by"),
    [
        (outcome(YES, 100), outcome(NO), Kind.LOST, -100),
        (outcome(PERHAPS), outcome(NO), Kind.LOST, None),
        (outcome(YES, 100), outcome(YES, 80), Kind.LESS, -20),
        (outcome(YES, 100), outcome(YES), Kind.UNCLEAR, None),
        (outcome(YES, 100), outcome(PERHAPS), Kind.UNCLEAR, None),
        (outcome(NO), outcome(PERHAPS), Kind.UNCLEAR, None),
        (outcome(NO), outcome(YES, 50), Kind.GAINED, 50),
        (outcome(YES, 100), outcome(YES, 100.004), Kind.SAME, 0.004),
        (outcome(YES, 100, persons=("a", "b")), outcome(YES, 100, persons=("a",)), Kind.LESS, 0),
        (outcome(YES, 100, persons=("a",)), outcome(YES, 100, persons=("b",)), Kind.OTHER, 0),
    ],
)
def test_what_becomes_of_a_right(before: Outcome, then: Outcome, kind: Kind, by: float | None) -> None:
    found = Difference(before, then)
    assert found.kind == kind
    assert found.by == (None if by is None else pytest.approx(by))


def test_what_is_lost_is_read_first_and_the_largest_loss_before_the_smaller_one() -> None:
    before = [outcome(YES, 10), outcome(YES, 90), outcome(NO), outcome(YES, 5)]
    then = [outcome(NO), outcome(NO), outcome(YES, 500), outcome(YES, 2)]
    assert [each.by for each in compared(before, then)] == [-90, -10, -3, 500]


def test_only_what_is_newly_needed_makes_it_unclear() -> None:
    old, new = Need("family.income", "a"), Need("family.income", "b")
    before, then = outcome(PERHAPS, needs=(old,)), outcome(PERHAPS, needs=(old, new))
    assert Difference(before, then).unclear == (new,)


def test_a_sum_has_what_can_be_added_and_says_what_it_left_out() -> None:
    every = [
        outcome(YES, 100), outcome(YES, 240, unit="EUR/year"), outcome(NO), outcome(PERHAPS),
        outcome(YES), outcome(YES, 900, "parental_leave"), outcome(YES, 1000, unit="EUR"),
        outcome(YES, None, "legal_aid"),
    ]  # fmt: skip
    found = summed(every)
    assert (found.month, found.year, found.in_a_year) == (100, 240, 1440)
    why = [reason for _, reason in found.left_out]
    assert why == [LeftOut.DEPENDS, LeftOut.NOT_KNOWN, LeftOut.INSTEAD_OF_PAY, LeftOut.ONCE]
