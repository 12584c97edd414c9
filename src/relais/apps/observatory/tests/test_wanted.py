"""Data wanted: whatever no figure says is wanted of someone, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.utils.translation import override

from relais.apps.observatory.loader import load_observatory, read_observatory, settle
from relais.apps.observatory.models import Coverage, Definition, Dimension, Indicator
from relais.apps.observatory.reading.words import names_of_codes
from relais.apps.observatory.registers.wanted import Gap, gaps, requests
from relais.apps.observatory.registers.words import asked
from relais.apps.observatory.tests.make import WORDS, make_definition, make_release, make_source, make_value
from relais.apps.observatory.vocabulary import Cuttable, Parameter, Standing

pytestmark = pytest.mark.django_db

PARTS = ["21001", "21002"]


@pytest.fixture
def places() -> None:
    Dimension.objects.create(
        slug="place", name=WORDS, position=0, alike=[],
        partitions=[["01000", ["02000", "04000"]], ["04000", PARTS]],
    )  # fmt: skip


def make_indicator(breakdowns: list[str], *figures: dict[str, Any], ask: tuple[str, ...] = ("body",)) -> None:
    definition = make_definition()
    Indicator.objects.update(breakdowns=breakdowns, ask=list(ask))
    if figures:
        source = make_source()
        release = make_release(source, "2021-01-01")
        for facts in figures:
            make_value(release, definition, facts.pop("value", 1.0), **facts)
        settle(source.pk)


def only() -> Gap:
    (gap,) = gaps()
    return gap


def test_an_indicator_without_figures_is_wanted_whole() -> None:
    make_indicator(["sex"])
    assert only().is_whole
    assert [each.slug for each in only().definitions] == ["households"]


def test_a_value_that_is_missing_or_hidden_is_no_figure() -> None:
    make_indicator([], {"value": None})
    assert only().is_whole


def test_an_indicator_with_all_its_figures_is_not_wanted() -> None:
    make_indicator(["sex"], {"cut": "sex=F"})
    assert gaps() == []


def test_a_breakdown_that_no_figure_has_is_wanted() -> None:
    make_indicator(["sex", "age"], {"cut": "sex=F"})
    assert (only().is_whole, only().dimensions) == (False, ("age",))


def test_a_definition_without_figures_is_wanted() -> None:
    make_indicator([], {})
    Definition.objects.create(
        slug="other", indicator=Indicator.objects.get(), name=WORDS, kind="count", unit=WORDS, unit_code="HH",
        decimals=0, direction="none", threshold=5, is_sensitive=False, position=1,
    )  # fmt: skip
    assert [each.slug for each in only().definitions] == ["other"]


@pytest.mark.usefixtures("places")
def test_municipalities_without_a_figure_are_wanted_of_the_region_alone() -> None:
    make_indicator(["place"], {"place": "04000"}, {"place": "21001"})
    assert only().places is not None
    assert (only().places.whole, only().places.missing, only().places.of) == ("04000", ("21002",), 2)


@pytest.mark.usefixtures("places")
def test_figures_of_other_places_leave_the_region_wanted() -> None:
    make_indicator([], {"place": "01000"})
    assert only().region == "04000"


def test_what_this_site_computes_is_not_wanted_of_anyone() -> None:
    make_indicator([])
    Indicator.objects.update(standing=Standing.COMPUTED)
    assert gaps() == []


def test_a_letter_asks_one_body_for_all_that_it_should_give() -> None:
    load_observatory(read_observatory(settings.DATA))
    found = requests(gaps())
    every = {producer for gap in gaps() for producer in gap.indicator.ask}
    assert {request.producer for request in found} == every
    dimensions = dict(Dimension.objects.values_list("slug", "name"))
    said = {"nl": "Beste collega’s", "fr": "Nous demandons", "en": "never data on persons"}
    for language, words in said.items():
        with override(language):
            for each in asked(found, dimensions, names_of_codes()):
                assert words in each.letter
                assert all(str(gap.indicator.name) in each.letter for gap in each.request.gaps)
                assert "[" not in each.letter and "&" not in each.letter


def test_whoever_has_no_name_gets_no_letter() -> None:
    make_indicator([], ask=("nobody",))
    assert requests(gaps()) == []
    Coverage.objects.create(
        producer="nobody", producer_name=WORDS, parameter=Parameter.SEX, year=2026, answer=Cuttable.UNKNOWN,
        position=0,
    )  # fmt: skip
    assert [each.producer for each in requests(gaps())] == ["nobody"]


def test_what_is_wanted_takes_four_queries(django_assert_num_queries: Any) -> None:
    make_indicator(["sex"], {})
    with django_assert_num_queries(4):
        gaps()
