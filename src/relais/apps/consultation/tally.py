"""How many take which position: organisations and the public apart, each with its own denominator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from relais.apps.consultation.models import Opinion
from relais.apps.consultation.vocabulary import COUNTED, Moderation, Position


@dataclass(frozen=True, slots=True)
class Line:
    """One position: how many organisations, and how many members of the public, take it."""

    position: Position
    organisations: int
    public: int


@dataclass(frozen=True, slots=True)
class Tally:
    """`organisations` and `public` are the denominators: opinions that a moderator has read.

    `hidden` ones are counted; `waiting` ones are not, for what nobody has read may be advertising.
    """

    lines: tuple[Line, ...]
    organisations: int
    public: int
    hidden: int
    waiting: int
    answered: int
    shown: int


def tally(opinions: Iterable[Opinion]) -> Tally:
    """Count them; every position is there, taken or not."""
    every = list(opinions)
    counted = [opinion for opinion in every if opinion.moderation in COUNTED]
    by = Counter((opinion.organisation_id is not None, opinion.position) for opinion in counted)
    states = Counter(opinion.moderation for opinion in every)
    return Tally(
        lines=tuple(Line(p, by[True, p.value], by[False, p.value]) for p in Position),
        organisations=sum(n for (is_organisation, _), n in by.items() if is_organisation),
        public=sum(n for (is_organisation, _), n in by.items() if not is_organisation),
        hidden=states[Moderation.HIDDEN],
        waiting=states[Moderation.WAITING],
        answered=sum(o.answer_id is not None for o in every),
        shown=states[Moderation.SHOWN],
    )
