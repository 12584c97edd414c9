from __future__ import annotations

import datetime as dt

import pytest

from relais.apps.observatory.loader import settle
from relais.apps.observatory.models import Observation, Release
from relais.apps.observatory.tests.make import make_definition, make_release, make_source, make_value
from relais.apps.observatory.vocabulary import State

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = "2021-06-01", "2022-06-01", "2023-06-01"


def values(date: str = "") -> dict[str, float | None]:
    found = Observation.objects.on(dt.date.fromisoformat(date) if date else None)
    return {f"{o.period} {o.cut}".strip(): o.value for o in found.in_order()}


def test_a_later_release_supersedes_and_never_erases() -> None:
    source, definition = make_source(), make_definition()
    make_value(make_release(source, FIRST), definition, 100)
    make_value(make_release(source, SECOND), definition, 110)
    settle(source.pk)
    assert values() == {"2020": 110}
    assert values("2022-05-31") == {"2020": 100}
    assert values(SECOND) == {"2020": 110}
    assert values("2021-05-31") == {}


def test_what_a_whole_release_no_longer_says_is_gone() -> None:
    source, definition, other = make_source(), make_definition(), make_definition("children")
    first = make_release(source, FIRST)
    make_value(first, definition, 100)
    make_value(first, definition, 60, cut="sex=F")
    make_value(first, other, 7)
    make_value(make_release(source, SECOND), definition, 100)
    settle(source.pk)
    assert sorted(Observation.objects.current().values_list("definition__slug", "cut")) == [
        ("children", ""), ("households", ""),
    ]  # fmt: skip


def test_a_release_that_is_not_whole_takes_nothing_away() -> None:
    source, definition = make_source(), make_definition()
    make_value(make_release(source, FIRST), definition, 100)
    make_value(make_release(source, SECOND, is_whole=False), definition, 120, period="2021")
    settle(source.pk)
    assert values() == {"2020": 100, "2021": 120}


def test_what_comes_back_after_it_was_gone_was_gone_in_between() -> None:
    source, definition = make_source(), make_definition()
    make_value(make_release(source, FIRST), definition, 100)
    make_value(make_release(source, SECOND), definition, 5, period="2021")
    make_value(make_release(source, THIRD), definition, 100)
    settle(source.pk)
    assert values(FIRST) == {"2020": 100}
    assert values(SECOND) == {"2021": 5}
    assert values() == {"2020": 100}


def test_two_sources_that_disagree_both_stay() -> None:
    one, other, definition = make_source(), make_source("press"), make_definition()
    make_value(make_release(one, FIRST), definition, 41.4)
    make_value(make_release(other, SECOND), definition, 40.0)
    settle(one.pk)
    settle(other.pk)
    assert Observation.objects.current().count() == 2


def test_nothing_of_a_release_that_is_not_accepted_is_current() -> None:
    source, definition = make_source(), make_definition()
    make_value(make_release(source, FIRST), definition, 100)
    make_value(make_release(source, SECOND, state=State.PROPOSED), definition, 110)
    settle(source.pk)
    assert values() == {"2020": 100}


def test_a_release_that_is_taken_back_leaves_what_was_before_it() -> None:
    source, definition = make_source(), make_definition()
    make_value(make_release(source, FIRST), definition, 100)
    second = make_release(source, SECOND)
    make_value(second, definition, 110)
    settle(source.pk)
    Release.objects.filter(pk=second.pk).update(state=State.REFUSED)
    settle(source.pk)
    assert values() == values(THIRD) == {"2020": 100}


def test_a_correction_of_the_same_day_counts() -> None:
    source, definition = make_source(), make_definition()
    make_value(make_release(source, FIRST), definition, 100)
    make_value(make_release(source, FIRST, edition="again"), definition, 101)
    settle(source.pk)
    assert values() == values(FIRST) == {"2020": 101}
