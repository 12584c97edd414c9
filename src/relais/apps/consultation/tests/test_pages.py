"""Pages: what each shows to whom, what each form does, and that rows cost no queries."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.cache import caches
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from tests.pages.counting import counted_queries

from relais.apps.accounts.vocabulary import Role
from relais.apps.audit.models import Event
from relais.apps.consultation import models as m
from relais.apps.consultation import pacing
from relais.apps.consultation import vocabulary as v
from relais.apps.consultation.tests.make import (
    AUTHORITY,
    DAY,
    INVITED,
    make_answer,
    make_change,
    make_consultation,
    make_opinion,
    make_organisation,
    make_point,
)
from relais.apps.coordination.tests.make import make_action, make_user
from relais.apps.languages.addresses import address

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english() -> Any:
    caches["memory"].clear()
    with override("en"):
        yield


def page(client: Client, name: str, *arguments: str | int) -> str:
    response = client.get(address(f"consultation:{name}", *arguments))
    assert response.status_code == 200
    return response.content.decode()


def signed_in(role: Role, organisation: str) -> Client:
    client = Client()
    client.force_login(make_user(role, organisation))
    return client


def said(**fields: Any) -> dict[str, Any]:
    return {
        "position": "against",
        "words": "Too late.",
        "wording": "",
        "language": "en",
        "giver": "unsaid",
        "token": uuid4(),
        **fields,
    }


def test_a_consultation_in_preparation_is_not_there_for_who_may_not_read_it(client: Client) -> None:
    found = make_consultation("case", state=v.State.PREPARATION)
    assert client.get(found.get_absolute_url()).status_code == 404
    assert found.get_absolute_url() not in page(client, "consultations")
    assert signed_in(Role.MEMBER, INVITED).get(found.get_absolute_url()).status_code == 404
    assert signed_in(Role.MEMBER, AUTHORITY).get(found.get_absolute_url()).status_code == 200


def test_points_are_not_shown_before_the_first_day(client: Client) -> None:
    found = make_consultation("case", opens=timezone.localdate() + 30 * DAY)
    assert "A text." not in page(client, "consultation", found.slug)
    assert client.get(found.points.all()[0].get_absolute_url()).status_code == 404
    assert client.get(address("consultation:say", "case", 1)).status_code == 404


def test_of_a_draft_action_the_public_reads_the_points_and_nothing_more(client: Client) -> None:
    draft = make_action(
        "secret-plan", is_draft=True, title={"en": "Secret title"}, description={"en": "Secret"}
    )
    found = make_consultation("case", action=draft)
    html = page(client, "consultation", found.slug) + page(client, "point", found.slug, 1)
    assert "A text." in html
    assert "Secret" not in html and "secret-plan" not in html


def test_organisations_are_named_and_the_public_is_not(client: Client) -> None:
    point = make_consultation("case").points.all()[0]
    make_opinion(point, INVITED, words="Of the association.")
    make_opinion(point, giver=v.Giver.PARENT, words="Of a parent.")
    html = page(client, "consultation", "case")
    assert "Example Association" in html
    assert "a member of the public (parent)" in html


def test_hidden_opinions_are_counted_and_say_why_waiting_ones_are_neither(client: Client) -> None:
    point = make_consultation("case").points.all()[0]
    make_opinion(point, words="Seen by all.")
    make_opinion(point, words="Hidden words.", moderation=v.Moderation.HIDDEN)
    make_opinion(point, words="Unread words.", moderation=v.Moderation.WAITING)
    for html in (page(client, "consultation", "case"), page(client, "point", "case", 1)):
        assert "Seen by all." in html
        assert "Hidden words." not in html and "Unread words." not in html
        assert "it is about a person who can be recognised" in html
        assert "2 of 2" in html
        assert "1 of those counted is hidden." in html
        assert "1 more waits for a moderator" in html


def test_silence_shows_once_the_stage_is_over(client: Client) -> None:
    make_consultation("open-one")
    make_consultation("over", opens=timezone.localdate() - 12 * DAY)
    assert "opinion awaited" in page(client, "consultation", "open-one")
    assert "silent" in page(client, "consultation", "over")


def test_answers_stand_beside_opinions_and_changes_are_traced_both_ways(client: Client) -> None:
    point = make_consultation("case", opens=timezone.localdate() - 12 * DAY).points.all()[0]
    opinion = make_opinion(point, INVITED)
    make_answer(opinion, reason="Because it is fair.")
    change = make_change(opinion, measure=17, words="Shorter by a month.")
    html = page(client, "point", "case", 1)
    assert "Because it is fair." in html and f"#change-{change.pk}" in html
    measure = client.get("/en/measures/17/").content.decode()
    assert "Shorter by a month." in measure
    assert opinion.get_absolute_url() in measure


def test_the_page_of_an_action_has_what_opinions_changed_in_it(client: Client) -> None:
    action = make_action("a-1")
    point = make_consultation("case", opens=timezone.localdate() - 12 * DAY).points.all()[0]
    opinion = make_opinion(point, INVITED)
    make_answer(opinion)
    make_change(opinion, action=action)
    assert opinion.get_absolute_url() in client.get(action.get_absolute_url()).content.decode()


def test_a_member_of_the_public_gives_an_opinion_without_cookie_or_script(client: Client) -> None:
    point = make_consultation("case").points.all()[0]
    where, client = address("consultation:say", "case", 1), Client(enforce_csrf_checks=True)
    assert not client.get(where).cookies
    sent = said(giver="parent")
    for _ in range(2):  # a second click
        response = client.post(where, sent, follow=True)
        assert "Thank you" in response.content.decode()
        assert not response.cookies
    kept = point.opinions.get()
    assert (kept.words, kept.giver, kept.moderation) == ("Too late.", "parent", "waiting")
    assert "Too late." not in page(client, "point", "case", 1)
    assert Event.objects.get().person is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"position": "perhaps"},
        {"words": ""},
        {"words": "x" * 7000},
        {"words": "a\0b"},
        {"language": "de"},
        {"token": "not-a-token"},
        {"website": "https://example.org"},
        {"giver": "minister"},
    ],
)
def test_an_odd_opinion_is_refused_with_its_reason_and_nothing_typed_is_lost(
    client: Client, wrong: dict[str, str]
) -> None:
    point = make_consultation("case").points.all()[0]
    response = client.post(address("consultation:say", "case", 1), said(**{"wording": "Kept text", **wrong}))
    assert response.status_code == 422
    assert "Kept text" in response.content.decode()
    assert not point.opinions.exists()


def test_a_connection_sends_a_few_opinions_an_hour_and_is_kept_nowhere(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pacing, "MOST_AN_HOUR", 2)
    point = make_consultation("case").points.all()[0]
    where = address("consultation:say", "case", 1)
    answers = [client.post(where, said()).status_code for _ in range(3)]
    assert answers == [303, 303, 422]
    assert client.post(where, said(), REMOTE_ADDR="198.51.100.7").status_code == 303
    assert point.opinions.count() == 3
    assert settings.CACHES["memory"]["BACKEND"].endswith("LocMemCache")  # neither a table nor a file


def test_an_organisation_revises_its_opinion_and_meets_itself_when_two_write_at_once() -> None:
    point = make_consultation("case", is_public=False).points.all()[0]
    member, where = signed_in(Role.MEMBER, INVITED), address("consultation:give", "case", 1)
    given = said(acting_for=INVITED)
    assert member.post(where, given).status_code == 303
    assert member.post(where, given).status_code == 303  # a second click
    assert "Too late." in member.get(where).content.decode()
    assert member.post(where, said(acting_for=INVITED, seen=1, words="A month late.")).status_code == 303
    both = member.post(where, said(acting_for=INVITED, seen=1, words="A year late."))
    assert both.status_code == 409
    assert "A month late." in both.content.decode() and "A year late." in both.content.decode()
    assert point.opinions.get().words == "A month late."


def test_who_is_not_invited_is_refused(client: Client) -> None:
    make_consultation("case", is_public=False)
    assert signed_in(Role.MEMBER, "another").get(address("consultation:give", "case", 1)).status_code == 403
    assert client.get(address("consultation:say", "case", 1)).status_code == 404


def test_a_moderator_is_warned_and_goes_on_to_the_next() -> None:
    point = make_consultation("case").points.all()[0]
    make_opinion(point, moderation="waiting", words="Call 0475 12 34 56.")
    make_opinion(point, moderation="waiting")
    cell = signed_in(Role.CELL, "the-cell")
    assert "look closely" in page(cell, "moderation", "case")
    first, second = (address("consultation:moderate", "case", 1, n) for n in (1, 2))
    assert "0475 12 34 56</q>" in page(cell, "moderate", "case", 1, 1)
    choice = {"moderation": "shown", "hidden_reason": "", "words": "Call […].", "wording": ""}
    response = cell.post(first, {**choice, "seen": 1, "token": uuid4(), "acting_for": "the-cell"})
    assert (response.status_code, response["Location"]) == (303, second)
    shown = point.opinions.get(number=1)
    assert (shown.words, shown.is_redacted) == ("Call […].", True)


def test_a_moderator_reads_that_it_was_saved() -> None:
    make_opinion(make_consultation("case").points.all()[0], moderation=v.Moderation.WAITING)
    cell = signed_in(Role.CELL, "the-cell")
    sent = {"moderation": "shown", "acting_for": "the-cell", "seen": 1, "token": str(uuid4())}
    answer = cell.post(address("consultation:moderate", "case", 1, 1), sent, follow=True)
    assert "<p>Saved.</p>" in answer.content.decode()


def test_the_authority_answers_several_at_once() -> None:
    point = make_consultation("case", opens=timezone.localdate() - 12 * DAY).points.all()[0]
    given = [make_opinion(point, INVITED), make_opinion(point), make_opinion(point)]
    authority, where = signed_in(Role.MEMBER, AUTHORITY), address("consultation:answers", "case")
    sent = {
        "opinions": [given[0].pk, given[1].pk], "verdict": "in-part", "reason": "Partly.", "language": "en",
        "giver": "unsaid",
        "token": uuid4(), "acting_for": AUTHORITY,
    }  # fmt: skip
    assert authority.post(where, sent).status_code == 303
    html = page(authority, "answers", "case")
    assert "2 answered, 1 to answer." in html
    assert authority.post(where, {**sent, "token": uuid4()}).status_code == 422  # answered meanwhile
    assert point.consultation.answers.count() == 1


@pytest.mark.parametrize(("role", "organisation"), [(Role.CELL, "the-cell"), (Role.MEMBER, AUTHORITY)])
def test_only_what_can_be_done_today_is_offered(role: Role, organisation: str) -> None:
    later = ("Answer opinions", "Note a change", "Close it")
    today, client = timezone.localdate(), signed_in(role, organisation)
    make_consultation("coming", opens=today + 5 * DAY)
    make_consultation("open")
    make_consultation("over", opens=today - 12 * DAY)
    make_consultation("closed", opens=today - 30 * DAY, state=v.State.CLOSED, closed_date=today)

    def offered(slug: str) -> set[str]:
        html = page(client, "consultation", slug)
        return {words for words in ("Moderate", *later) if f">{words}</a>" in html}

    owed = set(later) - ({"Answer opinions"} if role == Role.CELL else set())
    assert offered("coming") == set()
    assert offered("open") == {"Moderate"}
    assert offered("over") == {"Moderate", *owed}
    assert offered("closed") == {"Moderate", "Note a change"}


def test_closing_shows_what_is_missing_instead_of_a_button() -> None:
    point = make_consultation("case", opens=timezone.localdate() - 12 * DAY).points.all()[0]
    make_opinion(point)
    authority, where = signed_in(Role.MEMBER, AUTHORITY), address("consultation:close", "case")
    assert "1 opinion has no answer: 1.1." in authority.get(where).content.decode()
    sent = {"seen": 1, "token": uuid4(), "acting_for": AUTHORITY}
    assert authority.post(where, sent).status_code == 422
    make_answer(point.opinions.get())
    assert authority.post(where, {**sent, "token": uuid4()}).status_code == 303
    assert m.Consultation.objects.get(slug="case").state == v.State.CLOSED


def test_the_cell_prepares_a_consultation_in_its_pages() -> None:
    cell, today = signed_in(Role.CELL, "the-cell"), timezone.localdate()
    make_organisation(AUTHORITY)

    def post(name: str, *arguments: str | int, **fields: Any) -> Any:
        given = {"token": uuid4(), "acting_for": "the-cell", "language": "en", **fields}
        return cell.post(address(f"consultation:{name}", *arguments), given)

    made = post("prepare", slug="mine", title="Mine", authority=AUTHORITY, measure="16", is_public="on")
    assert made["Location"] == address("consultation:consultation", "mine")
    assert post("prepare", slug="mine", title="Again", authority=AUTHORITY).status_code == 422
    assert post("prepare", slug="new", title="Again", authority=AUTHORITY).status_code == 422
    assert post("edit", "mine", title="Two", authority=AUTHORITY, measure="16", theme="1").status_code == 422
    assert post("edit", "mine", title="Better", authority=AUTHORITY, measure="16", seen=1).status_code == 303
    assert post("edit", "mine", title="Other", authority=AUTHORITY, measure="16", seen=1).status_code == 409
    assert post("new-point", "mine", title="One", words="First").status_code == 303
    assert post("edit-point", "mine", 1, title="One", words="Second", seen=1).status_code == 303
    assert post("invite", "mine", organisations=["nobody"]).status_code == 422
    make_organisation("guest")
    assert post("invite", "mine", organisations=["guest"]).status_code == 303
    dates = {
        "opinions_from": today, "opinions_to": today + DAY, "answers_from": today + 2 * DAY,
        "answers_to": today + 3 * DAY,
    }  # fmt: skip
    assert "still missing" in page(cell, "open", "mine")
    assert post("stages", "mine", **{**dates, "answers_from": today}, seen=2).status_code == 422
    assert post("stages", "mine", **dates, seen=2).status_code == 303
    assert post("open", "mine", seen=3).status_code == 303
    assert m.Consultation.objects.get(slug="mine").is_open


@pytest.mark.parametrize("name", ["consultation", "point", "moderation", "answers", "new-change"])
def test_twice_the_rows_are_not_more_queries(name: str) -> None:
    found = make_consultation("case", points=2, opens=timezone.localdate() - 12 * DAY)
    arguments = ("case", 1) if name == "point" else ("case",)
    client = signed_in(Role.MEMBER, AUTHORITY)

    def fill(first: int) -> None:
        for point in found.points.all():
            for n in range(first, first + 6):
                opinion = make_opinion(point, f"organisation-{n}" if n % 2 else None)
                if n % 3 == 0:
                    make_answer(opinion)
                    make_change(opinion, measure=16 + n)
            make_opinion(point, moderation="waiting")
            make_opinion(point, moderation="hidden")

    def queries() -> int:
        with counted_queries() as asked:
            page(client, name, *arguments)
        return len(asked)

    fill(0)
    before = queries()
    fill(6)
    make_point(found, 3)
    assert queries() == before


def test_a_long_list_of_opinions_has_pages_and_leads_to_the_one_that_is_meant(client: Client) -> None:
    point = make_consultation("case").points.all()[0]
    last = [make_opinion(point) for _ in range(60)][-1]
    where = last.get_absolute_url()
    assert 'id="opinion-1-60"' in client.get(where).content.decode()
    for odd in ("page=-1", "page=x", "page=99999", "opinion=%00", "opinion=9e9"):
        assert client.get(point.get_absolute_url(), QUERY_STRING=odd).status_code == 200
