"""Corrections: only what a later release of the same source changed, and never a value that is hidden."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from relais.apps.observatory.loader import settle
from relais.apps.observatory.models import Definition, Source
from relais.apps.observatory.registers.corrections import corrections, years
from relais.apps.observatory.tests.make import make_definition, make_release, make_source, make_value
from relais.apps.observatory.vocabulary import Quality, Secrecy

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = "2021-06-01", "2022-06-01", "2023-06-01"


@pytest.fixture
def source() -> Source:
    return make_source()


@pytest.fixture
def definition() -> Definition:
    return make_definition()


def found() -> list[tuple[float | None, float | None, str]]:
    return [(each.was, each.now, each.date.isoformat()) for each in corrections()]


def test_a_changed_value_is_a_correction_with_both_values_and_the_note(
    source: Source, definition: Definition
) -> None:
    make_value(make_release(source, FIRST), definition, 100)
    make_value(make_release(source, SECOND, note="A typing error"), definition, 110)
    settle(source.pk)
    assert found() == [(100, 110, SECOND)]
    assert corrections()[0].release and corrections()[0].release.note == "A typing error"
    assert years() == [2022]


def test_a_value_that_is_repeated_is_no_correction(source: Source, definition: Definition) -> None:
    for day in (FIRST, SECOND):
        make_value(make_release(source, day), definition, 100)
    settle(source.pk)
    assert found() == []
    assert years() == [2022]


def test_a_value_that_a_whole_release_no_longer_says_is_gone(source: Source, definition: Definition) -> None:
    make_value(make_release(source, FIRST), definition, 100)
    make_value(make_release(source, SECOND, note="2020 withdrawn"), definition, 7, period="2021")
    settle(source.pk)
    assert found() == [(100, None, SECOND)]
    only = corrections()[0]
    assert only.after is None and only.release and only.release.note == "2020 withdrawn"


def test_each_step_is_a_correction_of_its_own(source: Source, definition: Definition) -> None:
    for day, value in ((FIRST, 100), (SECOND, 110), (THIRD, 105)):
        make_value(make_release(source, day), definition, value)
    settle(source.pk)
    assert found() == [(110, 105, THIRD), (100, 110, SECOND)]


def test_a_correction_of_the_same_day_counts_once(source: Source, definition: Definition) -> None:
    make_value(make_release(source, FIRST), definition, 100)
    make_value(make_release(source, FIRST, edition="again"), definition, 101)
    settle(source.pk)
    assert found() == [(100, 101, FIRST)]


def test_another_source_corrects_nothing(source: Source, definition: Definition) -> None:
    other = make_source("press")
    make_value(make_release(source, FIRST), definition, 100)
    make_value(make_release(other, SECOND), definition, 110)
    settle(source.pk)
    settle(other.pk)
    assert found() == []


@pytest.mark.parametrize("hides", [SECOND, FIRST])
def test_a_cell_that_any_release_hides_shows_neither_value(
    source: Source, definition: Definition, hides: str, client: Client
) -> None:
    for day, value in ((FIRST, 31415), (SECOND, 27182), (THIRD, 16180)):
        secret = {"secrecy": Secrecy.HIDDEN} if day == hides else {}
        make_value(make_release(source, day), definition, None if secret else value, **secret)
    settle(source.pk)
    assert all(each.is_hidden and each.was is None and each.now is None for each in corrections())
    html = "".join(
        client.get(f"/en/figures/corrections/?year={year}").content.decode() for year in (2022, 2023)
    )
    assert "hidden to protect persons" in html
    assert not any(value in html for value in ("31,415", "27,182", "16,180", "31415", "27182", "16180"))


def test_a_value_that_goes_missing_is_told_so(source: Source, definition: Definition, client: Client) -> None:
    make_value(make_release(source, FIRST), definition, 100)
    make_value(make_release(source, SECOND), definition, None, quality=Quality.MISSING)
    settle(source.pk)
    assert found() == [(100, None, SECOND)]
    html = client.get("/en/figures/corrections/").content.decode()
    assert '<td class="number">100</td><td class="number">missing</td>' in html


def test_corrections_of_some_days_are_asked_for(source: Source, definition: Definition) -> None:
    for day, value in ((FIRST, 100), (SECOND, 110), (THIRD, 105)):
        make_value(make_release(source, day), definition, value)
    settle(source.pk)
    day = dt.date.fromisoformat(SECOND)
    assert [each.now for each in corrections(since=day)] == [105]
    assert [each.now for each in corrections(until=day)] == [110]


def test_corrections_take_four_queries(
    source: Source, definition: Definition, django_assert_num_queries: Any
) -> None:
    for day, value in ((FIRST, 1), (SECOND, 2)):
        release = make_release(source, day)
        for place in ("04000", "21001", "21002"):
            make_value(release, definition, value, place=place)
    settle(source.pk)
    with django_assert_num_queries(4):
        assert len(corrections()) == 3
