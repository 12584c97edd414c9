from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from relais.apps.languages.addresses import address
from relais.apps.observatory import models as m
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.tests.make import WORDS, make_current, make_definition, make_release, make_source

pytestmark = pytest.mark.django_db


def read(client: Client, *sides: str, of: str = "rate", **query: str) -> str:
    with override("en"):
        return client.get(address("observatory:compare"), {"of": of, "with": sides, **query}).content.decode()


@pytest.fixture
def rates() -> m.Definition:
    """Rates of women and men in two places and two years, with an interval for each of the women."""
    definition = make_definition("rate", kind=v.Kind.RATE, unit_code="PT", decimals=1)
    release = make_release(make_source(), "2024-01-01")
    dimension = m.Dimension.objects.create(
        slug="sex", name=WORDS, partitions=[], alike=[["F", "FF"]], position=1
    )
    places = m.Dimension.objects.create(slug="place", name=WORDS, partitions=[], alike=[], position=0)
    m.Code.objects.create(dimension=places, code="01000", name=WORDS, position=0)
    for n, code in enumerate(("04000", "03000"), start=1):
        m.Code.objects.create(dimension=places, code=code, parent="01000", name=WORDS, position=n)
    assert dimension.pk
    for place, women, men in (("04000", 30, 25), ("03000", 36, 20)):
        for period, more in (("2020", 0), ("2022", 5)):
            make_current(release, definition, women + more, place=place, period=period, cut="sex=F",
                       low=women + more - 3, high=women + more + 3)  # fmt: skip
            make_current(release, definition, men + more, place=place, period=period, cut="sex=M")
    make_current(release, definition, 40, cut="sex=FF", period="2022")
    make_current(release, definition, 33, place="01000", cut="sex=F", period="2022")
    return definition


def test_what_is_chosen_stands_first_among_what_can_be(client: Client, rates: m.Definition) -> None:
    chosen = ["rate:03000:sex=M", "rate:04000:sex=M"]
    offered = re.findall(r'name="with" value="([^"]+)"', read(client, *chosen))
    assert sorted(offered[:2]) == chosen and len({*offered}) == 6


def test_the_newest_shared_period_is_compared_with_the_difference_and_its_interval(
    client: Client, rates: m.Definition
) -> None:
    html = read(client, "rate:04000:sex=F", "rate:03000:sex=F")
    assert "6 percentage points more" in html and "1.17 times as much" in html
    assert "95 % interval: 2 to 10" in html
    assert "They differ by more than chance" in html
    assert html.count('class="data-chart"') == 2


def test_without_an_interval_nothing_is_said_of_chance(client: Client, rates: m.Definition) -> None:
    html = read(client, "rate:04000:sex=F", "rate:04000:sex=M")
    assert "5 percentage points less" in html and "No interval is published" in html


def test_of_a_part_nothing_is_said_of_chance(client: Client, rates: m.Definition) -> None:
    assert "One is part of the other." in read(client, "rate:01000:sex=F", "rate:04000:sex=F")


def test_an_earlier_period_tells_how_far_each_has_come(client: Client, rates: m.Definition) -> None:
    html = read(client, "rate:04000:sex=M", "rate:03000:sex=M", since="2020")
    assert html.count("5 percentage points more") == 2


def test_nothing_is_compared_across_a_break(client: Client, rates: m.Definition) -> None:
    m.BreakMark.objects.create(definition=rates, date="2021-01-01", kind=v.Break.METHOD, words=WORDS)
    html = read(client, "rate:04000:sex=M", "rate:03000:sex=M", since="2020")
    assert "Not compared through time." in html and "percentage points more" not in html
    assert "5 percentage points less" in read(
        client, "rate:04000:sex=M", "rate:03000:sex=M", **{"in": "2020"}
    )


def test_other_definitions_are_refused(client: Client, rates: m.Definition) -> None:
    other = make_definition("other", kind=v.Kind.RATE)
    other.indicator = rates.indicator
    other.save()
    make_current(m.Release.objects.get(), other, 3)
    assert "They are counted in different ways" in read(client, "rate:04000:sex=F", "other:04000")


def test_two_names_for_one_group_are_refused(client: Client, rates: m.Definition) -> None:
    html = read(client, "rate:04000:sex=F", "rate:04000:sex=FF")
    assert "names that sources give to one and the same group" in html


def test_no_shared_period_and_too_many_are_refused(client: Client, rates: m.Definition) -> None:
    make_current(m.Release.objects.get(), rates, 3, period="1999", cut="sex=X")
    assert "There is no period in which all" in read(client, "rate:04000:sex=F", "rate:04000:sex=X")
    five = [f"rate:{place}:sex={sex}" for place in ("04000", "03000") for sex in "FM"] + ["rate:01000:sex=F"]
    assert "More than 4 side by side" in read(client, *five)


def test_a_reader_is_led_step_by_step(client: Client, rates: m.Definition) -> None:
    assert "Choose an indicator first" in read(client, of="")
    assert "Now choose the groups" in read(client)
    assert "Choose one more" in read(client, "rate:04000:sex=F")
    assert "There is no figure called “rate:nowhere”" in read(client, "rate:nowhere")


def test_averages_of_rates_are_refused(client: Client, rates: m.Definition) -> None:
    html = read(client, "rate:04000:sex=F", "rate:04000:sex=M")
    assert "Rates are never averaged" in html and "32.5" not in html


def test_a_comparison_takes_few_queries(
    client: Client, rates: m.Definition, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(9):
        read(client, "rate:04000:sex=F", "rate:03000:sex=F", "rate:04000:sex=M", since="2020")
