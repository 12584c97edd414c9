"""Rows for tests, and files of a small city."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from relais.apps.observatory import models as m
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.yearly import publication
from relais.core.figures.cube import period_of
from relais.core.texts.text import Text

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


def make_source(slug: str = "statbel") -> m.Source:
    return m.Source.objects.create(
        slug=slug, title=slug, publisher=slug, kind=v.SourceKind.STATISTICS, url="https://example.org/"
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


def make_standing_publication(year: int) -> m.Publication:
    """A publication for tests that read pages: it leaves nothing in the trail."""
    held = publication(year, dt.date(year, 12, 31), None)
    made = m.Publication.holding(held, published_at=timezone.now())
    made.save()
    return made
