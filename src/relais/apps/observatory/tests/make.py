"""Rows for tests, and files of a small city."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from relais.apps.accounts.models import Membership, Organisation, User
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Part, Who
from relais.apps.languages.fields import LocalText
from relais.apps.observatory import actions
from relais.apps.observatory import models as m
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.yearly.contents import publication
from relais.core.figures.cube import period_of
from relais.core.texts.text import LANGUAGES, Text

CITY = Path(__file__).with_name("city")
HEAD = "definition,place,period,household_type,sex,value,obs_status"
WORDS = Text({"nl": "woord", "fr": "mot", "en": "word"})


def make_definition(slug: str = "households", **facts: Any) -> m.Definition:
    """A definition of an indicator of its own."""
    indicator = m.Indicator.objects.create(
        slug=slug.replace("_", "-"), number=m.Indicator.objects.count() + 1, theme="families",
        standing=v.Standing.LIVE, name=WORDS, meaning=WORDS, limits=[], breakdowns=[], body=WORDS,
        refresh=WORDS, measures=[],
    )  # fmt: skip
    told = {
        "kind": v.Kind.COUNT, "unit": WORDS, "unit_code": "HH", "decimals": 0, "direction": v.Direction.NONE,
        "threshold": 5, "is_sensitive": False, "position": 0, "name": WORDS,
    }  # fmt: skip
    return m.Definition.objects.create(slug=slug, indicator=indicator, **{**told, **facts})


def called(name: str) -> LocalText:
    """A proper name: the same in every language."""
    return LocalText(dict.fromkeys(LANGUAGES, name))


def make_source(slug: str = "statbel") -> m.Source:
    return m.Source.objects.create(
        slug=slug,
        title=called(slug),
        publisher=called(slug),
        kind=v.SourceKind.STATISTICS,
        url="https://example.org/",
    )


def make_release(source: m.Source, day: str, **facts: Any) -> m.Release:
    """An accepted release of a day, that says all of its definitions."""
    told = {"state": v.State.ACCEPTED, "is_whole": True, "origin": v.Origin.IMPORTED, **facts}
    return m.Release.objects.create(
        source=source, edition=told.pop("edition", day), available_date=dt.date.fromisoformat(day),
        recorded_at=timezone.now(), **told,
    )  # fmt: skip


def make_value(
    release: m.Release, definition: m.Definition, value: float | None, *, place: str = "04000",
    period: str = "2020", cut: str = "", **facts: Any,
) -> m.Observation:  # fmt: skip
    when = period_of(period)
    return m.Observation.objects.create(
        release=release, definition=definition, place=place, period=period, start=when.start, end=when.end,
        cut=cut, value=value, decimals=0, **facts,
    )  # fmt: skip


def make_who(role: Role = Role.CELL, person: int = 1, organisation: str = "cel") -> Who:
    """A person who acts for the organisation in which they have that role."""
    return Who(person, "Test", (Part(1, organisation, role),), acting_for=organisation)


def sign_in(client: Client, role: Role, organisation: str = "huis-maan") -> User:
    """A person with that role in that organisation, who has signed in."""
    house, _ = Organisation.objects.get_or_create(slug=organisation, defaults={"name": {"en": organisation}})
    user = User.objects.create(email=f"{uuid4()}@example.org", name="Test", language="en")
    Membership.objects.create(user=user, organisation=house, role=role)
    client.force_login(user)
    return user


def make_file(*rows: str) -> bytes:
    """A tidy file. Each row is “place period type sex value”: “04000 2020 _T F 60”."""
    lines = [f"households_private,{','.join(row.split())},A" for row in rows]
    return "\n".join([HEAD, *lines, ""]).encode()


def propose(*rows: str, edition: str = "2024", recipe: str = "statbel-households", **told: Any) -> m.Release:
    """A release of the city of these tests, whose files must be loaded."""
    given = {"name": "file.csv", "published": None, "by": make_who(person=1), **told}
    return actions.propose_release(
        recipe=recipe, edition=edition, content=given.pop("content", make_file(*rows)), **given
    )


def accept(release: m.Release, person: int = 2) -> None:
    actions.accept_release(release=release, by=make_who(person=person))


def make_current(
    release: m.Release, definition: m.Definition, value: float | None, **facts: Any
) -> m.Observation:
    """A value that counts since the day of its release."""
    return make_value(release, definition, value, since=release.available_date, **facts)


def make_standing_publication(year: int) -> m.Publication:
    """A publication for tests that read pages: it leaves nothing in the trail."""
    held = publication(year, dt.date(year, 12, 31), None)
    made = m.Publication.holding(held, published_at=timezone.now())
    made.save()
    return made
