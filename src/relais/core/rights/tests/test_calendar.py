"""Days on which something changes: no day is missed, and none is made up."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from relais.core.rights.book import read_book
from relais.core.rights.changing.calendar import coming, every_day
from relais.core.rights.changing.clock import is_same, later, started
from relais.core.rights.changing.comparing import Kind, compared
from relais.core.rights.engine import evaluate
from relais.core.rights.family import Family
from relais.core.rights.laws import law_on
from relais.core.rights.outcomes import check, names_of
from relais.core.rights.periods import Laws
from relais.core.rights.tests.families import RIGHTS, TODAY, families
from relais.core.rights.unknown import Need, Unknown

BOOK = read_book()
LAWS = Laws(BOOK)
law = LAWS.on
ASKED = [name for right, about in RIGHTS.items() for name in names_of(law_on(BOOK, TODAY), right, about)]
FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(families(), some.lists(some.integers(0, 30), min_size=1, max_size=8))
def test_a_clock_that_moved_says_what_a_computation_from_the_beginning_says(
    family: Family, steps: list[int]
) -> None:
    clock = started(law(TODAY), family, TODAY, ASKED, use_last=True)
    day = TODAY
    for step in steps:
        day = min(day + dt.timedelta(days=step), dt.date(2026, 12, 31))  # the law turns after it
        clock.move(law(day))
        anew = evaluate(law(day), later(family, law(day), TODAY), ASKED, use_last=True)
        different = [
            key for key, value in anew.values.items() if not is_same(value, clock.result.values[key])
        ]
        assert different == []


@FEW
@given(families(), some.integers(1, 400))
def test_between_two_days_of_the_calendar_nothing_changes(family: Family, n: int) -> None:
    days = every_day(TODAY, TODAY + dt.timedelta(days=400))
    known = {each.right: each for each in check(law(TODAY), RIGHTS, family, use_last=True).outcomes}
    day = days[n - 1]
    for turn in coming(LAWS, RIGHTS, family, TODAY, days, use_last=True):
        assert turn.differences and all(each.kind != Kind.SAME for each in turn.differences)
        if turn.date <= day:
            known |= {each.after.right: each.after for each in turn.differences}
    then = check(law(day), RIGHTS, later(family, law(day), TODAY), use_last=True).outcomes
    assert {each.kind for each in compared([known[o.right] for o in then], then)} == {Kind.SAME}


PARENT = {"family.role": "parent", "income": 30000, "birth_date": "1990-01-01"}
CHILD = {
    "family.role": "child", "birth_date": "2015-03-11", "lives_in_brussels": True, "paid_to": "this-parent",
    "residence_title": "belgian", "parents_dead": "none", "has_affection": False,
}  # fmt: skip
ALL = {"is_married_not_separated": False, "cadastral_income": 0, "gets_old_amounts": False}


def turns(family: Family, until: dt.date) -> list[tuple[dt.date, Kind, float, list[str]]]:
    rights = {"child_benefit": RIGHTS["child_benefit"]}
    found = coming(LAWS, rights, family, TODAY, every_day(TODAY, until), use_last=True)
    return [
        (t.date, d.kind, round(d.by or 0, 2), [b.name for b in t.because])
        for t in found for d in t.differences
    ]  # fmt: skip


def test_a_child_who_turns_12_brings_more_from_that_day_and_the_page_says_why() -> None:
    found = turns(Family({"ada": PARENT, "bo": CHILD}, ALL), dt.date(2027, 12, 31))
    assert found == [(dt.date(2027, 3, 11), Kind.MORE, 24.86, ["family.age"])]


def test_child_benefit_of_who_does_not_learn_ends_after_august_of_the_year_of_18() -> None:
    grown = CHILD | {"birth_date": "2009-05-05", "is_in_education": False, "is_in_higher_education": False}
    found = turns(Family({"ada": PARENT, "bo": grown}, ALL), dt.date(2027, 12, 31))
    assert found[-1][:2] == (dt.date(2027, 9, 1), Kind.LOST)


def test_what_will_depend_on_something_not_told_is_unclear_and_names_it() -> None:
    grown = CHILD | {"birth_date": "2009-05-05"}
    rights = {"child_benefit": RIGHTS["child_benefit"]}
    days = every_day(TODAY, dt.date(2027, 12, 31))
    family = Family({"ada": PARENT, "bo": grown}, ALL)
    last = list(coming(LAWS, rights, family, TODAY, days, use_last=True))[-1].differences[0]
    assert last.kind == Kind.UNCLEAR
    assert Need("child_benefit.is_in_education", "bo") in last.unclear


def test_months_that_were_told_grow_and_the_right_ends_when_they_are_over() -> None:
    told = {
        "is_without_work": True, "period_in_july_2025": "none", "days_worked_in_three_years": 400,
        "months_from_work": 0, "months_of_extension": 0, "month_of_unemployment": 10,
    }  # fmt: skip
    rights = {"unemployment": RIGHTS["unemployment"]}
    days = every_day(TODAY, dt.date(2027, 12, 31))
    family = Family({"ada": {"family.role": "parent", "birth_date": "1990-01-01"}}, told)
    lost = [t for t in coming(LAWS, rights, family, TODAY, days) if t.differences[0].kind == Kind.LOST]
    assert [t.date for t in lost] == [
        dt.date(2027, 3, 1)
    ]  # month 13: told on the 30th, and February is short
    assert lost[0].because[0].name == "unemployment.month_of_unemployment"


def test_unknown_is_the_same_where_the_same_is_missing() -> None:
    assert is_same(Unknown([Need("a")]), Unknown([Need("a")])) and not is_same(Unknown([Need("a")]), 0)


def test_a_day_on_which_the_law_turns_says_so_and_only_then() -> None:
    told = {
        "is_without_work": True,
        "period_in_july_2025": "none",
        "days_worked_in_three_years": 400,
        "months_from_work": 0,
        "months_of_extension": 0,
        "month_of_unemployment": 20,
    }
    rights = {"unemployment": RIGHTS["unemployment"]}
    born = {"family.role": "parent", "birth_date": "1966-01-01"}
    family = Family({"ada": born}, told | {"years_of_work": 31})
    found = list(coming(LAWS, rights, family, TODAY, every_day(TODAY, dt.date(2027, 12, 31))))
    assert [(t.date, t.differences[0].kind, t.law_turns) for t in found] == [
        (dt.date(2027, 1, 1), Kind.LOST, True)  # 32 years of work are needed from then on
    ]
