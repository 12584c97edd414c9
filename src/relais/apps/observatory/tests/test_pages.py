from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import override

from relais.apps.languages.addresses import address
from relais.apps.observatory.loader import load_observatory, read_observatory
from relais.apps.observatory.models import Indicator, Observation, Release

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> None:
    """The figures of the house."""
    load_observatory(read_observatory(settings.DATA))


def read(client: Client, page: str, *arguments: str, language: str = "en", **query: str) -> str:
    with override(language):
        return client.get(address(page, *arguments), query).content.decode()


@pytest.mark.usefixtures("house")
def test_every_figure_can_be_found_with_its_definition_source_and_date(client: Client) -> None:
    shown = {each.slug: read(client, "observatory:indicator", each.slug) for each in Indicator.objects.all()}
    figures = Observation.objects.current().select_related("definition__indicator", "release__source")
    assert len(figures) > 500
    for figure in figures:
        html = shown[figure.definition.indicator.slug]
        assert f'id="{figure.definition.slug}"' in html
        assert figure.release.source.url.replace("&", "&amp;") in html
        assert f">{figure.period}</th>" in html


@pytest.mark.usefixtures("house")
def test_what_the_advice_misprints_stands_beside_what_follows_from_it(client: Client) -> None:
    html = read(client, "observatory:indicator", "single-parent-households")
    assert "86.6 beside 86.3" in html
    assert "19.1236 beside 191,236" in html and "printed 19.1236" in html
    html = read(client, "observatory:indicator", "integration-income", language="fr")
    assert "5,5 à côté de 5,2" in html


@pytest.mark.usefixtures("house")
def test_an_indicator_without_figures_says_whom_to_ask(client: Client) -> None:
    assert "Whom to ask for it: Actiris" in read(client, "observatory:home")
    assert "Data wanted" in read(client, "observatory:indicator", "actiris-childcare")


@pytest.mark.usefixtures("house")
def test_figures_are_shown_as_they_were_known_on_a_day(client: Client) -> None:
    first = min(Release.objects.values_list("available_date", flat=True))
    before = read(client, "observatory:indicator", "poverty-risk", on="2012-01-01")
    assert "As it was known on" in before and "No figure yet." in before
    assert first.year < 2026


def test_what_is_no_day_shows_the_figures_of_today(client: Client, house: None) -> None:
    assert "As it was known on" not in read(client, "observatory:indicator", "poverty-risk", on="yesterday")


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_pages_are_in_every_language(client: Client, language: str) -> None:
    name = Indicator.objects.get(slug="poverty-risk").name[language]
    assert name in read(client, "observatory:home", language=language)
    assert name in read(client, "observatory:indicator", "poverty-risk", language=language)


@pytest.mark.usefixtures("house")
def test_an_indicator_takes_few_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(10):
        read(client, "observatory:indicator", "poverty-risk")
    with django_assert_max_num_queries(2):
        read(client, "observatory:home")
