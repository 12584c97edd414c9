"""Pages of actions: what each reader sees, how filters count, and what forms do when two write at once."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
import time_machine
from django.http import QueryDict
from django.test import Client
from django.utils import timezone
from tests.emptying import remove
from tests.pages.counting import counted_queries

from relais.apps.accounts.vocabulary import Role
from relais.apps.audit.actions import record
from relais.apps.audit.models import Event
from relais.apps.coordination import models as m
from relais.apps.coordination import verbs
from relais.apps.coordination.forms.filters import OPTIONS_OF, ActionFilters
from relais.apps.coordination.models.lines import Line, lines
from relais.apps.coordination.tests.make import (
    make_action,
    make_budget,
    make_data_gap,
    make_milestone,
    make_user,
    make_who,
)
from relais.apps.coordination.vocabulary import Origin
from relais.core.texts.text import Text

pytestmark = pytest.mark.django_db

MOST_QUERIES = 8  # of the list, signed in


@pytest.fixture(autouse=True)
def nothing_from_public_sources() -> None:
    """Each test counts its own actions, and the example."""
    remove(m.Action.objects.filter(origin=Origin.PUBLIC_SOURCES))


def words_of(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def every(**options: Any) -> list[Line]:
    return lines(m.Action.objects.exclude(code="example"), timezone.localdate(), **options)


def found(query: str) -> list[str]:
    filters = ActionFilters.read(QueryDict(query))
    return [line.code for line in filters.apply(every(with_descriptions=True)).items]


@pytest.fixture
def member(client: Client) -> Client:
    client.force_login(make_user(Role.MEMBER, "huis-maan"))
    return client


def sent(client: Client, address: str, **given: Any) -> dict[str, Any]:
    """What a browser would send from the form at `address`: its hidden fields, and what is filled in."""
    page = words_of(client, address)
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    return {**hidden, **given}


# Reading


@pytest.mark.parametrize(
    ("role", "organisation", "counts"),
    [(Role.CELL, "cel", False), (Role.MEMBER, "een-ander", False), (Role.MEMBER, "huis-maan", True),
     (Role.REFERENT, "huis-zon", True), (Role.OBSERVER, "observatorium", True)],
)  # fmt: skip
def test_what_owners_and_observers_say_is_told_of_an_action_and_what_others_do_is_not(
    client: Client, role: Role, organisation: str, counts: bool
) -> None:
    action = make_action("quiet", owners=["huis-maan", "huis-zon"])
    make_user(role, organisation)
    for by, day in ((organisation, "2026-02-10"), ("cel", "2026-02-20")):
        with time_machine.travel(f"{day} 10:00 +0100", tick=False):
            who = make_who(Role.CELL, by)
            record(verbs.ACTION_WORDED, by=who, about=[*action.subjects, "round:2026"])
    with time_machine.travel("2026-03-01 10:00 +0100", tick=False):
        page = words_of(client, "/en/actions/quiet/")
    assert ("Last told of on 10 February 2026." in page) is counts
    assert ("nothing was told here yet" in page) is not counts
    assert "20 February 2026" in page  # the log has everything


def test_list_says_unknown_where_nobody_told(client: Client) -> None:
    make_action("silent")
    page = words_of(client, "/en/actions/?q=silent")
    assert page.count('status-unknown">unknown') == 5
    assert "owner not known" in page


def test_facets_of_actions_combine_and_unknown_can_be_chosen() -> None:
    make_action("one", measures=[16], owners=["huis-maan"], decision="adopted", level="region")
    make_action("two", measures=[16], phase="running", due_date=dt.date(2020, 1, 1))
    make_action("three", measures=[61], owners=["huis-zon"], decision="adopted")
    assert found("measure=16") == ["one", "two"]
    assert found("decision=adopted&measure=16") == ["one"]
    assert found("owner=unknown") == ["two"]
    assert found("timeliness=late") == ["two"]
    assert found("level=unknown") == ["two", "three"]
    assert found("measure=16&measure=61&decision=unknown") == ["two"]


def test_search_finds_title_description_code_and_owner_without_accents() -> None:
    make_action("one", title=Text({"fr": "Crèches"}), owners=["huis-maan"])
    make_action("two", description=Text({"nl": "Over crèches"}))
    assert found("q=creches") == ["one", "two"]
    assert found("q=maan") == found("q=one") == ["one"]


def test_count_beside_an_option_is_what_choosing_it_gives() -> None:
    make_action("one", measures=[16], decision="adopted")
    make_action("two", measures=[16, 61], owners=["huis-maan"])
    filters = ActionFilters.read(QueryDict("decision=adopted"))
    for facet in filters.facets(filters.apply(every()), every()):
        if facet.name != "decision":
            for option in facet.options:
                assert option.count == len(found(f"decision=adopted&{facet.name}={option.value}")), option


@pytest.mark.parametrize("name", [*OPTIONS_OF, "q", "page"])
def test_odd_values_are_answered(client: Client, name: str) -> None:
    for odd in ("%00", "x" * 9_000, "-1", "9" * 300, "1' OR 1=1 --"):
        assert client.get("/fr/actions/", QUERY_STRING=f"{name}={odd}").status_code == 200


def test_list_is_cut_in_pages_and_counts_all(client: Client) -> None:
    for _ in range(60):
        make_action(decision="refused")
    page = words_of(client, "/en/actions/?decision=refused")
    assert "60 actions of 61" in page
    assert page.count('class="action-row"') == 50
    assert "?decision=refused&amp;page=2" in page
    assert words_of(client, "/en/actions/?decision=refused&page=2").count('class="action-row"') == 10


def test_fragment_for_htmx_is_the_same_list_without_the_page(client: Client) -> None:
    make_action("one")
    fragment = client.get("/en/actions/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in fragment
    assert 'href="/en/actions/one/"' in fragment


def test_twice_the_actions_are_not_more_queries(member: Client) -> None:
    def some() -> None:
        for _ in range(4):
            action = make_action(measures=[16, 61], owners=["huis-maan", "huis-zon"])
            make_milestone(action)

    asked = []
    for _ in range(2):
        some()
        with counted_queries() as queries:
            words_of(member, "/nl/acties/")
        asked.append(len(queries))
    assert asked[0] == asked[1] <= MOST_QUERIES


def test_draft_does_not_exist_for_others(client: Client) -> None:
    make_action(
        "secret", owners=["huis-maan"], measures=[16], is_draft=True, title=Text({"en": "Hidden plan"})
    )
    for email, status in (("huis-zon", 404), ("huis-maan", 200)):
        words_of(client, "/en/actions/secret/", 404)
        for address in ("/en/actions/", "/en/measures/16/", "/en/search/?q=hidden", "/sitemap.xml"):
            assert "secret" not in words_of(client, address)
        signed_in = Client()
        signed_in.force_login(make_user(Role.MEMBER, email))
        words_of(signed_in, "/en/actions/secret/", status)
        assert ("Hidden plan" in words_of(signed_in, "/en/actions/")) is (status == 200)


def test_name_of_a_person_is_for_signed_in_people(client: Client, member: Client) -> None:
    make_action("one", contact_person="An Peeters", contact_point="dienst@example.org")
    assert "An Peeters" in words_of(member, "/en/actions/one/")
    page = words_of(Client(), "/en/actions/one/")
    assert "An Peeters" not in page and "dienst@example.org" in page


def test_money_has_a_total_only_where_every_year_is_known(client: Client) -> None:
    action = make_action("one")
    make_budget(action, 2025, planned=1_000, paid=0)
    make_budget(action, 2026, planned=2_500)
    page = words_of(client, "/en/actions/one/")
    total = page[page.index("<tfoot>") : page.index("</tfoot>")]
    assert "3,500" in total and total.count("not known") == 2


def test_title_in_another_language_is_marked_with_it(client: Client) -> None:
    make_action("one", title=Text({"nl": "Een titel"}))
    assert '<h1><span lang="nl">Een titel</span></h1>' in words_of(client, "/fr/actions/one/")


def test_what_is_known_from_public_sources_says_that_no_owner_confirmed_it(client: Client) -> None:
    make_action("one", origin="public-sources")
    assert "no owner has confirmed it here" in words_of(client, "/en/actions/one/")


def test_measure_counts_its_actions_by_axis_and_averages_nothing(client: Client) -> None:
    make_action("one", measures=[5], decision="adopted")
    make_action("two", measures=[5])
    page = words_of(client, "/en/measures/5/")
    assert "2 actions:" in page and "1 unknown, 1 adopted" in page
    assert "%" not in page[page.index('id="actions"') : page.index('id="links"')]
    assert "No action was told here yet" in words_of(client, "/en/measures/6/")


# Writing


def test_member_proposes_and_completes_an_action_without_a_script(member: Client) -> None:
    given = {"language": "nl", "title": "Iets doen", "measures": "16, 17b", "in_part": "part"}
    form = sent(member, "/en/actions/new/", **given, owner="huis-maan", is_draft="public")
    response = member.post("/en/actions/new/", form)
    assert (response.status_code, response["Location"]) == (303, "/en/actions/a-1/")
    edit = "/en/actions/a-1/edit"
    filled = {
        "decision": {"decision": "adopted", "decision_date": "2026-01-05"},
        "phase": {"phase": "running"},
        "dates": {"start_date": "2026-01-01", "due_date": "2030-12-31"},
        "place": {"level": "region", "targets": ["all"], "contact_point": "x@example.org"},
        "steps": {"language": "nl", "title": "Stap", "weight": "2"},
        "money": {"year": "2026", "planned": "1000"},
        "target": {"indicator": "gezinnen", "aim": "at-least", "target_value": "20"},
        "result": {"result_value": "7", "result_date": "2026-02-01", "result_source": "https://example.org/"},
        "absorptions": {"language": "nl", "into": "Sportplan"},
        "requests": {
            "language": "nl", "level": "federal", "addressee": "FOD", "words": "Graag.",
            "asked_date": "2026-02-01",
        },
        "gaps": {"language": "nl", "wanted": "Hoeveel?"},
        "measures": {"measure": "61", "in_part": "whole"},
        "words": {"title": "Iets doen", "description": "Uitgelegd"},
    }  # fmt: skip
    for section, given in filled.items():
        language = "?language=nl" if section == "words" else ""
        response = member.post(
            f"{edit}/{section}/{language}", sent(member, f"{edit}/{section}/{language}", **given)
        )
        assert response.status_code == 303, (section, response.content.decode())
    action = m.Action.objects.get(code="a-1")
    assert action.description is not None and dict(action.description) == {"nl": "Uitgelegd"}
    assert [str(each.measure.number) + each.letter for each in action.answered.all()] == ["16", "17b", "61"]
    assert (action.axes.result, action.axes.completion.of, action.budgets.get().planned) == (
        "partly",
        2,
        1000,
    )
    assert Event.objects.public().about("action:a-1").count() == 1 + len(filled)
    page = words_of(member, "/en/actions/a-1/")
    assert "Sportplan" in page and "7" in page


def test_every_section_begins_with_what_is_known_and_keeps_it_when_saved(member: Client) -> None:
    action = make_action(
        "one", owners=["huis-maan"], measures=[16], due_date=dt.date(2030, 1, 1), phase="running"
    )
    row = make_milestone(action, "Stap", weight=3, due_date=dt.date(2029, 1, 1))
    page = words_of(member, "/en/actions/one/edit/dates/")
    assert 'value="2030-01-01"' in page
    page = words_of(member, f"/en/actions/one/edit/steps/{row.pk}/")
    assert 'value="2029-01-01"' in page and 'value="3"' in page
    page = words_of(member, "/en/actions/one/edit/steps/")
    assert 'value="2030-01-01"' not in page


def test_two_at_once_see_both_versions_and_lose_nothing(member: Client) -> None:
    action = make_action("one", owners=["huis-maan"], title=Text({"nl": "Eerste"}))
    address = "/nl/acties/one/wijzigen/words/?language=nl"
    mine = sent(member, address, title="Mijn titel")
    other = Client()
    other.force_login(make_user(Role.CELL, "cel"))
    assert other.post(address, sent(other, address, title="Hun titel")).status_code == 303
    response = member.post(address, mine)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Hun titel" in page and page.count("Mijn titel") == 2
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    assert member.post(address, {**hidden, "title": "Samen"}).status_code == 303
    action.refresh_from_db()
    assert dict(action.title) == {"nl": "Samen"}
    told = (
        Event.objects.about("action:one").order_by("pk").values_list("before__title__nl", "after__title__nl")
    )
    assert list(told) == [("Eerste", "Hun titel"), ("Hun titel", "Samen")]


def test_conflict_names_values_of_closed_lists_in_words(member: Client) -> None:
    action = make_action("one", owners=["huis-maan"])
    address = "/en/actions/one/edit/decision/"
    mine = sent(member, address, decision="adopted")
    m.Action.objects.filter(pk=action.pk).update(decision="refused", version=2)
    page = member.post(address, mine).content.decode()
    assert "<td>refused</td><td>adopted</td>" in page


def test_form_sent_twice_acts_once(member: Client) -> None:
    action = make_action("one", owners=["huis-maan"])
    address = "/en/actions/one/edit/steps/"
    form = sent(member, address, language="nl", title="Stap", weight="1")
    assert [member.post(address, form).status_code for _ in range(2)] == [303, 303]
    assert action.milestones.count() == 1


def test_mistake_says_where_why_and_what_to_do_and_keeps_what_was_typed(member: Client) -> None:
    make_action("one", owners=["huis-maan"], due_date=dt.date(2030, 1, 1))
    address = "/en/actions/one/edit/dates/"
    response = member.post(address, sent(member, address, due_date="2031-01-01"))
    page = response.content.decode()
    assert response.status_code == 422
    assert "A date that was known changes: say why." in page and 'value="2031-01-01"' in page
    response = member.post(
        "/en/actions/new/",
        sent(
            member, "/en/actions/new/", language="nl", title="Getypt", measures="16, 999", owner="huis-maan"
        ),
    )
    page = response.content.decode()
    assert response.status_code == 422
    assert "There is no measure 999." in page and "Getypt" in page


def test_gap_on_an_action_is_closed_by_who_was_asked_to_find_it(client: Client) -> None:
    user = make_user(Role.OBSERVER, "observatorium")
    action = make_action("one", owners=["huis-maan"])
    gap = make_data_gap(action, owner=user.memberships.get().organisation)
    client.force_login(user)
    address = f"/en/actions/one/edit/gaps/{gap.pk}/"
    form = sent(client, address, state="found", language="nl", source="https://example.org/", outcome="12")
    assert client.post(address, form).status_code == 303
    assert "found" in words_of(client, "/en/actions/one/")
