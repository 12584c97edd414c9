"""What a family is told: entitled, not, or it depends; and never 0 euro for what is not known."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from relais.core.rights.about import read_about
from relais.core.rights.book import CATALOGUE, read_book
from relais.core.rights.family import Family
from relais.core.rights.laws import law_on
from relais.core.rights.outcomes import Outcome, State, check
from relais.core.rights.problems import WrongInput
from relais.core.rights.unknown import Need

ABOUT = {"child_benefit": read_about(CATALOGUE / "child_benefit" / "right.yaml")}
BOOK = read_book(["child_benefit"])
PARENT = {"role": "parent", "birth_date": "1990-01-01", "income": 30000}
CHILD = {
    "role": "child", "birth_date": "2020-05-05", "lives_in_brussels": True, "residence_title": "belgian",
    "paid_to": "this-parent", "parents_dead": "none", "has_affection": False,
}  # fmt: skip
ALL = {"cadastral_income": 0, "is_married_not_separated": False}


def told(day: str, persons: dict[str, dict[str, Any]], household: dict[str, Any], **how: bool) -> Outcome:
    law = law_on(BOOK, dt.date.fromisoformat(day))
    return check(law, ABOUT, Family(persons, household), **how).outcomes[0]


def test_a_family_of_which_all_is_known_is_told_how_much() -> None:
    found = told("2025-02-01", {"ada": PARENT, "bo": CHILD}, ALL)
    assert (found.state, found.persons, found.unit) == (State.ENTITLED, ("bo",), "EUR/month")
    assert found.amount is not None and round(found.amount, 2) == 236.25
    assert found.needs == ()


def test_no_child_is_no_right() -> None:
    assert told("2025-02-01", {"ada": PARENT}, ALL).state == State.NOT_ENTITLED


def test_what_is_not_told_is_named_and_no_amount_is_made_up() -> None:
    found = told("2025-02-01", {"ada": {"role": "parent"}, "bo": CHILD}, ALL)
    assert (found.state, found.amount) == (State.ENTITLED, None)
    assert found.needs == (Need("family.income", "ada"),)


def test_the_verdict_waits_only_for_what_decides_it() -> None:
    found = told("2025-02-01", {"bo": {"role": "child"}}, {})
    assert found.state == State.DEPENDS
    assert Need("child_benefit.lives_in_brussels", "bo") in found.needs


def test_past_the_last_known_amount_the_right_is_told_and_the_day_to_which_it_was_known() -> None:
    found = told("2026-11-24", {"ada": PARENT, "bo": CHILD}, ALL)
    assert (found.state, found.amount, found.known_to) == (State.ENTITLED, None, dt.date(2025, 12, 31))
    last = told("2026-11-24", {"ada": PARENT, "bo": CHILD}, ALL, use_last=True)
    assert last.amount is not None and round(last.amount, 2) == 236.25
    assert last.known_to == dt.date(2025, 12, 31)


def test_questions_are_answers_that_help_and_what_was_skipped_is_not_asked_again() -> None:
    law = law_on(BOOK, dt.date(2025, 2, 1))
    first = check(law, ABOUT, Family({"bo": {"role": "child"}})).questions()
    assert Need("child_benefit.lives_in_brussels", "bo") in first
    assert check(law, ABOUT, Family({"bo": {"role": "child"}})).questions(frozenset(first)) == []


def test_a_child_who_is_older_than_its_parent_is_named_with_both_days_and_the_remedy() -> None:
    older = CHILD | {"birth_date": "1989-12-31"}
    with pytest.raises(WrongInput) as error:
        told("2025-02-01", {"ada": PARENT, "bo": older}, ALL)
    assert str(error.value) == (
        "birth_date of bo: 1989-12-31 is before 1990-01-01 of ada; of a child it cannot be before that of a "
        "parent: correct one of the two"
    )
    brother = {"role": "other", "birth_date": "1980-01-01", "income": 0}
    assert told("2025-02-01", {"ada": PARENT, "bo": CHILD, "cy": brother}, ALL).persons == ("bo",)


def test_what_is_not_known_contradicts_nothing() -> None:
    nobody_knows = {key: value for key, value in PARENT.items() if key != "birth_date"}
    assert told("2025-02-01", {"ada": nobody_knows, "bo": CHILD}, ALL).persons == ("bo",)
