"""The trail notes every act once, and the database keeps it as it was."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.who import NOBODY
from relais.apps.audit import actions
from relais.apps.audit.models import Event, Subject
from relais.apps.audit.verb import Verb

pytestmark = pytest.mark.django_db

RENAMED = Verb("test-renamed", "%(organisation)s is now called %(name)s, was %(before_name)s")


def make_organisation(slug: str = "fiction") -> Organisation:
    return Organisation.objects.create(slug=slug, name={"nl": "Fictie"}, is_fictional=True)


@pytest.mark.parametrize("table", ["audit_event", "audit_subject"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}"])
def test_database_refuses_to_change_or_remove_what_was_noted(table: str, statement: str) -> None:
    actions.record(RENAMED, by=NOBODY, about=["measure:16"], after={"name": "x"})
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement.format(table))
    assert Event.objects.about("measure:16").count() == 1


def test_change_notes_only_what_differs_before_and_after() -> None:
    row = make_organisation()
    event = actions.change(row, RENAMED, by=NOBODY, seen=1, why="typo", name={"nl": "Ander"}, url=None)
    assert event is not None
    assert event.before == {"name": {"nl": "Fictie"}}
    assert event.after == {"name": {"nl": "Ander"}}
    assert (event.why, row.version) == ("typo", 2)
    assert list(Subject.objects.values_list("name", flat=True)) == ["organisation:fiction"]


def test_changing_nothing_notes_nothing_and_never_conflicts() -> None:
    row = make_organisation()
    assert actions.change(row, RENAMED, by=NOBODY, seen=99, url=None) is None
    assert not Event.objects.exists()


def test_who_saves_must_have_seen_the_last_version() -> None:
    row = make_organisation()
    actions.change(row, RENAMED, by=NOBODY, seen=1, name={"nl": "Hun woord"})
    with pytest.raises(actions.Conflict) as conflict:
        actions.change(row, RENAMED, by=NOBODY, seen=1, name={"nl": "Mijn woord"})
    assert conflict.value.row.name["nl"] == "Hun woord"
    assert conflict.value.wanted == {"name": {"nl": "Mijn woord"}}
    row.refresh_from_db()
    assert row.name["nl"] == "Hun woord"


def test_the_same_form_acts_once() -> None:
    by = replace(NOBODY, token=uuid4())
    actions.record(RENAMED, by=by, about=["measure:1"])
    with pytest.raises(actions.AlreadyDone):
        actions.record(RENAMED, by=by, about=["measure:1"])
    assert Event.objects.count() == 1


def test_sentence_shows_a_fact_that_was_not_noted_as_a_gap() -> None:
    event = actions.record(RENAMED, by=NOBODY, about=["measure:1"], after={"name": {"fr": "Nom"}})
    assert event.sentence == "Relais is now called Nom, was ?"


def test_what_is_done_to_a_private_row_is_not_told_in_public(monkeypatch: pytest.MonkeyPatch) -> None:
    row = make_organisation()
    monkeypatch.setattr(Organisation, "is_private", True)
    event = actions.change(row, RENAMED, by=NOBODY, seen=1, name={"nl": "Ander"})
    assert event is not None and not event.is_public


def test_name_of_a_person_stays_out_of_the_trail_and_its_change_is_noted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = make_organisation()
    monkeypatch.setattr(Organisation, "unnoted", frozenset({"url"}))
    event = actions.change(row, RENAMED, by=NOBODY, seen=1, url="https://example.org/an-mens")
    assert event is not None
    assert (event.before, event.after) == ({"url": "…"}, {"url": "…"})
