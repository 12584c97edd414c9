from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import resolve
from django.utils.translation import override

from relais.apps.languages.addresses import address
from relais.apps.observatory.loader import load_observatory, read_observatory
from relais.apps.observatory.models import Code, Dimension, Indicator, Observation, Release
from relais.apps.observatory.periods import period_in_words
from relais.apps.observatory.reading.figures import MOST
from relais.apps.observatory.tests.make import WORDS, make_current, make_definition, make_release, make_source

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
    with override("en"):
        for figure in figures:
            html = shown[figure.definition.indicator.slug]
            assert f'id="{figure.definition.slug}"' in html
            assert figure.release.source.url.replace("&", "&amp;") in html
            assert f">{period_in_words(figure.period)}</th>" in html


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
    with django_assert_max_num_queries(11):  # two of them are those of the plan, in its slot
        read(client, "observatory:indicator", "poverty-risk")


@pytest.mark.usefixtures("house")
def test_the_figures_that_matter_stand_first_with_what_does_not_fit(client: Client) -> None:
    html = read(client, "observatory:home")
    assert "Of every 100 single-parent families in Brussels, 86.6 are led by a mother." in html
    assert html.count('class="card figure-card"') == 6
    assert html.count("does not fit with other figures") == 1
    assert html.count('class="spark"') == 1, "one of the six has a series"
    assert "{value}" not in html


@pytest.mark.usefixtures("house")
def test_indicators_are_filtered_by_an_address(client: Client) -> None:
    html = read(client, "observatory:home", standing="wanted", theme="housing")
    assert "Rent allowances that are paid" in html and "Burden of the rent" not in html
    assert "4 indicators of 40" in read(client, "observatory:home", q="poverty")
    assert "There is no “elsewhere” to filter on" in read(client, "observatory:home", theme="elsewhere")


@pytest.mark.usefixtures("house")
def test_filtering_asks_for_the_list_alone(client: Client, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(6), override("en"):
        answer = client.get(address("observatory:home"), {"q": "childcare"}, headers={"HX-Request": "true"})
    assert "<h1" not in answer.content.decode() and "HX-Request" in answer["Vary"]
    with django_assert_max_num_queries(9):
        read(client, "observatory:home")


@pytest.mark.usefixtures("house")
def test_sources_that_disagree_stand_side_by_side(client: Client) -> None:
    html = read(client, "observatory:indicator", "poverty-risk")
    assert html.count('class="conflict"') == 3
    assert html.index("41.4</b>") - html.index("40</b>") < 500


@pytest.mark.usefixtures("house")
def test_every_edition_is_listed_with_the_way_to_what_was_known_then(client: Client) -> None:
    html = read(client, "observatory:indicator", "poverty-risk")
    assert 'href="?on=2017-05-15"' in html and "as known on 15 May 2017" in html


@pytest.mark.usefixtures("house")
def test_an_indicator_leads_to_measures_and_a_measure_to_figures(client: Client) -> None:
    html = read(client, "observatory:indicator", "poverty-risk")
    assert address_in("en", "plan:measure", 7) in html and "Adapt policy better" in html
    html = read(client, "plan:measure", "7")
    assert "51.7\N{NO-BREAK SPACE}%" in html and "Brussels-Capital Region, 2018" in html


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize(("kind", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("csv", b"name,label")])
def test_a_chart_is_a_file_too(client: Client, kind: str, begins: bytes) -> None:
    answer = client.get(address_in("en", "observatory:chart", "poverty-risk", "arop_rate", kind))
    assert answer.content.startswith(begins)
    assert f'filename="arop_rate.{kind}"' in answer["Content-Disposition"]


@pytest.mark.usefixtures("house")
def test_what_has_no_chart_has_no_file_of_one(client: Client) -> None:
    for page in (
        ("poverty-risk", "arop_rate_families", "svg"), ("poverty-risk", "nothing", "svg"),
        ("deprivation", "arop_rate", "svg"), ("poverty-risk", "arop_rate", "exe"),
    ):  # fmt: skip
        assert client.get(address_in("en", "observatory:chart", *page)).status_code == 404


@pytest.mark.usefixtures("house")
def test_a_chart_of_a_day_shows_what_was_known_then(client: Client) -> None:
    where = address_in("en", "observatory:chart", "poverty-risk", "arop_rate", "csv")
    assert client.get(where, {"on": "2017-06-01"}).content.count(b"\n") < client.get(where).content.count(
        b"\n"
    )


@pytest.mark.usefixtures("house")
def test_no_indicator_is_called_as_a_page(client: Client) -> None:
    for slug in Indicator.objects.values_list("slug", flat=True):
        for language in ("nl", "fr", "en"):
            with override(language):
                found = resolve(address("observatory:indicator", slug))
            assert found.view_name == "observatory:indicator", f"{slug}: call it otherwise"


def test_an_indicator_of_very_many_figures_shows_those_of_the_region(client: Client) -> None:
    definition = make_definition("many", family_cut="")
    release = make_release(make_source(), "2024-01-01")
    places = Dimension.objects.create(slug="place", name=WORDS, partitions=[], alike=[], position=0)
    Code.objects.create(dimension=places, code="04000", name=WORDS, position=0)
    Code.objects.create(dimension=places, code="21001", parent="04000", name=WORDS, position=1)
    for n in range(MOST):
        make_current(release, definition, 7000 + n, place=f"far{n}")
    make_current(release, definition, 7777)
    html = read(client, "observatory:indicator", "many")
    assert "more figures than a page can hold" in html
    assert "7,777" in html and "7,100" not in html


def address_in(language: str, page: str, *arguments: str | int) -> str:
    with override(language):
        return address(page, *arguments)
