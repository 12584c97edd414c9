"""A release is proposed by one person and judged by another; it is stored whole, or not at all."""

from __future__ import annotations

import datetime as dt
import gzip
from dataclasses import replace
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.test import Client

from relais.apps.accounts.permissions import Refused
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import SCHEDULE
from relais.apps.audit.actions import AlreadyDone
from relais.apps.audit.models import Event
from relais.apps.languages.addresses import address
from relais.apps.observatory import actions
from relais.apps.observatory import models as m
from relais.apps.observatory.proposals import drafting
from relais.apps.observatory.proposals.differences import differences
from relais.apps.observatory.proposals.verdicts import verdict
from relais.apps.observatory.tests.make import accept, make_file, make_who, propose
from relais.apps.observatory.vocabulary import State
from relais.core.figures.cube import Cell, Said
from relais.core.texts.problem import FileProblems

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("city", "in_english")]

BRUSSELS = "04000 2024 _T _T 60000"
WOMEN = "04000 2024 _T F 51000"
RAW = ("04000 2024 _T _T 171", "04000 2024 _T F 168", "04000 2024 _T M 3")


def values(date: str = "", period: str = "2024") -> dict[str, float | None]:
    every = m.Observation.objects
    rows = every.on(dt.date.fromisoformat(date) if date else None)
    return {each.cut: each.value for each in rows.filter(period=period)}


def test_what_is_proposed_is_not_current_and_what_is_accepted_is() -> None:
    release = propose(BRUSSELS, WOMEN)
    assert release.state == State.PROPOSED and values() == {}
    accept(release)
    assert values() == {"": 60000, "sex=F": 51000}


def test_a_release_that_is_corrected_can_be_seen_as_it_was() -> None:
    with time_machine.travel("2026-03-01T10:00Z"):
        accept(propose(BRUSSELS, WOMEN))
    with time_machine.travel("2026-03-09T10:00Z"):
        second = propose(BRUSSELS, WOMEN.replace("51000", "51503"), edition="2024-corrected")
    with time_machine.travel("2026-03-15T10:00Z"):
        accept(second)
    assert values("2026-02-28") == {}
    assert values("2026-03-01") == values("2026-03-14") == {"": 60000, "sex=F": 51000}
    assert values("2026-03-15") == values() == {"": 60000, "sex=F": 51503}


def test_a_whole_release_takes_away_what_it_no_longer_says_and_another_does_not() -> None:
    accept(propose(BRUSSELS, WOMEN))
    accept(propose(BRUSSELS.replace("60000", "60001"), edition="news", recipe="statbel-news"))
    assert values() == {"": 60001, "sex=F": 51000}
    accept(propose(BRUSSELS, edition="whole", content=make_file(BRUSSELS) + b"\n"))
    assert values() == {"": 60000}


def test_whoever_proposed_it_cannot_accept_it() -> None:
    release = propose(BRUSSELS, by=make_who(person=7))
    with pytest.raises(Refused):
        accept(release, person=7)
    with pytest.raises(Refused):
        actions.refuse_release(release=release, by=make_who(person=7), why="mine")
    accept(release, person=8)


@pytest.mark.parametrize("role", [role for role in Role if role != Role.CELL])
def test_only_the_cell_judges(role: Role) -> None:
    release = propose(BRUSSELS)
    with pytest.raises(Refused):
        actions.accept_release(release=release, by=make_who(role, person=2))


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.REFERENT, Role.ADMINISTRATOR])
def test_others_propose_nothing(role: Role) -> None:
    with pytest.raises(Refused):
        propose(BRUSSELS, by=make_who(role))


def test_a_command_proposes_and_never_accepts() -> None:
    release = propose(BRUSSELS, by=SCHEDULE)
    with pytest.raises(Refused):
        actions.accept_release(release=release, by=SCHEDULE)
    accept(release, person=1)
    assert values() == {"": 60000}


def test_the_same_file_again_changes_nothing_and_says_where_it_is() -> None:
    first = propose(BRUSSELS)
    for judge in (accept, lambda _: None):
        with pytest.raises(actions.SameFile, match="is here already") as caught:
            propose(BRUSSELS, edition="again")
        assert caught.value.release == first
        judge(first)
    assert m.Release.objects.filter(recipe__isnull=False).count() == 1


def test_what_was_refused_may_be_proposed_again_and_leaves_no_figure() -> None:
    release = propose(*RAW, recipe="statbel-raw")
    actions.refuse_release(release=release, by=make_who(person=2), why="two years are mixed")
    assert not m.HiddenValue.objects.exists() and not m.KeptFile.objects.exists()
    assert not release.observations.exists()
    accept(propose(*RAW, recipe="statbel-raw"))
    assert values()[""] == 171


def test_a_refusal_says_why() -> None:
    with pytest.raises(ValidationError, match="why"):
        actions.refuse_release(release=propose(BRUSSELS), by=make_who(person=2), why=" ")


