"""The trail for those who look after it, and the changes that anyone may read."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from html import unescape

import pytest
from django.test import Client
from django.utils.translation import override
from tests.pages.counting import counted_queries

from relais.apps.accounts.tests.make import make_person, signed_in
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import SCHEDULE, Who
from relais.apps.audit.actions import record
from relais.apps.audit.facts import NAMES, in_words, name_of
from relais.apps.audit.models import Event
from relais.apps.audit.subjects import Kind, named, page_of
from relais.apps.audit.verb import Verb
from relais.apps.coordination.tests.make import make_action, make_ask, make_organisation
from relais.apps.plan.models import Measure, Theme
from relais.core.texts.text import Text

pytestmark = pytest.mark.django_db

SAID = Verb("test-said", "%(organisation)s says %(role)s by %(due_date)s", labels={"role": Role})
KEPT = Verb("test-kept", "%(organisation)s keeps %(title)s", is_public=False)
CHANGES, TRAIL, FILE = "/nl/wijzigingen/", "/nl/beheer/spoor/", "/nl/beheer/spoor/spoor.csv"


@pytest.fixture
def cell() -> Client:
    return signed_in(make_person(Role.CELL, "cel", name="Cel Een"))


def say(
    number: int = 1, *, about: str = "measure:16", verb: Verb = SAID, why: str = "", **facts: object
) -> Event:
    make_organisation("huis-maan")
    return record(verb, by=Who(acting_for="huis-maan"), about=[about], why=why,
                  after={"role": "cell", "due_date": dt.date(2026, 3, number), **facts})  # fmt: skip


def test_anyone_reads_public_acts_in_words_and_no_others(client: Client) -> None:
    say(why="afgesproken")
    say(verb=KEPT, title={"nl": "een geheim"})
    page = client.get(CHANGES).content.decode()
    assert "Huis Maan says coördinatiecel by 1 maart 2026" in page
    assert "afgesproken" in page
    assert "geheim" not in page
    assert 'href="/nl/maatregelen/16/"' in page


def test_public_changes_name_no_person(client: Client) -> None:
    user = make_person(name="Een Mens")
    record(SAID, by=Who(person=user.pk, acting_for="huis-maan"), about=["measure:16"])
    assert "Een Mens" not in client.get(CHANGES).content.decode()


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "1 maart 2026"), ("fr", "1er mars 2026"), ("en", "1 March 2026")]
)
def test_sentence_speaks_the_language_of_the_reader(language: str, words: str) -> None:
    event = say()
    with override(language):
        assert words in event.sentence


def test_changes_of_one_thing(client: Client) -> None:
    say(1)
    say(2, about="measure:17")
    page = client.get(CHANGES + "?about=measure:16").content.decode()
    assert "1 maart" in page and "2 maart" not in page
    assert "maatregel 16" in page


@pytest.mark.parametrize(
    "query",
    ["about=%00", "about=" + "x" * 500, "before=-1", "before=abc", "before=" + "9" * 40,
     "about=<script>alert(1)</script>", "about=:", "before=1&before=2",
     "since=9999-12-31", "until=9999-12-31", "until=0001-01-01"],
)  # fmt: skip
def test_odd_question_is_answered(cell: Client, query: str) -> None:
    say()
    for page in (CHANGES, TRAIL, FILE):
        response = cell.get(page, QUERY_STRING=query)
        assert response.status_code == 200
        assert b"<script>alert" not in b"".join(response)


def test_list_goes_on_after_the_last_that_was_shown(client: Client) -> None:
    for number in range(60):
        say(number % 28 + 1, title=str(number))
    first = client.get(CHANGES).content.decode()
    more = re.search(r'rel="next" href="(\?before=\d+)"', first)[1]
    say(1)  # a new one does not shift the rest
    second = client.get(CHANGES + more).content.decode()
    assert first.count("<time") == 50
    assert second.count("<time") == 10
    assert 'rel="next"' not in second


def test_page_of_a_measure_shows_its_last_ten_changes(client: Client) -> None:
    empty = client.get("/nl/maatregelen/16/").content.decode()
    assert 'id="changes"' not in empty
    for number in range(1, 13):
        say(number)
    say(13, about="measure:17")
    page = client.get("/nl/maatregelen/16/").content.decode()
    section = page[page.index('id="changes"') :]
    assert section.count("<time") == 10
    assert "12 maart" in section and "2 maart 2026" in section and "13 maart" not in section
    assert 'href="/nl/wijzigingen/?about=measure%3A16"' in section or "about=measure:16" in section


def test_changes_of_a_measure_cost_two_queries_whatever_their_number(client: Client) -> None:
    def queries() -> int:
        with counted_queries() as asked:
            client.get("/nl/maatregelen/16/")
        return len(asked)

    before = queries()
    say(1)
    one = queries()
    for number in range(2, 12):
        say(number)
    assert queries() == one <= before + 2


def test_cell_reads_who_what_before_after_and_why(cell: Client) -> None:
    user = make_person(email="el@example.org", name="El Mens")
    make_organisation("huis-maan")
    record(KEPT, by=Who(person=user.pk, acting_for="huis-maan"), about=["measure:16"], why="vergadering",
           before={"title": {"nl": "Oud", "fr": "Vieux"}, "due_date": None, "is_draft": True},
           after={"title": {"nl": "Nieuw"}, "due_date": dt.date(2027, 1, 2), "is_draft": False})  # fmt: skip
    page = cell.get(TRAIL).content.decode()
    for words in ("El Mens", "Huis Maan", "vergadering", "niet openbaar", "einddatum", "niet bekend",
                  "2 januari 2027", "Oud", "Nieuw", "ja", "nee", "maatregel 16"):  # fmt: skip
        assert words in page, words


def test_act_of_a_schedule_says_so(cell: Client) -> None:
    record(SAID, by=SCHEDULE, about=["measure:16"])
    assert "een opdracht of een planning" in cell.get(TRAIL).content.decode()


def test_trail_is_filtered_by_verb_organisation_thing_and_period(cell: Client, time_machine) -> None:
    make_organisation("huis-zon")
    for day, verb, slug, about in [
        (1, SAID, "huis-maan", "measure:16"),
        (2, KEPT, "huis-maan", "measure:17"),
        (3, SAID, "huis-zon", "action:a-1"),
    ]:
        time_machine.move_to(dt.datetime(2026, 3, day, 23, 30, tzinfo=dt.UTC), tick=False)
        make_organisation(slug)
        record(verb, by=Who(acting_for=slug), about=[about], after={"title": f"feit {day}"})
    for query, days in {
        "verb=test-kept": {2},
        "organisation=huis-maan": {1, 2},
        "about=action:a-1": {3},
        "since=2026-03-03": {2, 3},  # half past eleven in London is the next day in Brussels
        "until=2026-03-02": {1},
        "since=2026-03-03&until=2026-03-03&organisation=huis-maan": {2},
        "verb=unknown&organisation=nobody&since=yesterday": {1, 2, 3},
    }.items():
        page = cell.get(f"{TRAIL}?{query}").content.decode()
        assert {day for day in (1, 2, 3) if f"feit {day}" in page} == days, query


def test_file_holds_every_act_and_its_facts(cell: Client) -> None:
    for number in range(60):
        say(number % 28 + 1, why='een "reden", met komma')
    text = b"".join(cell.get(FILE)).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 60
    assert rows[0]["why"] == 'een "reden", met komma'
    assert rows[0]["organisation_name"] == "Huis Maan"
    assert rows[0]["about"] == "measure:16"
    assert '"role": "cell"' in rows[0]["after"]


@pytest.mark.parametrize("page", [CHANGES, TRAIL, FILE])
def test_twice_the_acts_are_not_more_queries(cell: Client, page: str) -> None:
    counts = []
    for round_ in range(3):
        for number in range(1, 6):
            make_organisation(f"huis-{round_}-{number}")
            record(SAID, by=Who(person=round_ * 10 + number, acting_for=f"huis-{round_}-{number}"),
                   about=[f"measure:{number}", f"organisation:huis-{round_}-{number}"])  # fmt: skip
        with counted_queries() as asked:
            b"".join(cell.get(page))
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2]
    assert counts[0] <= 8


def test_every_kind_with_a_page_leads_somewhere() -> None:
    for kind in Kind.known.values():
        if kind.page:
            subject = f"{kind.slug}:0"  # there is no such thing
            assert named([subject])[subject].words.endswith(" 0")
    assert page_of("measure:16") == "/nl/maatregelen/16/"
    assert page_of("unheard:of") is None


def test_things_have_names_that_a_reader_knows(client: Client, cell: Client) -> None:
    make_organisation("huis-maan", name=Text({"nl": "Huis Maan", "fr": "Maison Lune"}))
    make_action("a-2", title=Text({"fr": "Une action"}))
    make_action("a-3", title=Text({"nl": "Nog geheim"}), is_draft=True)
    ask = make_ask()
    names = {
        "organisation:huis-maan": "organisatie Huis Maan",
        "action:a-2": 'actie <span lang="fr">Une action</span>',
        "action:a-3": "actie a-3",
        "actor:actiris": "actor Actiris",
        "measure:16": f"maatregel 16. {Measure.objects.get(number=16).title['nl']}",
        "theme:5": f"thema 5. {Theme.objects.get(number=5).name['nl']}",
        f"ask:{ask.pk}": "vraag aan een actor Actiris, 16",
        "unheard:of": "unheard:of",
    }
    record(SAID, by=Who(acting_for="huis-maan"), about=names)
    for page in (client.get(CHANGES), cell.get(TRAIL)):
        html = unescape(page.content.decode())
        missing = [words for words in names.values() if f"{words}</a>" not in html]
        assert missing == (["unheard:of"] if page.wsgi_request.path == CHANGES else [])  # it has no page


def test_a_thing_of_the_plan_names_what_else_changed_with_it(client: Client) -> None:
    make_action("a-2", title=Text({"nl": "Een actie"}))
    record(SAID, by=SCHEDULE, about=["measure:16", "action:a-2"])
    assert ">actie Een actie</a>" in client.get("/nl/maatregelen/16/").content.decode()


def test_fact_without_a_name_reads_as_it_is_written() -> None:
    assert name_of("some_new_fact") == "some new fact"
    assert name_of("due_date") == "einddatum"
    assert len(NAMES) > 40


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "niet bekend"), (True, "ja"), (0, "0"), (2026, "2026"), ([], "—"), (["a", "b"], "a, b"),
        ({"fr": "mots"}, "mots"), ({"amount": 3, "year": 2026}, "bedrag: 3, jaar: 2026"),
        ("2026-03-01", "1 maart 2026"), ("2026-03-01T10:00:00+00:00", "1 maart 2026"),
        ("2026-99-99", "2026-99-99"),
        ("observer", "waarnemer"), ("gone-from-the-list", "gone-from-the-list"), ("", ""), ({}, "—"),
    ],
)  # fmt: skip
def test_facts_are_said_as_a_reader_reads_them(value: object, words: str) -> None:
    assert in_words({"role": value}, {"role": Role}) == {"role": words}
