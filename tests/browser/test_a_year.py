"""A year from first question to balance, walked through on an empty site by all who take part in it."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pikepdf
import pytest
from playwright.sync_api import Browser

from tests import machine
from tests.browser.conftest import PATIENCE
from tests.browser.serving import Site, served
from tests.browser.walking import Walker, path

pytestmark = pytest.mark.browser

PASSWORD = "a fiction that is long enough"
PEOPLE = {
    "cell": ("Fictional cell", "cell"),
    "nursery": ("Fictional nursery", "member"),
    "town": ("Fictional town", "member"),
    "referent": ("Fictional town", "referent"),
    "observer": ("Fictional observatory", "observer"),
}


def day(shift: int) -> str:
    """So many days from today."""
    return (dt.date.today() + dt.timedelta(shift)).isoformat()


class Walk:
    """One site, and everyone who walks on it."""

    def __init__(self, site: Site, browser: Browser, contexts: ExitStack, mails: Path) -> None:
        self.site, self.browser, self.contexts, self.mails = site, browser, contexts, mails
        self.people: dict[str, Walker] = {}

    def comes(self, who: str, address: str) -> Walker:
        """Someone opens a browser that knows nothing yet."""
        context = self.contexts.enter_context(self.browser.new_context(base_url=self.site.address))
        context.set_default_timeout(PATIENCE)
        self.people[who] = Walker(who, context.new_page())
        self.people[who].page.goto(address)
        return self.people[who]

    def joins(self, who: str, address: str) -> Walker:
        """Someone follows the link of an invitation and makes an account."""
        person = self.comes(who, address)
        person.writes(name=f"Fictional {who}", password1=PASSWORD, password2=PASSWORD)
        return person.sends()

    def invitation(self, email: str) -> str:
        """The link in the letter to `email`."""
        letters = [letter.read_text() for letter in self.mails.iterdir()]
        mine = next(letter for letter in letters if f"To: {email}" in letter)
        link = re.search(r"http\S+/invitation/\S+", mine)
        assert link is not None
        return urlsplit(link.group()).path

    def __getitem__(self, who: str) -> Walker:
        return self.people[who]


@pytest.fixture(scope="module")
def walk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    machine.needed("pango")
    mails = tmp_path_factory.mktemp("mails")
    with served(is_bare=True, MAIL_FOLDER=str(mails)) as site, ExitStack() as contexts:
        yield Walk(site, browser, contexts, mails)


def test_a_year_is_walked_through_by_everyone_who_has_a_part_in_it(walk: Walk) -> None:
    people_come_in(walk)
    actors_are_asked_and_answer(walk)
    an_action_is_declared_and_blocked(walk)
    the_observer_and_the_owner_both_speak(walk)
    a_round_is_held(walk)
    a_text_is_put_to_opinion(walk)
    referents_meet(walk)
    the_year_is_frozen_and_its_balance_read(walk)
    assert [complaint for person in walk.people.values() for complaint in person.complaints] == []


def people_come_in(walk: Walk) -> None:
    printed = walk.site.relais(
        "invite", "ada@example.org", "--organisation", "house", "--role", "administrator", "--name",
        "Fictional house", "--language", "en",
    )  # fmt: skip
    administrator = walk.joins("administrator", urlsplit(printed.splitlines()[0]).path)
    for name in dict.fromkeys(organisation for organisation, _ in PEOPLE.values()):
        administrator.goes("accounts:add-organisation").writes(
            name_nl=name, name_fr=name, name_en=name
        ).sends()
    for who, (organisation, role) in PEOPLE.items():
        administrator.goes("accounts:invite").writes(email=f"{who}@example.org", role=role, language="en")
        administrator.page.locator("[name=organisation]").select_option(label=organisation)
        administrator.sends().sees("The invitation is sent.")
        walk.joins(who, walk.invitation(f"{who}@example.org"))


def actors_are_asked_and_answer(walk: Walk) -> None:
    cell = walk["cell"]
    mandates = {"fictional-nursery": "childcare-centres", "fictional-town": "municipalities"}
    for organisation, actor in mandates.items():
        cell.goes("coordination:mandates").writes(
            organisation=organisation, actor=actor, why="It speaks for them."
        )
        cell.sends()
        cell.goes("plan:measure", 61).follows("Ask")
        cell.writes(
            other=f"{actor}/61", kind="carry", words="Will you take it on?", language="en", due_date=day(30)
        )
        cell.sends().sees("Will you take it on?")
    nursery, town = walk["nursery"], walk["town"]
    nursery.goes("reminder:desk").pictured().follows("answer what is asked in measure 61").follows(
        "Give an answer"
    )
    nursery.writes(reply="conditions", reason="If there is money for staff.", language="en").sends()
    town.goes("reminder:desk").follows("answer what is asked in measure 61").follows("Give an answer")
    town.writes(reply="contested", reason="It is a task of the Region.", language="en").sends()
    reader = walk.comes("reader", path("plan:measure", 61))
    reader.sees("accepted with conditions", "contested", "It is a task of the Region.").pictured()


def an_action_is_declared_and_blocked(walk: Walk) -> None:
    nursery, town, cell, reader = (walk[who] for who in ("nursery", "town", "cell", "reader"))
    nursery.goes("plan:measure", 61).follows("Propose an action")
    nursery.writes(title="Forty places", language="en", in_part="part", is_draft="public").sends()
    nursery.goes("coordination:edit-action", "a-1", "dates").writes(
        start_date=day(-90), due_date=day(-5)
    ).sends()
    nursery.goes("coordination:edit-action", "a-1", "phase").writes(phase="running").sends()
    nursery.goes("coordination:edit-action", "a-1", "steps")
    nursery.writes(title="A building", language="en", due_date=day(-30), done_date=day(-30)).sends()
    nursery.goes("coordination:edit-action", "a-1", "blockers")
    nursery.writes(cause="staff", words="Nobody can be found.", language="en", since_date=day(-20)).sends()
    town.goes("plan:measure", 23).follows("Propose an action")
    town.writes(title="Lessons in school hours", language="en", in_part="whole", is_draft="public").sends()
    cell.goes("coordination:edit-action", "a-1", "decision").writes(
        decision="adopted", decision_date=day(-60)
    ).sends()
    cell.goes("coordination:edit-action", "a-2", "gates").writes(kind="finished", other="a-1").sends()
    reader.goes("coordination:held-up").sees("Forty places", "Lessons in school hours").pictured()
    reader.goes("coordination:action", "a-1").sees("Nobody can be found.", "late", "A building").pictured()
    reader.goes("coordination:action", "a-1").follows("What if it came a year later?").pictured()


def the_observer_and_the_owner_both_speak(walk: Walk) -> None:
    said = {"nursery": "owner", "observer": "observer"}
    for who, voice in said.items():
        walk[who].goes("reporting:speak-on-action", "a-1", voice)
        walk[who].writes(
            words=f"Said by the {voice}.", activity="less", effect="unknown", language="en"
        ).sends()
    walk["reader"].goes("reporting:voices-on-action", "a-1")
    walk["reader"].sees("Said by the owner.", "Said by the observer.").pictured()


def a_round_is_held(walk: Walk) -> None:
    nursery, cell, reader = (walk[who] for who in ("nursery", "cell", "reader"))
    year = dt.date.today().year
    cell.goes("reporting:open-round")
    cell.writes(label="2026", period_from=f"{year}-01-01", period_to=f"{year}-12-31", due_date=day(1)).sends()
    nursery.goes("reminder:desk").follows("Forty places").pictured()
    nursery.goes("reporting:write", "2026", "a-1")
    told = {
        "done_answer": "told", "done_words": "There is a building.", "spent_answer": "unknown",
        "worked_answer": "told", "worked_words": "Two people.", "stalled_answer": "told",
        "stalled_words": "The opening.", "cause": "staff", "next_answer": "told", "next_words": "We open.",
    }  # fmt: skip
    nursery.writes(**told).sends("Keep, and add evidence")
    nursery.writes(title="Minutes of the council", url="https://example.org/minutes").sends()
    nursery.sends("Submit to the cell")
    cell.goes("reporting:working", "2026").pictured()
    cell.goes("reporting:review", "2026", "a-1").writes(note="How many places?").sends(
        "Return with this note"
    )
    nursery.goes("reporting:write", "2026", "a-1").sees("How many places?")
    nursery.writes(done_words="There is a building, for forty places.").sends("Submit to the cell")
    cell.goes("reporting:review", "2026", "a-1").sends("Validate")
    cell.goes("reporting:close-round", "2026").sends()
    reader.goes("reporting:report", "2026", "a-1").sees(
        "for forty places", "Minutes of the council"
    ).pictured()
    reader.goes("reporting:report", "2026", "a-2").pictured()


def a_text_is_put_to_opinion(walk: Walk) -> None:
    nursery, cell, reader = (walk[who] for who in ("nursery", "cell", "reader"))
    cell.goes("consultation:prepare")
    cell.writes(title="Opening hours", language="en", slug="hours", authority="fictional-cell", measure="61",
                is_public=True, is_fictional=True).sends()  # fmt: skip
    cell.goes("consultation:new-point", "hours").writes(
        title="Until seven", words="Open until 19:00.", language="en"
    )
    cell.sends()
    dates = {"reading_from": day(-4), "reading_to": day(-2), "opinions_from": day(-1), "opinions_to": day(9),
             "answers_from": day(10), "answers_to": day(30), "closed_from": day(31)}  # fmt: skip
    cell.goes("consultation:stages", "hours").writes(**dates).sends()
    cell.goes("consultation:invite", "hours").writes(organisations="fictional-nursery").sends()
    cell.goes("consultation:open", "hours").sends()
    nursery.goes("consultation:give", "hours", 1)
    nursery.writes(
        position="changes", words="Too late for staff.", wording="Open until 18:30.", language="en"
    ).sends()
    reader.goes("consultation:say", "hours", 1).writes(
        position="for", words="It would help me.", language="en"
    )
    reader.sends().sees("Thank you")
    for place in (1, 2):
        cell.goes("consultation:moderate", "hours", 1, place).writes(moderation="shown").sends()
    moved = {"opinions_to": day(-1), "answers_from": day(0), "why": "Every opinion is in."}
    cell.goes("consultation:stages", "hours").writes(**moved).sends()
    cell.goes("consultation:close", "hours").sees("2 opinions have no answer").pictured()
    for verdict in ("in-part", "accepted"):
        cell.goes("consultation:answers", "hours").page.locator("[name=opinions]").first.check()
        cell.writes(verdict=verdict, reason=f"Our reason to say {verdict}.", language="en").sends()
    cell.goes("consultation:new-change", "hours").page.locator("[name=opinions]").first.check()
    cell.writes(words="It says 18:30 now.", language="en").sends()
    cell.goes("consultation:close", "hours").sends()
    reader.goes("consultation:point", "hours", 1)
    reader.sees("Too late for staff.", "Our reason to say in-part.", "It says 18:30 now.").pictured()


def referents_meet(walk: Walk) -> None:
    cell, referent, reader = (walk[who] for who in ("cell", "referent", "reader"))
    cell.goes("meeting:set-up")
    cell.writes(name="Referents", language="en", kind="referents", slug="referents", rhythm_months=3,
                since_date=day(-10), is_fictional=True).sends()  # fmt: skip
    cell.goes("meeting:join", "referents").writes(organisation="fictional-town", since_date=day(-10)).sends()
    cell.goes("meeting:plan", "referents").writes(date=day(0), is_online=True).sends()
    referent.goes("meeting:propose", "referents", 1).writes(
        words="Who opens at seven?", language="en"
    ).sends()
    cell.goes("meeting:hold", "referents", 1).sends()
    cell.goes("meeting:attendance", "referents", 1).page.locator("main form select").first.select_option(
        "present"
    )
    cell.sends()
    cell.goes("meeting:take", "referents", 1)
    cell.writes(
        words="Each names a contact.", language="en", measure_numbers="61", action_codes="a-1"
    ).sends()
    reader.goes("meeting:meeting", "referents", 1).sees("Each names a contact.", "Fictional town").pictured()


def the_year_is_frozen_and_its_balance_read(walk: Walk) -> None:
    cell, reader = walk["cell"], walk["reader"]
    year = dt.date.today().year
    cell.goes("freeze:new").writes(year=str(year)).sends()
    reader.goes("report:balance", year).pictured()
    reader.goes("report:theme", year, 9).sees(
        "Forty places", "for forty places", "Said by the observer."
    ).pictured()
    reader.goes("report:silent", year).pictured()
    reader.goes("report:blocked", year).sees("Nobody can be found.").pictured()
    titles = {"nl": "Balans", "fr": "Bilan", "en": "Balance"}
    for language, title in titles.items():
        answer = reader.page.request.get(path("report:paper", year, language=language))
        paper = pikepdf.open(io.BytesIO(answer.body()))
        assert (str(paper.Root.Lang), str(paper.docinfo.Title).split()[0]) == (language, title)
        assert len(paper.pages) > 20
