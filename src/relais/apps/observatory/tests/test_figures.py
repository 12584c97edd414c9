"""The permanent address of a figure."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from relais.apps.observatory import models as m
from relais.apps.observatory.loader import load_observatory, read_observatory, settle
from relais.apps.observatory.models.observations import cell_address
from relais.apps.observatory.reading.cells import whole_cell
from relais.apps.observatory.reading.words import value_in_words
from relais.apps.observatory.tests.make import make_definition, make_release, make_source, make_value
from relais.core.texts.text import LANGUAGES, Text

pytestmark = pytest.mark.django_db

FIRST, SECOND = "2021-06-01", "2022-06-01"
PUBLISHED = Path(__file__).resolve().parents[6] / "shared" / "data" / "published_figures.csv"


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):
        yield


@pytest.fixture
def house() -> None:
    load_observatory(read_observatory(settings.DATA))


@pytest.fixture
def corrected() -> m.Observation:
    """A figure of a first edition that a second one corrects."""
    source, definition = make_source(), make_definition()
    figure = make_value(make_release(source, FIRST), definition, 100, cut="sex=F")
    make_value(make_release(source, SECOND), definition, 110, cut="sex=F")
    settle(source.pk)
    return figure


def html(client: Client, path: str, **query: str) -> str:
    response = client.get(path, query)
    assert response.status_code == 200, path
    return response.content.decode()


@pytest.mark.parametrize("cut", ["", "age=18-64&sex=F"])
@pytest.mark.parametrize("place", ["04000", "03000+04000"])
def test_an_address_is_put_together_as_the_addresses_are(place: str, cut: str) -> None:
    address = cell_address("poverty-risk", "arop_rate", place, "2018", cut)
    parts = ("poverty-risk", "arop_rate", place, "2018", cut or "_T")
    assert address == reverse("observatory:figure", args=parts)


def test_a_figure_that_was_corrected_keeps_its_address_and_tells_both(
    client: Client, corrected: m.Observation
) -> None:
    now = html(client, corrected.get_absolute_url())
    assert "<b>110</b>" in now and "<b>100</b>" in now
    assert now.index("<b>110</b>") < now.index("<b>100</b>")
    then = html(client, corrected.get_absolute_url(), on="2021-12-31")
    assert then.index("<b>100</b>") < then.index("<b>110</b>")
    assert "As it was known on 31 December 2021" in then


def test_a_figure_that_no_source_says_any_more_keeps_its_address(
    client: Client, corrected: m.Observation
) -> None:
    other = make_release(corrected.release.source, "2023-06-01")
    make_value(other, corrected.definition, 7, period="2021")
    settle(corrected.release.source_id)
    assert "No source says this figure any more" in html(client, corrected.get_absolute_url())


def test_what_no_accepted_edition_said_has_no_address(client: Client) -> None:
    proposed = make_release(make_source(), FIRST, state="proposed")
    figure = make_value(proposed, make_definition(), 100)
    assert client.get(figure.get_absolute_url()).status_code == 404


def test_the_address_of_a_definition_that_moved_leads_to_the_new_one(
    client: Client, corrected: m.Observation
) -> None:
    there = corrected.get_absolute_url()
    moved = client.get(there.replace("/households/", "/families/", 1))
    assert (moved.status_code, moved["Location"]) == (301, there)


def test_a_hidden_figure_says_so_and_nothing_more(client: Client) -> None:
    source, definition = make_source(), make_definition()
    figure = make_value(make_release(source, FIRST), definition, None, secrecy="C")
    m.HiddenValue.objects.create(observation=figure, value=987654, rule="fewer than 5")
    settle(source.pk)
    shown = html(client, figure.get_absolute_url())
    assert "hidden to protect persons" in shown
    assert "987" not in shown


def test_a_figure_tells_how_to_cite_it(client: Client, corrected: m.Observation) -> None:
    shown = html(client, corrected.get_absolute_url())
    address = f"http://localhost:8000{corrected.get_absolute_url()}"
    assert f"({SECOND}). Consulted at {address} on" in shown
    said = shown.partition("CSL-JSON</summary>")[2].partition(">")[2].partition("</pre>")[0]
    [cited] = json.loads(said.replace("&quot;", '"'))
    assert (cited["type"], cited["URL"], cited["version"]) == ("dataset", address, SECOND)
    assert f"url = {{{address}}}" in shown


@pytest.mark.parametrize(("language", "said"), [("nl", "Geraadpleegd op"), ("fr", "Consulté sur")])
def test_the_citing_text_is_in_the_language_of_the_page(
    client: Client, corrected: m.Observation, language: str, said: str
) -> None:
    with override(language):
        assert said in html(client, corrected.get_absolute_url())


def test_a_citation_has_one_key_in_every_language(client: Client, corrected: m.Observation) -> None:
    m.Source.objects.update(publisher=Text({"nl": "Dienst", "fr": "Office", "en": "Bureau"}))
    keys = set()
    for language in LANGUAGES:
        with override(language):
            shown = html(client, corrected.get_absolute_url())
        keys.add(shown.partition("@misc{")[2].partition(",")[0])
    assert keys == {f"households-04000-2020-sex-f-statbel-{SECOND}"}


def test_a_citation_does_not_name_a_definition_that_is_called_as_its_indicator(
    client: Client, corrected: m.Observation
) -> None:
    assert "<p>word: 04000, F, 2020: 110" in html(client, corrected.get_absolute_url())
    m.Definition.objects.update(name=Text({"en": "other"}))
    assert "<p>word: other, 04000, F, 2020: 110" in html(client, corrected.get_absolute_url())


def test_a_figure_takes_few_queries(
    client: Client, corrected: m.Observation, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(9):
        html(client, corrected.get_absolute_url())


@pytest.mark.usefixtures("house")
def test_what_does_not_fit_leads_to_what_it_is_set_beside(client: Client) -> None:
    cell = ("poverty-risk", "arop_rate", "01000", "2018", "household_type=single_parent")
    shown = html(client, cell_address(*cell))
    assert "Two sources disagree" in shown
    assert "/en/figures/poverty-risk/arop_rate/01000/2018/household_type=single_parent_" in shown


@pytest.mark.usefixtures("house")
def test_every_figure_is_found_at_its_address_with_its_source_and_date() -> None:
    figures = m.Observation.objects.ever().select_related("definition__indicator", "release__source")
    assert len(figures) > 500
    for figure in figures:
        found = whole_cell(figure.definition, figure.place, figure.period, figure.cut)
        assert found is not None
        [row] = (row for row in found.vintages if row.figure.pk == figure.pk)
        assert row.value == ("" if figure.value is None else value_in_words(figure.value, figure.decimals))
        assert row.figure.release.source.title and row.figure.release.edition and row.figure.since


@pytest.mark.usefixtures("house")
def test_the_page_of_a_figure_shows_its_value_definition_source_and_date(client: Client) -> None:
    """Of every tenth: all of them are visited by the crawl of the whole site."""
    figures = m.Observation.objects.ever().select_related("definition__indicator", "release__source")
    for figure in figures.in_order()[::10]:
        shown, release = html(client, figure.get_absolute_url()), figure.release
        value = "missing" if figure.value is None else value_in_words(figure.value, figure.decimals)
        for said in (value, str(figure.definition.name), release.source.title, release.edition):
            assert escape(said) in shown, (figure.get_absolute_url(), said)


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published figures are not at hand")
@pytest.mark.usefixtures("house")
def test_every_published_figure_is_among_them() -> None:
    with PUBLISHED.open(encoding="utf-8") as file:
        published = [
            (urlsplit(row["source_url"]).netloc, row["geo"], row["period"], float(row["value"]))
            for row in csv.DictReader(file)
        ]
    columns = ("release__source__url", "place", "period", "value", "low", "high")
    known = {
        (urlsplit(url).netloc, place, period, number)
        for url, place, period, *numbers in m.Observation.objects.ever().values_list(*columns)
        for number in numbers
    }
    assert len(published) == 401
    assert [row for row in published if row not in known] == []
