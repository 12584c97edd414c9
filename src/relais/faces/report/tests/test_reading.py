"""A frozen year read back: joined as it was, silence as silence, and nothing asked of the tables below."""

from __future__ import annotations

import datetime as dt

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override
from tests.pages.counting import counted_queries

from relais.apps.coordination import vocabulary as coordination
from relais.apps.coordination.models import Action
from relais.apps.coordination.tests import make
from relais.apps.freeze.models import Freeze
from relais.apps.plan import vocabulary as plan
from relais.apps.reporting import vocabulary as reporting
from relais.core.texts.text import Text
from relais.faces.report import words
from relais.faces.report.changes import changes
from relais.faces.report.chapters import Balance, chapters
from relais.faces.report.reading import Year
from relais.faces.report.telling import Told, told
from relais.faces.report.tests.make import make_balance, make_rows, make_year

pytestmark = pytest.mark.django_db


@pytest.fixture
def freeze() -> Freeze:
    return make_balance()


@pytest.fixture
def year(freeze: Freeze) -> Year:
    return Year(freeze.dataset())


def tell(year: Year, code: str) -> Told:
    return told(next(action for action in year.actions if action.code == code), year)


def chapter(freeze: Freeze, key: str, language: str = "en") -> str:
    with override(language):
        balance = Balance(freeze, Freeze.objects.before(freeze))
        return next(each for each in chapters(balance) if each.key == key).html(balance)


def test_actions_stand_with_the_themes_of_the_measures_that_they_answer(year: Year) -> None:
    found = {theme.number: [action.code for action in theme.actions] for theme in year.themes}
    assert {"kinderhoek", "avondlessen"} <= set(found[5])
    assert {"huurwaarborg", "onbekend"} <= set(found[6])


@override("en")
def test_silence_is_not_the_answer_nothing(year: Year) -> None:
    done, late = tell(year, "kinderhoek"), tell(year, "avondlessen")
    assert [str(answer) if answer else None for _, answer in done.answers] == [
        "In 6 centra staat nu een kinderhoek.", "not known", "Twee mensen.", "nothing",
        "Nog 4 centra in 2027.",
    ]  # fmt: skip
    assert [answer for _, answer in late.answers] == [None] * 5
    assert late.silence
    assert "silence" in late.silence


def test_the_two_voices_stand_apart_and_the_owner_comes_first(year: Year) -> None:
    voices = tell(year, "kinderhoek").voices
    assert [(v.is_observer, str(v.organisation)) for v in voices] == [(False, "Huis Maan"), (True, "De Brug")]
    assert str(voices[0].activity) != str(voices[1].activity)


def test_completion_never_stands_without_its_denominator(year: Year) -> None:
    with override("en"):
        assert tell(year, "avondlessen").completion == "1 of 2 steps"
        assert tell(year, "kinderhoek").completion is None


def test_overview_counts_what_is_there_and_says_of_how_many(freeze: Freeze) -> None:
    page = chapter(freeze, "overview")
    assert "measures have an action that answers them, of 100" in page
    assert '<th scope="row">Decision</th><td>unknown</td>' in " ".join(page.split())
    assert "The table below says the same in figures." in page


def test_the_silent_and_the_blocked_are_named(freeze: Freeze) -> None:
    silent, blocked = chapter(freeze, "silent"), chapter(freeze, "blocked")
    assert "Actiris" in silent
    assert "Avondlessen met opvang" in silent
    assert "no budget" in blocked
    assert "Une garantie locative pour parents seuls" in blocked


def test_an_action_of_several_themes_is_told_once_and_named_in_the_others() -> None:
    make.make_action("overal", measures=[1, 16], title=Text({"en": "Everywhere"}))
    found = make_balance()
    assert '<h3><span lang="en">Everywhere' in chapter(found, "theme-1", "nl")
    assert '<h3><span lang="en">Everywhere' not in chapter(found, "theme-5", "nl")
    assert "thema 1" in chapter(found, "theme-5", "nl")


def test_words_of_another_language_are_marked_with_it(freeze: Freeze) -> None:
    assert '<span lang="fr">Une garantie locative pour parents seuls</span>' in chapter(freeze, "blocked")


def test_changes_tell_what_moved_from_what_to_what() -> None:
    make_rows()
    old = Year(make_year(2025))
    Action.objects.filter(code="avondlessen").update(phase=coordination.Phase.FINISHED)
    Action.objects.filter(code="onbekend").delete()
    new = Year(make_year(2026))
    with override("en"):
        found = changes(old, new)
        moved = {(str(m.name), str(m.what)): (str(m.old), str(m.new)) for m in found.moves}
    assert moved["Avondlessen met opvang", "Phase"] == ("under way", "finished")
    assert len(found.went) == 1


def test_changes_tell_what_came_to_stop_an_action_and_what_was_lifted() -> None:
    [*_, blocked, _unknown] = make_rows()
    old = Year(make_year(2025))
    blocked.blockers.update(lifted_date=dt.date(2026, 9, 1))
    make.make_blocker(blocked, cause="law", words=Text({"nl": "De wet laat het niet toe."}),
                      since_date=dt.date(2025, 12, 1))  # fmt: skip  # told late: it takes the first place
    new = Year(make_year(2026))
    with override("en"):
        found = changes(old, new)
        [stopped], [lifted] = found.stopped, found.lifted
        assert str(stopped.cause) == "the law does not allow it yet"
        html = render_to_string("report/changes.html", {"before": Freeze(year=2025), "found": found})
    assert str(stopped.words) == "De wet laat het niet toe."
    assert (str(lifted.words), lifted.lifted) == ("Er is geen geld.", dt.date(2026, 9, 1))
    assert "since 1 December 2025" in html and "from 15 January 2026 until 1 September 2026" in html
    assert "blockers" not in {each.name for each in found.others}
    assert changes(new, new).stopped == changes(new, new).lifted == []


def test_a_balance_asks_the_database_for_its_freezes_only(client: Client, freeze: Freeze) -> None:
    with counted_queries() as asked:
        assert client.get("/fr/bilan/2026/themes/5/").status_code == 200
    assert [sql for sql in asked if "freeze_freeze" not in sql] == []


@pytest.mark.parametrize("rest", ["themes/99/", "themes/0/", "nothing/"])
def test_a_chapter_that_is_not_there_is_not_found(client: Client, freeze: Freeze, rest: str) -> None:
    assert client.get(f"/en/balance/2026/{rest}").status_code == 404


def test_every_value_that_a_room_may_freeze_has_words_here() -> None:
    lists = [
        (coordination.AskState, words.ASK), (coordination.Decision, words.DECISION),
        (coordination.Phase, words.PHASE), (coordination.Timeliness, words.TIMELINESS),
        (coordination.Result, words.RESULT), (coordination.Cause, words.CAUSE),
        (coordination.GapState, words.GAP), (coordination.Origin, words.ORIGIN),
        (plan.Aftermath, words.AFTERMATH), (reporting.Standing, words.REPORT),
        (reporting.Activity, words.ACTIVITY), (reporting.Effect, words.EFFECT),
    ]  # fmt: skip
    for vocabulary, known in lists:
        assert set(vocabulary.values) == set(known)
        for value in vocabulary:
            assert str(known[value][0]) == str(value.label)
    assert [str(label) for label in words.QUESTIONS.values()] == [str(q.label) for q in reporting.Question]
