"""The check: few questions, any answer can be changed, and nothing that a family tells is kept anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.core.serializers import serialize
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from relais.apps.check import catalogue
from relais.apps.check.sealed import LASTS, Gone, Told, seal, unseal
from relais.apps.languages.addresses import address
from relais.core.rights.inputs import Input
from relais.core.rights.unknown import Need

pytestmark = pytest.mark.django_db

SECRET = "23456.78"  # an income that stands nowhere else


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with override("en"):
        yield


def page() -> str:
    return address("check:check")


def sealed_in(response: HttpResponse) -> str:
    found = re.search(r'name="sealed" value="([^"]+)"', response.content.decode())
    assert found is not None
    return found.group(1)


def begin(client: Client, **more: Any) -> HttpResponse:
    told = {
        "children": "1", "has_partner": "no", "others": "0", "ask": ["child_benefit"], "use_last": "on",
        "do": "start",
    }  # fmt: skip
    return client.post(page(), told | more)


def questions(response: HttpResponse) -> list[Need]:
    return list(unseal(sealed_in(response)).asking)


def answer(
    client: Client, response: HttpResponse, given: dict[str, str], otherwise: str = ""
) -> HttpResponse:
    """Answer the page by the names of the inputs; what is not in `given` by `otherwise`, or plainly."""
    told: dict[str, Any] = {"sealed": sealed_in(response), "do": "answer"}
    for n, need in enumerate(questions(response)):
        value = given.get(need.name.partition(".")[2], otherwise or plainest(need))
        told |= {f"q{n}_instead": value, f"q{n}": value} if value == "private" else {f"q{n}": value}
    return client.post(page(), told)


def plainest(need: Need) -> str:
    asked = catalogue.law(timezone.localdate()).nodes[need.name].what
    assert isinstance(asked, Input)
    lowest = f"{asked.lowest or 0:g}"
    return {"yes-no": "no", "date": "2020-05-05", "number": lowest}.get(
        asked.kind, next(iter(asked.options), "")
    )


def walked(client: Client, response: HttpResponse, otherwise: str = "") -> HttpResponse:
    """Through all questions to the result."""
    for _ in range(40):
        if not questions(response):
            return response
        response = answer(client, response, GIVEN, otherwise)
    raise AssertionError("it never ends")


GIVEN = {
    "lives_in_brussels": "yes", "birth_date": "2020-05-05", "income": SECRET, "cadastral_income": "0",
    "is_married_not_separated": "no", "residence_title": "belgian", "paid_to": "this-parent",
}  # fmt: skip


def test_a_family_that_answers_is_told_its_right_the_amount_and_how_we_know(client: Client) -> None:
    html = walked(client, begin(client)).content.decode()
    assert "You are entitled to" in html and "Child benefit in Brussels" in html
    assert "euro a month" in html and "euro a year" in html
    assert "This is information, not a decision." in html
    assert "Ord. 25.04.2019" in html and ", child 1: " in html and "child-1:" not in html
    assert "with the last known amounts, of 31 December 2025 at the latest" in html


def test_every_question_can_be_passed_over_and_the_result_says_what_it_depends_on(client: Client) -> None:
    response = begin(client)
    for _ in range(40):
        if questions(response):
            response = answer(client, response, {}, "private")
    assert questions(response) == []
    html = response.content.decode()
    assert "You may be entitled to" in html
    assert "It depends on:" in html and "(child 1)" in html


def test_the_income_of_a_housemate_counts_when_one_shares_a_household_with_them(client: Client) -> None:
    amounts = {}
    for shares in ("yes", "no"):
        response = begin(client, others="1")
        while questions(response):
            response = answer(client, response, GIVEN | {"kinship": "none", "shares_household": shares})
        amounts[shares] = re.findall(r"[\d.,]+ euro a month", response.content.decode())[0]
    alone = re.findall(r"[\d.,]+ euro a month", walked(client, begin(client)).content.decode())[0]
    assert amounts["no"] == alone != amounts["yes"]


def test_an_answer_can_be_changed_and_the_question_comes_back(client: Client) -> None:
    response = walked(client, begin(client))
    told = unseal(sealed_in(response))
    place = next(n for n, (need, _) in enumerate(told.given) if need.name.endswith("lives_in_brussels"))
    changed = client.post(page(), {"sealed": sealed_in(response), "do": f"change:{place}"})
    assert questions(changed) == [told.given[place][0]]
    html = walked(client, answer(client, changed, {"lives_in_brussels": "no"})).content.decode()
    assert "You are not entitled to" in html


def test_a_child_who_is_older_than_its_parent_is_asked_about_again(client: Client) -> None:
    response, parents = begin(client), Need("family.birth_date", "parent")
    while parents not in questions(response):
        response = answer(client, response, GIVEN)
    days = {f"q{n}": plainest(need) for n, need in enumerate(questions(response))}
    days[f"q{questions(response).index(parents)}"] = "2021-05-05"
    again = client.post(page(), {"sealed": sealed_in(response), "do": "answer"} | days)
    assert "a child was born after its parent" in again.content.decode()
    assert questions(again) == questions(response)


def test_what_cannot_be_is_said_beside_its_question(client: Client) -> None:
    response = begin(client)
    empty = client.post(page(), {"sealed": sealed_in(response), "do": "answer"})
    assert "Answer, or say that you don’t know or would rather not say." in empty.content.decode()
    assert questions(empty) == questions(response)


def test_nothing_is_kept_and_nothing_is_told_to_the_browser_but_the_page(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    strict = Client(enforce_csrf_checks=True)
    with caplog.at_level(0):
        response = walked(strict, begin(strict))
        day = f"{timezone.localdate():%Y-%m-%d}"
        after = walked(strict, press(strict, response, "after", change="partner_moves_in:", day=day))
        steps = [
            press(strict, response, step) for step in ("result", "what-if", "calendar", "print", f"on:{day}")
        ]
    assert not strict.cookies and SECRET not in caplog.text
    for each in (response, after, *steps):
        assert not each.cookies and "no-store" in each["Cache-Control"]
        assert SECRET not in str(each.headers)
    rows = "".join(serialize("json", model._default_manager.all()) for model in apps.get_models())
    assert SECRET not in rows and "2020-05-05" not in rows
    with connection.cursor() as cursor:
        cursor.execute(f"select value from {settings.CACHES['default']['LOCATION']}")
        assert all(SECRET not in str(value) for (value,) in cursor.fetchall())


def test_what_travels_in_the_page_cannot_be_read_or_changed_by_who_meets_it(client: Client) -> None:
    response = answer(client, begin(client), GIVEN)
    sealed = sealed_in(response)
    assert "2020" not in sealed and "child" not in sealed
    with pytest.raises(Gone):
        unseal(sealed[:-2] + ("A" if sealed[-2] != "A" else "B") + sealed[-1])


def test_a_page_that_was_left_open_tells_nobody_anything(client: Client) -> None:
    told = Told(("child_benefit",), {"parent": "parent"}, True)
    with time_machine.travel("2026-11-24 10:00", tick=False):
        sealed = seal(told)
        assert unseal(sealed) == told
    with time_machine.travel("2026-11-24 10:00", tick=False) as clock:
        clock.shift(LASTS + 1)
        response = client.post(page(), {"sealed": sealed, "do": "result"})
    assert "This page was open for too long" in response.content.decode()


def test_a_theme_asks_for_all_its_rights_and_one_of_both_must_be_ticked(client: Client) -> None:
    response = begin(client, ask=[], themes=["children"])
    assert unseal(sealed_in(response)).ask == ("child_benefit", "maintenance_advances")
    nothing = begin(client, ask=[])
    assert "Tick at least one." in nothing.content.decode()


def press(client: Client, response: HttpResponse, button: str, **more: str) -> HttpResponse:
    return client.post(page(), {"sealed": sealed_in(response), "do": button} | more)


def test_what_changes_is_before_and_after_side_by_side_and_today_comes_back(client: Client) -> None:
    response = walked(client, begin(client))
    form = press(client, response, "what-if")
    assert (
        'value="is_born:"' in form.content.decode() and 'value="partner_leaves' not in form.content.decode()
    )
    tomorrow = f"{timezone.localdate():%Y-%m-%d}"
    asked = press(client, form, "after", change="partner_moves_in:", day=tomorrow)
    assert Need("family.income", "partner-1") in questions(asked)
    assert "About afterwards" in asked.content.decode()
    side = walked(client, asked)
    html = side.content.decode()
    assert "Before and after" in html and "This is information, not a decision." in html
    back = press(client, side, "now")
    assert unseal(sealed_in(back)) == unseal(sealed_in(press(client, response, "result")))


def test_what_a_change_makes_stale_and_nobody_answers_is_shown_as_depending_on_it(client: Client) -> None:
    response = walked(client, begin(client))
    day = f"{timezone.localdate():%Y-%m-%d}"
    asked = press(client, response, "after", change="shares_custody:child-1", day=day)
    html = press(client, asked, "result").content.decode()
    assert "cannot be told" in html and "It depends on:" in html


def test_a_day_that_cannot_be_is_refused_and_the_change_is_kept(client: Client) -> None:
    response = walked(client, begin(client))
    for day in ("2019-01-01", "2099-01-01", ""):
        again = press(client, response, "after", change="is_born:", day=day).content.decode()
        assert 'value="is_born:" selected' in again and 'name="day"' in again
    assert "Before and after" not in press(client, response, "on:2099-01-01").content.decode()


def test_the_calendar_says_when_what_comes_and_leads_to_that_day(client: Client) -> None:
    with time_machine.travel("2026-11-24 10:00", tick=False):
        response = walked(client, begin(client))
        html = press(client, response, "calendar").content.decode()
        assert "5 May 2032" in html and "11 years → 12 years" in html and "nothing changes by itself" in html
        side = press(client, response, "on:2032-05-05").content.decode()
    assert "from 5 May 2032" in side and "The day is still to come" in side


def test_the_sum_has_months_and_a_year_and_the_sheet_has_the_steps(client: Client) -> None:
    response = walked(client, begin(client))
    assert "each month, from 1 right" in response.content.decode()
    sheet = press(client, response, "print").content.decode()
    assert "My rights on one sheet" in sheet and "To bring:" in sheet and "euro a month" in sheet
