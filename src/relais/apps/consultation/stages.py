"""What may be done when: a pure function of the stages of a consultation and the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.consultation.vocabulary import StageKind, Standing, State

ORDER = tuple(StageKind.values)


@dataclass(frozen=True, slots=True)
class Span:
    """A stage from its first day to its last, both included. The closed stage has no last day."""

    kind: str
    from_date: dt.date
    to_date: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        return self.from_date <= day and (self.to_date is None or day <= self.to_date)


class Deed(Enum):
    """Something that can be done with a published consultation, by whoever may."""

    READ = auto()
    GIVE = auto()
    MODERATE = auto()
    IMPORT = auto()
    ANSWER = auto()
    CHANGE = auto()
    CLOSE = auto()


def in_order(spans: Iterable[Span]) -> list[Span]:
    """By kind: read, give opinions, answer, closed."""
    return sorted(spans, key=lambda span: ORDER.index(span.kind))


def span_of(spans: Iterable[Span], kind: StageKind) -> Span | None:
    """The stage of this kind, if it has dates."""
    return next((span for span in spans if span.kind == kind), None)


def stage_on(spans: Iterable[Span], day: dt.date) -> Span | None:
    """The stage that `day` falls in; None before the first, after the last, and between two."""
    return next((span for span in spans if span.holds(day)), None)


def problems(spans: Sequence[Span]) -> list[str | Promise]:
    """What keeps these stages from being the stages of a consultation; empty when nothing does."""
    found: list[str | Promise] = []
    given = in_order(spans)
    if span_of(given, StageKind.OPINIONS) is None:
        found.append(_("There is no stage in which opinions can be given."))
    if span_of(given, StageKind.ANSWERS) is None:
        found.append(_("There is no stage in which the authority answers."))
    for span in given:
        if span.kind != StageKind.CLOSED and (span.to_date is None or span.to_date < span.from_date):
            found.append(_("A stage ends on or after the day on which it begins."))
    if any(not _follow(before, after) for before, after in pairwise(given)):
        found.append(_("Stages follow one another in order and do not overlap."))
    return list(dict.fromkeys(found))


def _follow(before: Span, after: Span) -> bool:
    ends = before.to_date or before.from_date
    return before.kind != after.kind and ends < after.from_date


def standing(state: str, spans: Sequence[Span], day: dt.date) -> Standing:
    """Where it stands on `day`. Answers are late once their stage is over and nobody closed it."""
    if state != State.PUBLISHED:
        return Standing(state)
    given = in_order(spans)
    if not given or day < given[0].from_date:
        return Standing.COMING
    answers = span_of(given, StageKind.ANSWERS)
    if answers and answers.to_date and answers.to_date < day:
        return Standing.LATE
    here = stage_on(given, day)
    return _STANDING[StageKind(here.kind)] if here else Standing.PAUSE


_STANDING = {
    StageKind.READING: Standing.READING,
    StageKind.OPINIONS: Standing.OPEN,
    StageKind.ANSWERS: Standing.ANSWERING,
    StageKind.CLOSED: Standing.LATE,
}


def deeds(state: str, spans: Sequence[Span], day: dt.date) -> frozenset[Deed]:
    """What may be done with it on `day`.

    Answers begin once no opinion can change any more. What was said stays moderated, and changes are noted,
    also after it is closed.
    """
    where = standing(state, spans, day)
    if where in (Standing.PREPARATION, Standing.COMING):
        return frozenset()
    if where == Standing.CLOSED:
        return frozenset({Deed.READ, Deed.MODERATE, Deed.CHANGE})
    opinions = span_of(spans, StageKind.OPINIONS)
    if opinions is None or day < opinions.from_date:
        return frozenset({Deed.READ})
    if opinions.holds(day):
        return frozenset({Deed.READ, Deed.MODERATE, Deed.IMPORT, Deed.GIVE})
    return frozenset({Deed.READ, Deed.MODERATE, Deed.IMPORT, Deed.ANSWER, Deed.CHANGE, Deed.CLOSE})
