"""The API: the plan under the names of the exports, to anyone, whatever is asked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from relais.apps.plan import models as m
from relais.apps.plan.exports import plan_as_data

pytestmark = pytest.mark.django_db

ROOT = "/api/v1"
LISTS = ("measures", "themes", "actors", "links", "documents", "demands")
ONES = ("measures/16", "themes/4", "actors/actiris", "documents/advice-2020")


def ask(client: Client, what: str, **query: Any) -> Any:
    response = client.get(f"{ROOT}/{what}", query)
    assert response.status_code == 200, response.content
    return response.json()


def problem(response: HttpResponse, status: int) -> dict[str, Any]:
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    said: dict[str, Any] = json.loads(response.content)
    assert list(said) == ["type", "title", "status", "detail", "instance"]
    assert said["status"] == status
    return said


@pytest.mark.parametrize("noun", [noun for noun in LISTS if noun != "measures"])
def test_list_is_the_same_as_in_the_export(client: Client, noun: str) -> None:
    assert ask(client, noun) == plan_as_data()[noun]  # type: ignore[literal-required]


def test_measures_are_those_of_the_export_with_their_links(client: Client) -> None:
    exported = plan_as_data()["measures"]
    for listed, known in zip(ask(client, "measures"), exported, strict=True):
        assert known.items() <= listed.items()
        assert all(listed["number"] in (link["from"], link["to"]) for link in listed["links"])


def test_one_is_what_the_list_says_and_more(client: Client) -> None:
    plan = plan_as_data()
    assert plan["measures"][15].items() <= ask(client, "measures/16").items()
    assert plan["themes"][3].items() <= ask(client, "themes/4").items()
    assert ask(client, "documents/advice-2020") in plan["documents"]
    actiris = ask(client, "actors/actiris")
    assert all("actiris" in ask(client, f"measures/{number}")["actors"] for number in actiris["measures"])
    assert all("actiris" in ask(client, f"themes/{number}")["actors"] for number in actiris["themes"])


def test_links_of_a_measure_have_their_reasons(client: Client) -> None:
    number = m.Link.objects.values_list("source__number", flat=True)[0]
    links = ask(client, f"measures/{number}")["links"]
    assert links == ask(client, "links", measure=number)
    assert all(link["reason"]["nl"] for link in links)


@pytest.mark.parametrize(
    ("what", "most"),
    [("measures", 7), ("themes", 3), ("actors", 2), ("links", 1), ("documents", 3), ("demands", 2)],
)
def test_number_of_queries_is_small(
    client: Client, django_assert_max_num_queries: Any, what: str, most: int
) -> None:
    with django_assert_max_num_queries(most):
        ask(client, what)


def test_filters_are_those_of_the_site(client: Client) -> None:
    found = ask(client, "measures", theme="4", kind="priority")
    assert [row["number"] for row in found] == [
        row["number"] for row in plan_as_data()["measures"] if row["theme"] == 4 and row["kind"] == "priority"
    ]
    assert (
        len(ask(client, "measures", theme=["3", "4"]))
        == m.Measure.objects.filter(theme__number__in=(3, 4)).count()
    )
    assert ask(client, "measures", q="16") == ask(client, "measures", q=" 16\x00 ")


def test_links_are_filtered_by_kind_origin_and_measure(client: Client) -> None:
    everything = plan_as_data()["links"]
    assert ask(client, "links", kind=["requires", "repeats"]) == [
        link for link in everything if link["kind"] in ("requires", "repeats")
    ]
    assert ask(client, "links", origin="advice") == [
        link for link in everything if link["origin"] == "advice"
    ]
    assert ask(client, "links", measure=1) == [link for link in everything if 1 in (link["from"], link["to"])]


@pytest.mark.parametrize("odd", ["unknown", "\x00", "😀", "x" * 10_000, "-1", "9" * 30, "١"])
@pytest.mark.parametrize("name", ["theme", "kind", "level", "actor", "linked", "origin", "measure"])
def test_odd_filter_gives_an_answer(client: Client, name: str, odd: str) -> None:
    for what in ("measures", "links"):
        assert client.get(f"{ROOT}/{what}", {name: odd, "q": odd}).status_code == 200


def test_filter_value_that_nothing_has_gives_an_empty_list(client: Client) -> None:
    assert ask(client, "measures", theme="999") == ask(client, "links", kind="unknown") == []
    assert ask(client, "links", measure="999") == ask(client, "links", origin="me", kind="requires") == []


@pytest.mark.parametrize(
    "what", ["measures/999", "themes/99", "actors/nobody", "documents/none", "no/such", "actors/a%00"]
)
def test_what_is_not_there_is_a_problem(client: Client, what: str) -> None:
    said = problem(client.get(f"{ROOT}/{what}"), 404)
    assert said["instance"] == f"{ROOT}/{what}"


@pytest.mark.parametrize("number", ["abc", "0", "-1", "1.5", "9" * 5_000])
def test_number_that_is_none_is_a_problem(client: Client, number: str) -> None:
    assert problem(client.get(f"{ROOT}/measures/{number}"), 422)["detail"].startswith("number: ")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_api_only_reads(client: Client, method: str) -> None:
    response = getattr(client, method)(f"{ROOT}/measures")
    problem(response, 405)
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_request_with_too_many_parameters_is_a_problem(client: Client) -> None:
    problem(client.get(f"{ROOT}/measures?" + "&".join(["kind=priority"] * 2_000)), 400)


def test_failure_says_nothing_of_its_cause(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_wanted: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("relais.apps.plan.reading.demands", fail)
    assert "secret" not in problem(client.get(f"{ROOT}/demands"), 500)["detail"]


@pytest.mark.parametrize("what", [*LISTS, *ONES, "openapi.json"])
def test_answer_is_not_sent_twice(client: Client, what: str) -> None:
    first = client.get(f"{ROOT}/{what}")
    again = client.get(f"{ROOT}/{what}", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert again["Access-Control-Allow-Origin"] == "*"


def test_answer_changes_its_etag_with_the_plan(client: Client) -> None:
    first = client.get(f"{ROOT}/actors/actiris")
    m.Actor.objects.filter(slug="actiris").update(acronym="ACT")
    again = client.get(f"{ROOT}/actors/actiris", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.json()["acronym"]) == (200, "ACT")


@pytest.mark.parametrize("what", [*LISTS, *ONES, "openapi.json", "measures/999", "measures/abc", "nothing"])
def test_any_web_page_may_ask(client: Client, what: str) -> None:
    assert client.get(f"{ROOT}/{what}")["Access-Control-Allow-Origin"] == "*"
    preflight = client.options(f"{ROOT}/{what}", headers={"Access-Control-Request-Method": "GET"})
    assert (preflight.status_code, preflight.content) == (200, b"")
    assert "GET" in preflight["Access-Control-Allow-Methods"]


def test_head_is_get_without_the_words(client: Client) -> None:
    get, head = client.get(f"{ROOT}/themes"), client.head(f"{ROOT}/themes")
    assert (head.status_code, head.content) == (200, b"")
    assert (head["ETag"], head["Content-Length"]) == (get["ETag"], get["Content-Length"])


def test_openapi_documents_every_answer(client: Client) -> None:
    document = ask(client, "openapi.json")
    assert document["openapi"].startswith("3.1")
    for path, item in document["paths"].items():
        [(method, told)] = item.items()
        assert told["summary"] and told["description"] and told["tags"] and "_" in told["operationId"]
        assert {"200", "default"} <= set(told["responses"])
        assert ("304" in told["responses"]) == (method == "get")
        assert ({"413", "415"} <= set(told["responses"])) == (method == "post")
        assert ("404" in told["responses"]) == ("{" in path)
        can_be_wrong = method == "post" or not all(map(is_free, told["parameters"]))
        assert ("422" in told["responses"]) == can_be_wrong
        for status, response in told["responses"].items():
            if status not in ("200", "304"):
                assert list(response["content"]) == ["application/problem+json"]


def is_free(parameter: Any) -> bool:
    """Any words will do: what no row has gives nothing."""
    schema = parameter["schema"]
    told = schema.get("items", schema)
    return told.get("type") == "string" and not {"pattern", "enum", "const", "format"} & set(told)


def test_operation_ids_are_stable(client: Client) -> None:
    document = ask(client, "openapi.json")
    ids = {told["operationId"] for item in document["paths"].values() for told in item.values()}
    published = {
        "list_measures", "get_measure", "list_themes", "get_theme", "list_actors", "get_actor",
        "list_links", "list_documents", "get_document", "list_demands",
        "list_rights", "get_right", "list_parameters", "get_household_schema", "evaluate_rights",
    }  # fmt: skip
    assert published - ids == set()


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_page_explains_every_operation_without_a_script(client: Client, language: str) -> None:
    page = client.get(f"/{language}/api/").content.decode()
    document = ask(client, "openapi.json")
    assert "<script" not in page and "style=" not in page
    for path, item in document["paths"].items():
        for method, told in item.items():
            assert f"{method.upper()} {path}" in page
            assert f'id="{told["operationId"]}"' in page
    for name in document["components"]["schemas"]:
        assert f'id="shape-{name}"' in page


def test_examples_on_the_page_can_be_followed(client: Client) -> None:
    page = client.get("/en/api/").content.decode()
    addresses = {part.split('"')[0] for part in page.split('href="')[1:]}
    followed = [address for address in addresses if address.startswith(ROOT)]
    assert len(followed) >= 10
    assert all(client.get(address).status_code == 200 for address in followed)


def test_docs_lead_to_the_page_in_the_language_of_the_reader(client: Client) -> None:
    response = client.get(f"{ROOT}/docs", headers={"Accept-Language": "fr"})
    assert (response.status_code, response["Location"]) == (302, "/fr/api/")
