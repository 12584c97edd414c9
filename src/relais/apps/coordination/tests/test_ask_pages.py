"""Pages of asking: what anyone reads, what the cell and those with a mandate do, at a constant price."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from tests.pages.counting import counted_queries

from relais.apps.accounts.vocabulary import Role
from relais.apps.coordination import models as m
from relais.apps.coordination.due import due_dates
from relais.apps.coordination.frozen import tables
from relais.apps.coordination.tests.make import (
    forget_actions,
    make_action,
    make_ask,
    make_mandate,
    make_organisation,
    make_step,
    make_user,
)
from relais.apps.coordination.vocabulary import Phase, Reply
from relais.apps.plan.models import Actor

pytestmark = pytest.mark.django_db

DUE = "2026-03-01"


@pytest.fixture(autouse=True)
def start() -> Iterator[None]:
    """The tenth of February 2026; nothing asked, nobody speaks for anyone, no action known."""
    forget_actions()
    m.Ask.objects.all().delete()
    m.Mandate.objects.all().delete()
    with time_machine.travel("2026-02-10 10:00 +0100", tick=False):
        yield


def page(address: str, client: Client | None = None) -> str:
    response = (client or Client()).get(address)
    assert response.status_code == 200, address
    return re.sub(r"\s+", " ", response.content.decode())


def signed_in(role: Role, organisation: str = "huis-maan") -> Client:
    client = Client()
    client.force_login(make_user(role, organisation))
    return client


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/en/", "Nobody has been asked yet."),
        ("/en/asked/", "Nobody has been asked yet."),
        ("/en/measures/16/", "Nobody has been asked to carry this measure yet."),
        ("/en/themes/5/", "Nobody has been asked for any measure of this theme yet."),
        ("/en/actors/", "Nobody here has been asked yet."),
        ("/en/actors/actiris/", "It has not been asked to carry anything yet."),
    ],
)
def test_every_page_says_so_when_nobody_was_asked(address: str, said: str) -> None:
    assert said in page(address)


@pytest.mark.parametrize(
    ("day", "word", "tone"), [("2026-03-01", "answer awaited", "waiting"), ("2026-03-02", "silent", "late")]
)
def test_silence_shows_by_itself_the_day_after(day: str, word: str, tone: str) -> None:
    row = make_ask()
    with time_machine.travel(f"{day} 12:00 +0100", tick=False):
        for address in ("/en/asked/", f"/en/asked/{row.pk}/", "/en/measures/16/", "/en/actors/actiris/"):
            assert re.search(rf'status-{tone}">[^<]*{word}', page(address)), address


def test_the_silent_stand_first_and_are_counted_with_their_denominator() -> None:
    make_ask("one", 1, due_date=dt.date(2026, 3, 1))
    make_ask("actiris", 16, due_date=dt.date(2026, 2, 1))
    html = page("/en/asked/")
    assert "silent: 1 of 2" in html
    assert html.index("Actiris ·") < html.index("Office de la Naissance et de l’Enfance ·")


def test_the_list_is_narrowed_by_answer_theme_and_actor() -> None:
    make_step(make_ask("actiris", 16), Reply.ACCEPTED)
    make_ask("one", 1)
    for query in ("state=accepted", "theme=5", "actor=actiris"):
        assert "1 ask of 2" in page(f"/en/asked/?{query}"), query
    assert "Take a filter away" in page("/en/asked/?actor=atlantis&state=%00")


def test_an_actor_for_which_nobody_speaks_is_shown_as_such() -> None:
    row = make_ask()
    assert "asked, but no organisation speaks for it yet" in page(f"/en/asked/{row.pk}/")
    make_mandate()
    assert "asked, but no organisation speaks for it yet" not in page(f"/en/asked/{row.pk}/")


def test_an_ask_shows_every_step_with_its_reason_in_its_language() -> None:
    row = make_ask(due_date=dt.date(2026, 4, 1))
    make_step(row, Reply.CONTESTED, reason="Non.", language="fr")
    make_step(row, Reply.ASKED_AGAIN, "cel", reason="Toch?", old_due_date=dt.date(2026, 3, 1),
              new_due_date=dt.date(2026, 4, 1))  # fmt: skip
    html = page(f"/en/asked/{row.pk}/")
    assert '<blockquote class="read" lang="fr"><p>Non.</p>' in html
    assert "answer by 1 April 2026, before: 1 March 2026" in html
    assert "contested" in html


def form(client: Client, address: str, **fields: object) -> object:
    client.get(address)
    return client.post(address, {"token": str(uuid4()), "language": "nl", **fields})


def test_the_cell_asks_several_actors_for_one_measure_at_once() -> None:
    client = signed_in(Role.CELL, "cel")
    assert "Ask for measure 16" in page("/en/asked/new/?measure=16", client)
    fields = {"wanted": ["actiris/16", "one/16"], "letter": "a", "other": "schools/16",
              "kind": "carry", "words": "Wilt u?", "due_date": DUE,
              "acting_for": "cel"}  # fmt: skip
    response = form(client, "/en/asked/new/?measure=16", **fields)
    assert (response.status_code, response["Location"]) == (303, "/en/measures/16/")
    assert {(ask.actor.slug, ask.of) for ask in m.Ask.objects.all()} == {
        ("actiris", "16a"), ("one", "16a"), ("schools", "16a"),
    }  # fmt: skip


def test_asking_nobody_is_refused_with_the_reason() -> None:
    client = signed_in(Role.CELL, "cel")
    fields = {"kind": "carry", "words": "Wilt u?", "due_date": DUE, "acting_for": "cel"}
    response = form(client, "/en/asked/new/?measure=16", **fields)
    assert response.status_code == 422
    assert "Choose whom to ask" in response.content.decode()


def test_the_cell_asks_one_actor_for_several_measures_at_once() -> None:
    client = signed_in(Role.CELL, "cel")
    html = page("/en/asked/new/?actor=actiris", client)
    assert 'value="actiris/16a"' in html and 'value="actiris/18"' in html
    fields = {"wanted": ["actiris/16", "actiris/18"], "kind": "share", "words": "Wilt u?", "due_date": DUE,
              "acting_for": "cel"}  # fmt: skip
    assert form(client, "/en/asked/new/?actor=actiris", **fields).status_code == 303
    assert m.Ask.objects.filter(actor__slug="actiris", kind="share").count() == 2


def test_one_choice_that_was_asked_before_asks_nobody_and_says_which() -> None:
    make_ask("actiris", 16)
    client = signed_in(Role.CELL, "cel")
    fields = {"wanted": ["actiris/16", "actiris/18"], "kind": "carry", "words": "Wilt u?", "due_date": DUE,
              "acting_for": "cel"}  # fmt: skip
    response = form(client, "/en/asked/new/?actor=actiris", **fields)
    assert response.status_code == 422
    assert "Already asked: Actiris (16)" in response.content.decode()
    assert m.Ask.objects.count() == 1


def test_what_was_typed_is_kept_when_something_is_wrong() -> None:
    client = signed_in(Role.CELL, "cel")
    fields = {"wanted": ["actiris/16"], "kind": "carry", "words": "Een lange vraag", "due_date": "2026-01-01",
              "acting_for": "cel"}  # fmt: skip
    response = form(client, "/en/asked/new/?actor=actiris", **fields)
    assert response.status_code == 422
    assert "Een lange vraag" in response.content.decode()


def test_a_member_with_a_mandate_answers_on_one_page() -> None:
    row = make_ask()
    make_mandate()
    client = signed_in(Role.MEMBER)
    assert f"/en/asked/{row.pk}/answer/" in page(f"/en/asked/{row.pk}/", client)
    fields = {"reply": "conditions", "reason": "Met budget.", "acting_for": "huis-maan"}
    response = form(client, f"/en/asked/{row.pk}/answer/", **fields)
    assert (response.status_code, response["Location"]) == (303, f"/en/asked/{row.pk}/")
    assert "accepted with conditions" in page(f"/en/asked/{row.pk}/")


def test_a_late_answer_leaves_the_silence_before_it_in_sight() -> None:
    row = make_ask()
    make_step(row, Reply.ACCEPTED, answered_date=dt.date(2026, 3, 9))
    html = page(f"/en/asked/{row.pk}/")
    said = "no answer came by 1 March 2026; the silence lasted until 9 March 2026."
    assert html.index(said) < html.index("9 March 2026</b>")
    assert "silence lasted" not in page(f"/en/asked/{make_ask('one', 1).pk}/")


def test_who_has_answered_may_answer_again_and_reads_that_it_was_saved() -> None:
    row = make_ask()
    make_mandate()
    client = signed_in(Role.MEMBER)
    addresses = (f"/en/asked/{row.pk}/", f"/en/asked/{row.pk}/answer/")
    for address in addresses:
        assert "Give an answer" in page(address, client) and "Answer again" not in page(address, client)
    form(client, addresses[1], reply="accepted", reason="Ja.", acting_for="huis-maan")
    assert "<p>Saved.</p>" in page(addresses[0], client)
    for address in addresses:
        assert "Answer again" in page(address, client) and "Give an answer" not in page(address, client)


def test_an_actor_that_nothing_names_cannot_be_asked_from_its_page() -> None:
    actor = Actor.objects.filter(measures=None, annex_entries=None).order_by("position")[0]
    client = signed_in(Role.CELL, "cel")
    assert "/en/asked/new/?actor=actiris" in page("/en/actors/actiris/", client)
    assert "/en/asked/new/" not in page(f"/en/actors/{actor.slug}/", client)
    html = page(f"/en/asked/new/?actor={actor.slug}", client)
    assert "No measure names it" in html and "<form method" not in html


def test_a_click_too_many_answers_once() -> None:
    row = make_ask()
    make_mandate()
    client = signed_in(Role.MEMBER)
    fields = {"token": str(uuid4()), "language": "nl", "reply": "accepted", "reason": "Ja.",
              "acting_for": "huis-maan"}  # fmt: skip
    for _ in range(2):
        assert client.post(f"/en/asked/{row.pk}/answer/", fields).status_code == 303
    assert row.answers.count() == 1


def test_the_cell_withdraws_and_asks_again_on_pages_of_their_own() -> None:
    row = make_ask()
    client = signed_in(Role.CELL, "cel")
    given = {"reason": "Vergissing.", "acting_for": "cel"}
    assert form(client, f"/en/asked/{row.pk}/withdraw/", **given).status_code == 303
    assert "withdrawn by the cell" in page("/en/measures/16/")
    again = {"reason": "Toch.", "acting_for": "cel", "due_date": "2026-05-01", "seen": 1}
    assert form(client, f"/en/asked/{row.pk}/again/", **again).status_code == 303
    assert "answer awaited" in page("/en/measures/16/")


def test_the_cell_gives_and_ends_a_mandate_on_pages() -> None:
    make_organisation()
    client = signed_in(Role.CELL, "cel")
    given = {"organisation": "huis-maan", "actor": "actiris", "acting_for": "cel", "why": "Brief."}
    assert "(if known)" not in page("/en/mandates/", client)
    assert form(client, "/en/mandates/", **given).status_code == 303
    assert "<p>Saved.</p>" in page("/en/mandates/", client)
    mandate = m.Mandate.objects.get()
    assert form(client, f"/en/mandates/{mandate.pk}/end/", acting_for="cel", why="Weg.").status_code == 303
    assert not m.Mandate.objects.exists()


def test_readers_see_no_way_to_act() -> None:
    row = make_ask()
    for address in ("/en/asked/", f"/en/asked/{row.pk}/", "/en/measures/16/", "/en/actors/actiris/"):
        assert "/new/" not in page(address) and "/answer/" not in page(address)


def test_the_load_of_an_actor_counts_late_actions_of_those_who_speak_for_it() -> None:
    make_mandate("actiris")
    make_mandate("actiris", "ander-huis")
    late = {"due_date": dt.date(2026, 2, 9)}
    make_action(owners=["huis-maan", "ander-huis"], **late)
    make_action(owners=["huis-maan"], phase=Phase.STOPPED, **late)
    make_action(owners=["huis-maan"], is_draft=True, **late)
    make_action(owners=["huis-maan"], finished_date=dt.date(2026, 2, 9), **late)
    make_action(owners=["huis-maan"], due_date=dt.date(2026, 2, 10))
    make_action(owners=["nog-een"], **late)
    make_ask("actiris", 18, due_date=dt.date(2026, 2, 9))
    [row] = re.findall(r'<tr><th scope="row"><a href="/en/actors/actiris/">.*?</tr>', page("/en/load/"))
    assert re.findall(r'class="number">(\d+)<', row) == ["3", "1", "0", "0", "1", "1"]


@pytest.mark.parametrize("by", ["name", "named", "asked", "silent", "late", "nonsense", "%00"])
def test_the_load_is_sorted_by_any_column(by: str) -> None:
    make_ask("schools", 96)
    html = page(f"/en/load/?by={by}")
    assert html.count("aria-sort") == 1
    if by == "asked":
        assert html.index("/actors/schools/") < html.index("/actors/actiris/")


def test_an_organisation_shows_what_it_speaks_for_carries_was_asked_and_said() -> None:
    make_mandate("actiris")
    make_action(owners=["huis-maan"])
    make_action(owners=["huis-maan"], is_draft=True, title={"nl": "Geheim"})
    make_step(make_ask(), Reply.ACCEPTED)
    html = page("/en/organisations/huis-maan/")
    assert "/en/actors/actiris/" in html and "Actie" in html and "Geheim" not in html
    assert html.count("status-good") >= 2
    assert "no organisation speaks for it yet" not in html
    assert "invented" in html


LISTS = ("/en/asked/", "/en/load/", "/en/organisations/", "/en/actors/", "/en/", "/en/themes/5/",
         "/en/measures/16/", "/en/actors/actiris/", "/en/organisations/huis-maan/",
         "/api/v1/asks")  # fmt: skip


@pytest.mark.parametrize("address", LISTS)
def test_more_asks_are_not_more_queries(address: str) -> None:
    def fill(measures: range, organisation: str) -> None:
        make_mandate("actiris", organisation)
        for number in measures:
            row = make_ask("actiris", number)
            make_step(row, Reply.CONTESTED, organisation)
            make_step(row, Reply.ACCEPTED, "huis-maan")
            make_action(owners=[organisation], due_date=dt.date(2026, 1, 1))

    fill(range(14, 17), "huis-maan")
    with counted_queries() as few:
        Client().get(address)
    fill(range(17, 30), "ander-huis")
    with counted_queries() as many:
        Client().get(address)
    assert len(many) == len(few)


def test_open_asks_are_due_for_those_who_speak_or_for_the_cell() -> None:
    silent, spoken = make_ask("one", 1, due_date=dt.date(2026, 2, 1)), make_ask("actiris", 16)
    make_step(make_ask("schools", 96), Reply.ACCEPTED)
    mandate = make_mandate("actiris")
    found = {due.key: due for due in due_dates() if due.key.startswith("ask:")}
    assert set(found) == {f"ask:{silent.pk}", f"ask:{spoken.pk}"}
    assert found[f"ask:{silent.pk}"].for_cell and not found[f"ask:{silent.pk}"].organisations
    assert found[f"ask:{spoken.pk}"].organisations == {mandate.organisation_id}


def test_a_freeze_keeps_mandates_asks_and_every_step() -> None:
    make_mandate()
    row = make_ask()
    make_step(row, Reply.CONTESTED, language="fr", reason="Non.")
    make_step(row, Reply.ACCEPTED)
    frozen = {table.name: table for table in tables(timezone.localdate())}
    assert [line["measure"] for line in frozen["asks"].rows] == [16]
    assert [line["place"] for line in frozen["ask_answers"].rows] == [1, 2]
    assert frozen["ask_answers"].rows[0]["reason"] == {"fr": "Non."}
    assert {"actor": "actiris", "organisation": "huis-maan"} in frozen["mandates"].rows


def test_a_program_reads_every_ask_with_its_state_and_steps() -> None:
    make_step(make_ask(), Reply.CONDITIONS)
    [ask] = Client().get("/api/v1/asks").json()
    assert (ask["actor"], ask["measure"], ask["state"]) == ("actiris", 16, "conditions")
    assert ask["steps"][0]["organisation"] == "huis-maan"
    assert Client().get("/api/v1/asks?state=silent").json() == []
    assert len(Client().get("/api/v1/asks?measure=16&actor=actiris").json()) == 1