def test_what_was_judged_is_not_judged_again() -> None:
    release = propose(BRUSSELS)
    accept(release)
    with pytest.raises(ValidationError, match="already"):
        actions.refuse_release(release=release, by=make_who(person=3), why="late")
    with pytest.raises(ValidationError, match="already"):
        accept(release, person=3)


def test_an_edition_has_one_release() -> None:
    propose(BRUSSELS)
    with pytest.raises(ValidationError, match="edition of this name"):
        propose(WOMEN)


def test_a_form_sent_twice_acts_once() -> None:
    by = replace(make_who(), token=uuid4())
    propose(BRUSSELS, by=by)
    with pytest.raises(AlreadyDone):
        propose(BRUSSELS, by=by)


@pytest.mark.parametrize("bad", ["09999 2024 _T _T 1", "04000 2024 _T _T many", "04000 2999 _T _T 1"])
def test_one_row_that_is_wrong_stores_nothing(bad: str) -> None:
    with pytest.raises(FileProblems, match=":3"):
        propose(WOMEN, bad)
    assert not m.Release.objects.filter(edition="2024").exists()


def test_a_forecast_may_be_of_a_time_to_come() -> None:
    release = propose(content=make_file("04000 2999 _T _T 1").replace(b",A\n", b",F\n"))
    assert release.observations.count() == 1


def test_what_the_table_refuses_is_not_half_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Said(3, secrecy="C")  # a hidden figure with its number
    draft = drafting.Draft({Cell("households_private", "04000", "2024"): shown})
    monkeypatch.setattr(actions.proposing, "draft", lambda *_: draft)
    with pytest.raises(IntegrityError, match="refuses one of these figures"):
        propose(BRUSSELS)


def test_a_raw_file_is_hidden_before_it_is_stored() -> None:
    release = propose(*RAW, recipe="statbel-raw")
    assert {each.cut: each.value for each in release.observations.all()} == {
        "": 171, "sex=F": None, "sex=M": None,
    }  # fmt: skip
    assert sorted(m.HiddenValue.objects.values_list("value", flat=True)) == [3, 168]
    assert release.is_raw


def test_a_raw_file_that_was_overtaken_is_protected_anew() -> None:
    raw = propose(*RAW, recipe="statbel-raw")
    accept(propose(WOMEN, edition="news", recipe="statbel-news"))
    with pytest.raises(ValidationError, match="not protected against"):
        accept(raw)


def test_the_file_is_kept_as_it_came() -> None:
    release = propose(BRUSSELS)
    assert gzip.decompress(release.kept_file.content) == make_file(BRUSSELS)


def test_what_is_only_tried_stores_nothing() -> None:
    with actions.only_trying():
        assert propose(BRUSSELS).observations.count() == 1
    assert not m.Release.objects.filter(edition="2024").exists()
    assert not Event.objects.filter(verb="figures-proposed").exists()


def test_each_act_is_told_in_the_trail_and_only_acceptance_in_public() -> None:
    release = propose(BRUSSELS)
    accept(release)
    told = Event.objects.about(*release.subjects).order_by("pk").values_list("verb", "person", "is_public")
    assert list(told) == [("figures-proposed", 1, False), ("figures-accepted", 2, True)]


def test_the_hash_of_a_raw_file_is_told_to_nobody() -> None:
    """Whoever knows the rest of the file could try small numbers until the hash is right."""
    release = propose(*RAW, recipe="statbel-raw")
    accept(release)
    assert release.sha256 not in str(list(Event.objects.values()))
    assert release.public_sha256 is None


def test_no_page_of_releases_and_no_program_is_told_that_hash(client: Client) -> None:
    release = propose(*RAW, recipe="statbel-raw")
    accept(release)
    for page in ("/api/v1/figures/releases", release.get_absolute_url(), address("observatory:releases")):
        assert str(release.sha256).encode() not in client.get(page).content


def test_whoever_judges_is_told_how_much_is_hidden_and_what_would_be_opened() -> None:
    raw = propose(*RAW, recipe="statbel-raw")
    assert verdict(raw, differences(raw)).doubts == ("2 of 3 figures are hidden to protect persons.",)
    accept(raw)
    opening = propose("04000 2024 _T F 168", edition="news", recipe="statbel-news")
    assert "1 figure that another release hides" in verdict(opening, differences(opening)).doubts[0]


def test_codes_that_a_recipe_says_exclude_one_another_hide_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A zero of men among families that only women can head tells nothing of anyone."""
    rows = ("04000 2024 _T _T 168", "04000 2024 _T F 168", "04000 2024 _T M 0")
    assert propose(*rows, recipe="statbel-raw").observations.filter(value=None).exists()
    nobody = drafting.recipes()["statbel-raw"].model_copy(update={"nobody": [{"sex": "M"}]})
    monkeypatch.setattr(drafting, "recipes", lambda: {"statbel-raw": nobody})
    again = propose(*rows, "01000 2024 _T _T 500", edition="again", recipe="statbel-raw")
    assert not again.observations.filter(value=None).exists()
