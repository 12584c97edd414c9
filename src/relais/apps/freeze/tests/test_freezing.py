"""Freezing a year: who may, once a click, again only with a reason, and never changed afterwards."""

from __future__ import annotations

import hashlib

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils.translation import override

from relais.apps.accounts.permissions import Refused
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import NOBODY, SCHEDULE, Part, Who
from relais.apps.audit.actions import AlreadyDone
from relais.apps.audit.models import Event
from relais.apps.freeze.actions import freeze_year
from relais.apps.freeze.models import Freeze
from relais.apps.freeze.tests.make import make_freeze
from relais.apps.plan.models import Measure
from relais.apps.sheets.dataset import Damaged

pytestmark = pytest.mark.django_db


def make_who(role: Role) -> Who:
    return Who(person=1, name="Someone", parts=(Part(1, "a-body", role),), acting_for="a-body")


def test_freeze_holds_every_row_and_its_hash_is_that_of_its_bytes() -> None:
    frozen = make_freeze()
    assert frozen.counts["measures"] == 100
    assert len(frozen.dataset().rows("measures")) == 100
    assert hashlib.sha256(Freeze.objects.get(pk=frozen.pk).json()).hexdigest() == frozen.sha256


def test_same_rows_on_the_same_day_are_the_same_hash() -> None:
    with time_machine.travel("2024-05-01 09:00"), transaction.atomic():
        first = make_freeze(2023).sha256
        transaction.set_rollback(True)
    with time_machine.travel("2025-05-01 21:00"):
        assert make_freeze(2023).sha256 == first


@pytest.mark.parametrize("role", [r for r in Role if r != Role.CELL])
def test_only_the_cell_freezes(role: Role) -> None:
    for who in (make_who(role), NOBODY):
        with pytest.raises(Refused):
            freeze_year(year=2024, by=who)
    assert not Freeze.objects.filter(year=2024).exists()


def test_the_cell_freezes_and_the_trail_tells_it() -> None:
    frozen = freeze_year(year=2024, by=make_who(Role.CELL), why="First balance")
    event = Event.objects.about("freeze:2024").get()
    assert (frozen.organisation, event.organisation, event.why) == ("a-body", "a-body", "First balance")
    assert event.is_public
    assert event.after["sha256"] == frozen.sha256


@override("en")
def test_a_year_is_frozen_again_only_with_a_reason_and_when_something_changed() -> None:
    make_freeze()
    with pytest.raises(ValidationError, match="Nothing has changed"):
        make_freeze(why="again")
    Measure.objects.filter(number=1).update(page=7)
    with pytest.raises(ValidationError, match="say why"):
        make_freeze()
    second = make_freeze(why="A page number was wrong")
    assert (second.edition, second.name) == (2, "2024-2")
    assert [f.name for f in Freeze.objects.newest_first() if f.year == 2024] == ["2024-2", "2024"]
    assert Freeze.objects.latest_of_each_year()[1:] == [second]


@pytest.mark.parametrize("name", ["2024-1", "2024-02", "2024-0", "24", "x", "2024-", "2024-2-2", "٢٠٢٤"])
def test_a_freeze_has_one_name(name: str) -> None:
    make_freeze()
    assert not Freeze.objects.named(name).exists()


def test_a_year_to_come_cannot_be_frozen() -> None:
    with time_machine.travel("2026-12-31"), pytest.raises(ValidationError):
        make_freeze(2027)


def test_the_same_form_freezes_once() -> None:
    from uuid import uuid4

    who = make_who(Role.CELL).acting("a-body", uuid4())
    freeze_year(year=2024, by=who)
    Measure.objects.filter(number=1).update(page=7)
    with pytest.raises(AlreadyDone):
        freeze_year(year=2024, by=who, why="second click")
    assert Freeze.objects.filter(year=2024).count() == 1


@pytest.mark.parametrize(
    "sql", ["UPDATE freeze_freeze SET note = 'x'", "DELETE FROM freeze_freeze"], ids=["update", "delete"]
)
def test_the_database_refuses_to_change_a_freeze(sql: str) -> None:
    make_freeze()
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_a_freeze_that_does_not_match_its_hash_is_not_shown() -> None:
    frozen = make_freeze()
    frozen.sha256 = "0" * 64
    with pytest.raises(Damaged):
        frozen.json()


def test_a_command_is_told_as_relais_itself() -> None:
    assert make_freeze().organisation is SCHEDULE.acting_for is None
