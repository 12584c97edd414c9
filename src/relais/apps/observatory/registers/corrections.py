"""Corrections: where a later release of the same source changed a value, or no longer has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from relais.apps.observatory import models as m
from relais.apps.observatory.vocabulary import Secrecy


@dataclass(frozen=True, slots=True)
class Correction:
    """What was said, what is said since, and by which release. `after` None: it is gone.

    `is_hidden`: some release hides this cell to protect persons, so neither value may be shown.
    """

    before: m.Observation
    after: m.Observation | None
    release: m.Release | None
    date: dt.date
    is_hidden: bool

    @property
    def was(self) -> float | None:
        return None if self.is_hidden else self.before.value

    @property
    def now(self) -> float | None:
        return None if self.is_hidden or self.after is None else self.after.value


def corrections(*, since: dt.date | None = None, until: dt.date | None = None) -> list[Correction]:
    """Those from the day after `since` up to and with `until`, newest first. Four queries.

    A value that a later release repeats is not corrected by it.
    """
    ended = _changed()
    if since:
        ended = ended.filter(until__gt=since)
    if until:
        ended = ended.filter(until__lte=until)
    return _told(list(ended))


def years() -> list[int]:
    """In which later releases took over from earlier ones, corrected or not, newest first. One query."""
    return [day.year for day in m.Observation.objects.dates("until", "year", order="DESC")]


def _changed() -> QuerySet[m.Observation]:
    """Values that ended and are not simply said again, with the key of what followed."""
    followed = m.Observation.objects.filter(
        Q(since__gt=OuterRef("since")) | Q(release_id__gt=OuterRef("release_id")),
        definition=OuterRef("definition"), place=OuterRef("place"), cut=OuterRef("cut"),
        start=OuterRef("start"), period=OuterRef("period"), since=OuterRef("until"),
        release__source=OuterRef("release__source"),
    ).order_by("release_id")  # fmt: skip
    return (
        m.Observation.objects.filter(until__isnull=False)
        .filter(~Exists(followed.filter(value=OuterRef("value"))))
        .annotate(next_key=Subquery(followed.values("pk")[:1]))
        .select_related("definition__indicator", "release__source")
        .order_by("-until", "definition", "place", "start", "cut", "release")
    )


def _told(ended: list[m.Observation]) -> list[Correction]:
    hidden = m.Observation.objects.hidden_cells()
    next_keys = [each.next_key for each in ended]  # type: ignore[attr-defined]
    later = m.Observation.objects.select_related("release__source").in_bulk(next_keys)
    wholes = _wholes({each.release.source_id for each in ended})
    found = (_one(each, later.get(key), wholes, hidden) for each, key in zip(ended, next_keys, strict=True))
    return [each for each in found if each.after is None or not _are_alike(each.before, each.after)]


def _one(
    before: m.Observation, after: m.Observation | None, wholes: dict[tuple[int, dt.date], m.Release],
    hidden: set[tuple[int, int, str, str, str]],
) -> Correction:  # fmt: skip
    assert before.until is not None  # only what ended is asked for
    taken = wholes.get((before.release.source_id, before.until))
    is_hidden = before.cell in hidden or before.secrecy == Secrecy.HIDDEN
    return Correction(before, after, after.release if after else taken, before.until, is_hidden)


def _wholes(sources: Iterable[int]) -> dict[tuple[int, dt.date], m.Release]:
    """By source and day, the whole release that takes away what it does not say."""
    found = m.Release.objects.accepted().filter(source__in=sources, is_whole=True).order_by("pk")
    return {(each.source_id, each.available_date): each for each in found}


def _are_alike(one: m.Observation, other: m.Observation) -> bool:
    """Both without a value, for the same reason."""
    return one.value is None is other.value and (one.quality, one.secrecy) == (other.quality, other.secrecy)
