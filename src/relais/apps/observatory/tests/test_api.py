from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from relais.apps.observatory import models as m
from relais.apps.observatory.loader import find, settle
from relais.apps.observatory.tests.make import WORDS, make_definition, make_release, make_source, make_value

pytestmark = pytest.mark.django_db

FIRST, SECOND = "2021-06-01", "2022-06-01"


@pytest.fixture(autouse=True)
def figures() -> None:
    """Women, men and all, of two years; the second edition corrects all of 2020. One is hidden."""
    m.Dimension.objects.create(slug="sex", name=WORDS, position=0, partitions=[[None, ["F", "M"]]], alike=[])
    source, definition = make_source(), make_definition()
    first, second = make_release(source, FIRST, is_whole=False), make_release(source, SECOND, is_whole=False)
    for cut, value in (("", 100), ("sex=F", 60), ("age=0-17&sex=M", 30)):
        make_value(first, definition, value, cut=cut)
    hidden = make_value(first, definition, None, cut="sex=F", period="2021", secrecy="C")
    m.HiddenValue.objects.create(observation=hidden, value=987654, rule="fewer than 5")
    make_value(first, definition, 7, place="01000", period="2021", quality="P")
    make_value(second, definition, 110)
    settle(source.pk)


def ask(client: Client, path: str, **query: Any) -> Any:
    response = client.get(f"/api/v1/figures/{path}", query)
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def values(client: Client, **query: Any) -> list[float | None]:
    return [each["value"] for each in ask(client, "observations", **query)["items"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, [60, 30, None, 7, 110]),
        ({"cut": "_T"}, [7, 110]),
        ({"cut": "sex:F"}, [60, None]),
        ({"cut": "sex:M"}, [30]),
        ({"cut": ["sex:F", "sex:M"]}, [60, 30, None]),
        ({"cut": ["sex:M", "age:_T"]}, []),
        ({"cut": "age:_T"}, [60, None, 7, 110]),
        ({"cut": "sex"}, []),
        ({"place": "01000"}, [7]),
        ({"period_from": "2021"}, [None, 7]),
        ({"period_to": "2020"}, [60, 30, 110]),
        ({"source": "statbel", "obs_status": "P"}, [7]),
        ({"conf_status": "C"}, [None]),
        ({"indicator": "households", "definition": "households"}, [60, 30, None, 7, 110]),
        ({"indicator": "nothing"}, []),
        ({"as_of": "2021-12-31"}, [100, 60, 30, None, 7]),
        ({"as_of": "2020-01-01"}, []),
    ],
)
def test_filters_narrow_one_another(client: Client, query: dict[str, Any], expected: list[Any]) -> None:
    assert values(client, **query) == expected


def test_pages_follow_one_another_until_the_last(client: Client) -> None:
    found, cursor = [], 0
    for _page in range(9):
        page = ask(client, "observations", limit=2, cursor=cursor)
        found += [each["value"] for each in page["items"]]
        if page["next"] is None:
            break
        cursor = page["next"]
    assert found == [60, 30, None, 7, 110]


def test_a_page_in_another_format_says_where_the_next_one_is(client: Client) -> None:
    response = client.get("/api/v1/figures/observations", {"format": "csv", "limit": 2})
    assert response["Content-Type"].startswith("text/csv")
    following = response["Link"].partition("<")[2].partition(">")[0]
    assert "format=csv" in following
    assert client.get(following).content.count(b"\n") == 3  # the head, and two more figures


@pytest.mark.parametrize(
    ("form", "begins"), [("csv", b"indicator,"), ("sdmx-csv", b"STRUCTURE,"), ("json-stat", b'{"version"')]
)
def test_figures_come_in_every_format(client: Client, form: str, begins: bytes) -> None:
    response = client.get("/api/v1/figures/observations", {"format": form})
    assert response.content.startswith(begins)
    assert response["ETag"]


def test_what_is_hidden_has_no_value_and_says_so(client: Client) -> None:
    [hidden] = ask(client, "observations", conf_status="C")["items"]
    assert (hidden["value"], hidden["conf_status"]) == (None, "C")
    for form in ("json", "csv", "sdmx-csv", "json-stat"):
        assert b"987654" not in client.get("/api/v1/figures/observations", {"format": form}).content


def test_names_are_told_in_the_language_that_is_asked(client: Client) -> None:
    query = {"place": "01000"}
    assert ask(client, "observations", **query)["items"][0]["labels"] is None
    [named] = ask(client, "observations", language="fr", **query)["items"]
    assert named["labels"]["definition"] == "mot"
    assert "/fr/chiffres/" in named["address"]


@pytest.mark.parametrize(
    "wrong", [{"as_of": "2021-02-30"}, {"limit": 0}, {"format": "pdf"}, {"period_from": "19"}]
)
def test_what_cannot_be_is_refused(client: Client, wrong: dict[str, Any]) -> None:
    assert client.get("/api/v1/figures/observations", wrong).status_code == 422


def test_the_lists_tell_indicators_sources_releases_and_findings(client: Client) -> None:
    find()
    assert [each["slug"] for each in ask(client, "indicators")] == ["households"]
    assert ask(client, "indicators/households")["definitions"][0]["slug"] == "households"
    assert [each["slug"] for each in ask(client, "sources")] == ["statbel"]
    assert [(each["edition"], each["figures"]) for each in ask(client, "releases")] == [
        (SECOND, 1),
        (FIRST, 5),
    ]
    assert ask(client, "releases", source="nobody") == []
    assert ask(client, "findings", kind="nothing") == []


def test_nothing_of_a_release_that_is_not_accepted_is_told(client: Client) -> None:
    proposed = make_release(make_source("other"), FIRST, state="proposed")
    make_value(proposed, m.Definition.objects.get(), 1)
    assert values(client) == [60, 30, None, 7, 110]
    assert [each["slug"] for each in ask(client, "sources")] == ["statbel"]
    assert len(ask(client, "releases")) == 2


def test_an_indicator_that_is_not_there_is_a_problem(client: Client) -> None:
    assert client.get("/api/v1/figures/indicators/nothing").status_code == 404


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("observations", 5),
        ("indicators", 3),
        ("indicators/households", 12),
        ("sources", 1),
        ("releases", 1),
        ("findings", 1),
    ],
)
def test_an_answer_takes_few_queries(
    client: Client, django_assert_max_num_queries: Any, path: str, most: int
) -> None:
    with django_assert_max_num_queries(most):
        ask(client, path)
