"""Leave formulas side by side: few questions, what is shut says why, and nothing is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.core.serializers import serialize
from django.http import HttpResponse
from django.test import Client
from django.utils.translation import override

from relais.apps.check.sealed import unseal
from relais.apps.languages.addresses import address

pytestmark = pytest.mark.django_db

SECRET = "2021-07-13"  # a day of birth that stands nowhere else
GIVEN = {
    "birth_date": SECRET, "months_with_employer": "15", "months_in_service": "48", "employer_workers": "40",
    "is_disabled": "no", "follows_parental_leave": "no", "employer_agrees": "no", "employer_consents": "no",
    "was_part_time_for_two_years": "no", "emergency_days_taken": "3", "carer_days_taken": "0",
    "contract_fraction": "0.5",
}  # fmt: skip


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with override("en"), time_machine.travel("2026-11-30 10:00", tick=False):
        yield


def page() -> str:
    return address("check:leaves")


def sealed_in(response: HttpResponse) -> str:
    found = re.search(r'name="sealed" value="([^"]+)"', response.content.decode())
    assert found is not None
    return found.group(1)


def begin(client: Client, **more: Any) -> HttpResponse:
    told = {"reasons": ["child"], "children": "1", "has_partner": "no", "others": "0", "has_taken": "no",
            "use_last": "on", "do": "start"}  # fmt: skip
    return client.post(page(), told | more)


def walked(client: Client, response: HttpResponse, **more: str) -> HttpResponse:
    """Through all questions to the comparison; what is not in GIVEN is answered yes."""
    for _ in range(30):
        asking = unseal(sealed_in(response)).asking
        if not asking:
            return response
        told = {"sealed": sealed_in(response), "do": "answer"}
        for n, need in enumerate(asking):
            given = (GIVEN | more).get(need.name.partition(".")[2], "yes")
            told |= {f"q{n}_instead": given, f"q{n}": given} if given == "private" else {f"q{n}": given}
        response = client.post(page(), told)
    raise AssertionError("it never ends")


def rows(response: HttpResponse) -> list[str]:
    """The formulas of the table, each as one line of words."""
    table = re.search(r"<tbody.*?</tbody>", response.content.decode(), re.DOTALL)
    each = re.findall(r"<tr.*?</tr>", table.group(), re.DOTALL) if table else []
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in each]


def test_a_parent_sees_every_formula_that_is_open_with_its_length_and_amounts(client: Client) -> None:
    found = rows(walked(client, begin(client)))
    assert [row.partition(" Left ")[0] for row in found] == [
        "Parental leave stop altogether", "Parental leave work half-time", "Parental leave a fifth less",
        "Time credit with a motive stop altogether · caring for one’s own young child",
        "Time credit with a motive work half-time · caring for one’s own young child",
        "Time credit with a motive a fifth less · caring for one’s own young child",
    ]  # fmt: skip
    assert "4 months for child 1" in found[0] and "1,768.62 euro estimate" in found[0]
    assert "1,589.46 euro" in found[0] and "protected until three months after the leave" in found[0]


def test_what_is_not_open_says_why(client: Client) -> None:
    html = walked(client, begin(client)).content.decode()
    shut = html[html.index("Not open to you") :]
    assert "a tenth less" in shut and "The employer agrees to a tenth less: no" in shut
    assert "Child 1: Recognised disability: no [CAO/CCT 103]" in shut


def test_an_effect_that_no_source_tells_is_said_to_be_so(client: Client) -> None:
    html = walked(client, begin(client)).content.decode()
    assert re.search(r"Found in no source for these formulas:\s+Annual holiday", html)
    assert "not found in a source" in html


def test_sorted_by_amount_the_highest_comes_first(client: Client) -> None:
    response = walked(client, begin(client))
    by_amount = rows(client.post(page(), {"sealed": sealed_in(response), "do": "amount"}))
    said = [row.partition("Gross a month ")[2] for row in by_amount]
    amounts = [float(each.partition(" ")[0].replace(",", "")) for each in said[:-1]]
    assert amounts == sorted(amounts, reverse=True) and len(amounts) == 5
    assert said[-1].startswith("no allowance")  # to stop altogether is not paid for a child of 5


def test_someone_else_at_the_address_lowers_the_amount(client: Client) -> None:
    found = rows(walked(client, begin(client, others="1")))
    assert "1,038.14 euro" in found[0]


def test_who_took_no_leave_before_is_not_asked_how_much(client: Client) -> None:
    told = unseal(sealed_in(begin(client)))
    assert told.answers["child-1"]["parental_leave.used_full"] == 0
    asked = unseal(sealed_in(begin(client, has_taken="yes")))
    assert "child-1" not in asked.answers


def test_only_formulas_for_the_reasons_given_are_compared(client: Client) -> None:
    html = walked(client, begin(client, reasons=["urgency"])).content.decode()
    assert "Family-emergency leave" in html and "Parental leave" not in html
    assert "Unpaid, unless a collective agreement says otherwise" in html and "7 days" in html


def test_every_question_can_be_passed_over_and_the_formulas_then_depend(client: Client) -> None:
    response = begin(client)
    for _ in range(30):
        asking = unseal(sealed_in(response)).asking
        if not asking:
            break
        told = {f"q{n}{part}": "private" for n in range(len(asking)) for part in ("", "_instead")}
        response = client.post(page(), told | {"sealed": sealed_in(response), "do": "answer"})
    html = response.content.decode()
    assert rows(response) == [] and "It depends on:" in html


def test_nothing_is_kept(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    strict = Client(enforce_csrf_checks=True)
    with caplog.at_level(0):
        response = walked(strict, begin(strict))
    assert not response.cookies and not strict.cookies
    assert "no-store" in response["Cache-Control"]
    assert SECRET not in caplog.text and SECRET not in str(response.headers)
    rows_kept = (serialize("json", model._default_manager.all()) for model in apps.get_models())
    assert SECRET not in "".join(rows_kept)


def test_a_seal_that_is_none_begins_again(client: Client) -> None:
    html = client.post(page(), {"sealed": "nothing", "do": "result"}).content.decode()
    assert "This page was open for too long" in html


@pytest.mark.parametrize(("number", "is_linked"), [(17, True), (26, True), (88, False)])
def test_measures_on_leave_lead_to_the_comparison(client: Client, number: int, is_linked: bool) -> None:
    with override("en"):
        found = client.get(address("plan:measure", number)).content.decode()
    assert (page() in found) == is_linked
