"""Rights for programs: the catalogue, amounts of a day, and a household of which nothing is kept."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from relais.apps.check import catalogue
from relais.apps.check.api import routes
from relais.apps.check.api.posted import MOST_BYTES
from relais.apps.check.household import household_of
from relais.core.rights.inputs import Input
from relais.core.rights.law import Entity
from relais.core.rights.outcomes import check
from relais.core.rights.parameters import Table

pytestmark = pytest.mark.django_db

ROOT = "/api/v1/rights"
DAY = dt.date(2025, 2, 1)
SECRET = "23456.78"  # an income that stands nowhere else
PARENT = {"id": "ada", "role": "parent", "birth_date": "1990-01-01", "income": 30000}
CHILD = {
    "id": "bo", "role": "child", "birth_date": "2020-05-05", "lives_in_brussels": True,
    "residence_title": "belgian", "paid_to": "this-parent", "parents_dead": "none", "has_affection": False,
}  # fmt: skip
HOUSEHOLD = {
    "date": "2025-02-01", "persons": [PARENT, CHILD], "ask": ["child_benefit"],
    "household": {"cadastral_income": 0, "is_married_not_separated": False},
}  # fmt: skip


def ask(client: Client, what: str = "", **query: Any) -> Any:
    response = client.get(f"{ROOT}{what}", query)
    assert response.status_code == 200, response.content
    return response.json()


def post(client: Client, body: Any, query: str = "", kind: str = "application/json") -> HttpResponse:
    said = body if isinstance(body, bytes | str) else json.dumps(body)
    return client.post(f"{ROOT}/evaluate?{query}", said, content_type=kind)


def refused(response: HttpResponse, status: int) -> str:
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    detail: str = json.loads(response.content)["detail"]
    return detail


def test_every_right_is_listed_and_told_whole(client: Client) -> None:
    listed = ask(client)
    assert [each["name"] for each in listed] == list(catalogue.rights())
    for each in listed:
        whole = ask(client, f"/{each['name']}")
        assert each.items() <= whole.items()
        written = catalogue.book().rights[each["name"]]
        assert len(whole["rules"]) == len(written.rules)
        assert [one["name"] for one in whole["parameters"]] == list(written.parameters)
        assert [one["name"] for one in whole["inputs"]] == list(written.inputs)


def test_amounts_of_a_day_are_those_that_are_known_on_it(client: Client) -> None:
    for day in (dt.date(2021, 1, 1), DAY, dt.date(2026, 6, 1)):
        for one in ask(client, "/parameters", date=day.isoformat()):
            written = catalogue.book().rights[one["right"]].parameters[one["name"]]
            assert bool(one["amounts"]) == written.is_known_on(day)
            for amount in one["amounts"]:
                found = written.on(day)
                assert found and (amount["since"], amount["tag"], amount["source"]) == (
                    found.since.isoformat(), found.tag, found.source,
                )  # fmt: skip
                if isinstance(found.value, Table):
                    assert [cell["value"] for cell in amount["cells"]] == list(found.value.numbers)


def test_a_table_says_of_each_number_where_its_band_begins(client: Client) -> None:
    [low] = [
        p for p in ask(client, "/parameters", right="child_benefit", date="2025-02-01") if p["name"] == "low"
    ]
    assert {"begins": {"children": 2, "age": 12}, "value": 99.47} in low["amounts"][0]["cells"]


def test_evaluation_says_what_the_check_of_a_file_says(client: Client) -> None:
    response = post(client, HOUSEHOLD, "language=fr")
    told = household_of(HOUSEHOLD)
    about = {"child_benefit": catalogue.rights()["child_benefit"]}
    [outcome] = check(catalogue.law(told.date), about, told.family).outcomes
    [found] = response.json()["outcomes"]
    assert (found["state"], found["persons"], found["unit"]) == (outcome.state, ["bo"], outcome.unit)
    assert (found["amount"], found["in_words"]) == (236.25, "236,25 euros par mois")
    assert response.json()["steps"] == [] and found["because"] == []


def test_explained_every_value_stands_once_with_its_reasons_among_them(client: Client) -> None:
    answer = post(client, HOUSEHOLD, "explain=true").json()
    keys = [(step["name"], step["person"]) for step in answer["steps"]]
    assert len(keys) == len(set(keys))
    used = [ref for part in (*answer["steps"], *answer["outcomes"]) for ref in part["because"]]
    assert {(ref["name"], ref["person"]) for ref in used} == set(keys)
    by_name = {step["name"]: step for step in answer["steps"]}
    assert by_name["child_benefit.monthly"]["value"] == pytest.approx(236.25)
    assert by_name["child_benefit.social_supplement"]["article"].startswith("Ord. 25.04.2019, art. 9")
    assert by_name["child_benefit.ceiling_1"]["parameter"] == {
        "since": "2025-02-01", "known_to": "2025-12-31", "is_known": True, "tag": "ADM",
        "source": by_name["child_benefit.ceiling_1"]["parameter"]["source"],
    }  # fmt: skip
    assert any(one["holds"] is False for step in answer["steps"] for one in step["conditions"])


def test_past_the_last_known_amount_none_is_given_unless_the_last_is_asked_for(client: Client) -> None:
    later = HOUSEHOLD | {"date": "2026-06-01"}
    [silent] = post(client, later).json()["outcomes"]
    [last] = post(client, later, "use_last=true").json()["outcomes"]
    assert (silent["state"], silent["amount"], silent["known_to"]) == ("entitled", None, "2025-12-31")
    assert (last["amount"], last["known_to"]) == (236.25, "2025-12-31")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"datum": "2025-02-01"}, "datum: is not known here; known are date, persons, household, ask"),
        ({"persons": [PARENT | {"incme": 5}]}, "of ada: there is no such input; did you mean “income”?"),
        ({"persons": [PARENT | {"income": -5}]}, "income of ada: -5 is too low, the least is 0 EUR/year"),
        ({"persons": [PARENT | {"income": "much"}]}, "income of ada: 'much' is no number; give it in EUR"),
        ({"persons": [PARENT | {"income": 10**400}]}, "is too high, the most is"),
        ({"persons": [PARENT | {"role": []}]}, "role of ada: [] is none of parent, partner, child, other"),
        ({"persons": [{"id": "a\ud800"}]}, "persons, number 1: needs an id of its own"),
        ({"persons": [{"id": str(n)} for n in range(101)]}, "persons: 101 are too many, at most 100"),
        ({"ask": [{}]}, "ask: there is no right"),
        ({"date": "2021-08-31"}, "date: 2021-08-31 is before 2021-09-01, the first day"),
        ({"date": "9999-12-31"}, "date: 9999-12-31 is after 2030-12-31, the last day"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_named_with_what_to_do(client: Client, told: dict[str, Any], said: str) -> None:
    assert said in refused(post(client, HOUSEHOLD | told), 422)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (" ", "no JSON"), ("{", "no JSON"), (b"\xff", "no JSON"), ("[" * 100_000, "no JSON"),
        ('{"date": NaN}', "NaN is no number"), ('{"date": 9e999999}', None),
        ('{"date": "2025-02-01", "date": "2025-02-02"}', None),
    ],
)  # fmt: skip
def test_what_is_no_json_is_refused(client: Client, body: str | bytes, said: str | None) -> None:
    assert (said or "date: ") in refused(post(client, body), 400 if said else 422)


def test_too_many_persons_to_explain_are_refused_with_the_limit(client: Client) -> None:
    many = HOUSEHOLD | {"persons": [{"id": str(n)} for n in range(21)]}
    assert "at most 20; ask without “explain”" in refused(post(client, many, "explain=true"), 422)
    assert post(client, many).status_code == 200


class Unread:
    """A body that nobody may read."""

    def read(self, *_args: Any) -> bytes:
        raise AssertionError("it was read")

    readline = read


def test_a_body_that_is_too_large_is_refused_unread_with_the_limit(client: Client) -> None:
    environ = {
        "wsgi.input": Unread(),
        "CONTENT_LENGTH": str(MOST_BYTES + 1),
        "CONTENT_TYPE": "application/json",
    }
    response = client.generic("POST", f"{ROOT}/evaluate", **environ)
    assert f"at most {MOST_BYTES} bytes" in refused(response, 413)


def test_only_json_is_read(client: Client) -> None:
    assert "application/json" in refused(post(client, "date=2025-02-01", kind="text/plain"), 415)


def test_any_web_page_may_post_and_no_cache_keeps_the_answer(client: Client) -> None:
    preflight = client.options(f"{ROOT}/evaluate", headers={"Access-Control-Request-Method": "POST"})
    assert preflight["Access-Control-Allow-Methods"] == preflight["Allow"] == "POST, OPTIONS"
    assert "Content-Type" in preflight["Access-Control-Allow-Headers"]
    for response in (post(Client(enforce_csrf_checks=True), HOUSEHOLD), post(client, "{")):
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["Cache-Control"] == "no-store"
        assert "ETag" not in response and not response.cookies
    for method in ("get", "head", "put"):
        response = getattr(client, method)(f"{ROOT}/evaluate")
        assert (response.status_code, response["Allow"]) == (405, "POST, OPTIONS")


def test_nothing_of_a_household_is_logged_even_where_we_fail(
    client: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = HOUSEHOLD | {"persons": [PARENT | {"income": float(SECRET)}]}
    with caplog.at_level(0):
        assert post(client, told).status_code == 200
        assert post(client, told | {"persons": [PARENT | {"income": f"-{SECRET}"}]}).status_code == 422

        def fail(*_args: Any, **_more: Any) -> None:
            raise KeyError(SECRET)

        monkeypatch.setattr(routes, "evaluated", fail)
        assert SECRET not in refused(post(client, told), 500)
    assert "KeyError" in caplog.text and SECRET not in caplog.text


@pytest.mark.parametrize("what", ["", "/child_benefit", "/parameters", "/schema"])
def test_the_database_is_never_asked(client: Client, django_assert_num_queries: Any, what: str) -> None:
    with django_assert_num_queries(0):
        ask(client, what)
        post(client, HOUSEHOLD, "explain=true")


LAW = catalogue.law(DAY)
INPUTS = {name: node for name, node in LAW.inputs.items() if "." not in name}


def answers_of(entity: Entity) -> some.SearchStrategy[dict[str, Any]]:
    """Some answers that the schema allows, of a person or of the household."""
    kinds = {
        name: answer(node.what)
        for name, node in INPUTS.items()
        if node.entity == entity and isinstance(node.what, Input)
    }
    return some.fixed_dictionaries({}, optional=kinds)


def answer(asked: Input) -> some.SearchStrategy[Any]:
    match asked.kind:
        case "yes-no":
            return some.booleans()
        case "date":
            return some.dates().map(dt.date.isoformat)
        case "choice":
            return some.sampled_from(list(asked.options))
    return some.floats(asked.lowest, asked.highest) | some.sampled_from([asked.lowest, asked.highest])


PERSONS = some.lists(answers_of(Entity.PERSON), max_size=4)
FEW = settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)  # fmt: skip


@FEW
@given(PERSONS, answers_of(Entity.HOUSEHOLD), some.booleans())
def test_whatever_the_schema_allows_is_answered(
    persons: list[dict[str, Any]], household: dict[str, Any], use_last: bool
) -> None:
    told = [{"id": f"p{n}", **each} for n, each in enumerate(persons)]
    body = {"date": DAY.isoformat(), "persons": told, "household": household}
    response = post(Client(), body, f"explain=true&use_last={use_last}".lower())
    assert response.status_code == 200, response.content
    json.loads(response.content, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
