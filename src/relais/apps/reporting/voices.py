"""Two voices side by side: what each says now, and what it said before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from relais.apps.reporting.models import Statement
from relais.apps.reporting.vocabulary import Voice


@dataclass(frozen=True, slots=True)
class Said:
    """One voice. `now` has the last word of each organisation; empty: it has not said anything."""

    voice: Voice
    now: list[Statement]
    before: list[Statement]


def both_voices(statements: Iterable[Statement]) -> list[Said]:
    """The owner, then the observer: always both, so that a silence is seen. Uses rows of `on()`."""
    every = list(statements)
    return [
        Said(
            voice,
            now=[s for s in every if s.voice == voice and not s.is_superseded],
            before=[s for s in every if s.voice == voice and s.is_superseded],
        )
        for voice in Voice
    ]
