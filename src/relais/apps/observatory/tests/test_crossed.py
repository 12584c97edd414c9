from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from relais.apps.observatory import models as m
from relais.apps.observatory.comparing.crossing import crossed, places, wanted
from relais.apps.observatory.loader import load_observatory, read_observatory
from relais.apps.observatory.tests.make import WORDS, make_definition, make_release, make_source, make_value
from relais.apps.observatory.tests.test_pages import read
from relais.apps.observatory.vocabulary import Quality, Secrecy
from relais.core.figures.crossings import NOTE

pytestmark = pytest.mark.django_db

BRUSSELS = ["04000"]


@pytest.fixture
def house() -> None:
    """The figures of the house."""
    load_observatory(read_observatory(settings.DATA))


def say(definition: m.Definition, source: m.Source, day: str, *cuts: str, **facts: Any) -> m.Release:
    """A current release with a value of each cut: 1, 2, 3 …"""
    release = make_release(source, day)
    for value, cut in enumerate(cuts, start=1):
        make_value(release, definition, value, cut=cut, since=release.available_date, **facts)
    return release


def test_groups_go_from_the_highest_down_and_what_is_hidden_is_last() -> None:
    definition = make_definition()
    release = say(definition, make_source(), "2024-01-01", "origin=BE&sex=F", "origin=BE&sex=M", "sex=F")
    make_value(release, definition, None, cut="origin=EU_other&sex=F", since=release.available_date,
               secrecy=Secrecy.HIDDEN)  # fmt: skip
    (found,) = crossed(BRUSSELS)
    assert found.dimensions == ("origin", "sex")
    assert [cell.value for cell in found.cells] == [2, 1, None]
    assert found.unknown() == [("EU_other", "M")]


def test_what_is_counted_is_no_characteristic_of_people() -> None:
    say(make_definition(), make_source(), "2024-01-01", "item=car&sex=F", "item=car&origin=BE&sex=F")
    (found,) = crossed(BRUSSELS)
    assert (found.dimensions, found.beside) == (("origin", "sex"), (("item", "car"),))


def test_of_each_source_the_newest_period_is_shown() -> None:
    definition, one, other = make_definition(), make_source("one"), make_source("other")
    say(definition, one, "2022-01-01", "origin=BE&sex=F", "origin=BE&sex=M", period="2021")
    say(definition, one, "2024-01-01", "origin=BE&sex=F", period="2023")
    say(definition, other, "2020-01-01", "origin=BE&sex=F", period="2019")
    assert [(each.period, len(each.cells)) for each in crossed(BRUSSELS)] == [("2023", 1), ("2019", 1)]


def test_four_characteristics_are_too_many_and_a_proposed_release_is_not_public() -> None:
    definition = make_definition()
    say(definition, make_source(), "2024-01-01", "age=20-59&origin=BE&sex=F&tenure=owner")
    make_value(make_release(make_source("other"), "2024-01-01"), definition, 1, cut="origin=BE&sex=F")
    assert crossed(BRUSSELS) == []


def test_the_place_with_most_parts_comes_first_and_municipalities_do_not_come() -> None:
    place = m.Dimension.objects.create(slug="place", name=WORDS, partitions=[], alike=[], position=0)
    for n, (code, parent) in enumerate(
        [("country", None), ("north", "country"), ("town", "city"), ("city", "country"), ("port", "city"),
         ("mill", "city")]
    ):  # fmt: skip
        m.Code.objects.create(dimension=place, code=code, parent=parent, name=WORDS, position=n)
    assert places() == ["city", "country", "north"]


def test_a_pair_that_is_wanted_and_crossed_nowhere_is_named() -> None:
    definition = make_definition()
    m.Indicator.objects.update(breakdowns=["sex", "place", "origin", "age"])
    say(definition, make_source(), "2024-01-01", "origin=BE&sex=F", "age=20-59&item=car")
    (found,) = wanted()
    assert found.together == (("sex", "origin"),)
    assert found.apart == (("sex", "age"), ("origin", "age"))


@pytest.mark.usefixtures("house")
def test_the_rates_of_actiris_are_there_with_source_year_and_what_is_not_said(client: Client) -> None:
    html = read(client, "observatory:crossed", indicator="employment-of-parents")
    assert "Employment rate: Type of family × Origin × Sex" in html
    assert "Brussels-Capital Region, 2022 · %" in html and "La DH, after Actiris" in html
    assert "◆ single-parent family, origin outside the European Union, women" in html
    assert "6 combinations of which nothing is said" in html
    assert "People on an integration income:" not in html


@pytest.mark.usefixtures("house")
def test_filters_keep_what_crosses_the_chosen_characteristics(client: Client) -> None:
    html = read(client, "observatory:crossed", dimension="origin")
    assert "Employment rate: Type of family × Origin × Sex" in html
    assert "Employment rate: Type of family × Sex" not in html
    assert "There are no such figures." in read(client, "observatory:crossed", indicator="nothing")
    assert "There are no such figures." in read(client, "observatory:crossed", dimension="\0' or 1")


@pytest.mark.usefixtures("house")
def test_estimates_of_a_model_stand_apart_from_what_was_counted(client: Client) -> None:
    assert "Nobody has brought such estimates yet" in read(client, "observatory:crossed")
    definition = m.Definition.objects.get(slug="arop_rate")
    facts = {"note": NOTE, "low": 0.5, "high": 9.0, "period": "2025", "quality": Quality.ESTIMATED}
    say(definition, make_source("a-study"), "2026-01-01", "origin=BE&sex=F", "origin=BE&sex=M", **facts)
    html = read(client, "observatory:crossed")
    modelled = html[html.index('id="modelled"') :]
    assert "Origin × Sex" in modelled and "a-study" in modelled and "(estimated)" not in modelled
    assert "a-study" not in html[: html.index('id="modelled"')]


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_page_is_in_every_language(client: Client, language: str) -> None:
    name = m.Indicator.objects.get(slug="employment-of-parents").name[language]
    assert name in read(client, "observatory:crossed", language=language)


@pytest.mark.usefixtures("house")
def test_the_measure_that_asks_for_it_and_the_page_lead_to_each_other(client: Client) -> None:
    assert 'href="/en/measures/3/' in read(client, "observatory:crossed")
    assert 'href="/en/figures/crossed/"' in read(client, "plan:measure", "3")
    assert 'href="/en/figures/crossed/"' not in read(client, "plan:measure", "16")


@pytest.mark.usefixtures("house")
def test_the_page_takes_few_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(7):
        read(client, "observatory:crossed")
