"""Figures of one definition, place and cut that one publisher said: what a line may be drawn through."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory.vocabulary import SourceKind

_NEARNESS = {kind.value: n for n, kind in enumerate(SourceKind)}


@dataclass(frozen=True, slots=True)
class Series:
    """`figures` in order of time, one for each day on which a period begins."""

    place: str
    cut: str
    publisher: LocalText
    figures: tuple[m.Observation, ...]


def series_of(figures: Iterable[m.Observation]) -> list[Series]:
    """Longest first. Of one definition; `release.source` must be at hand."""
    told: dict[tuple[str, str, LocalText], dict[dt.date, m.Observation]] = defaultdict(dict)
    for each in sorted(figures, key=_when):
        told[each.place, each.cut, each.release.source.publisher].setdefault(each.start, each)
    every = [Series(*key, tuple(periods.values())) for key, periods in told.items()]
    return sorted(every, key=lambda each: -len(each.figures))


def newest(figures: Iterable[m.Observation]) -> m.Observation | None:
    """Of the newest period, by the source that is nearest to the origin. None of none."""
    return min(figures, key=lambda each: (-each.end.toordinal(), *_nearest(each)), default=None)


def _when(figure: m.Observation) -> tuple[object, ...]:
    return figure.start, figure.end, *_nearest(figure)


def _nearest(figure: m.Observation) -> tuple[int, int]:
    return _NEARNESS[figure.release.source.kind], -figure.release_id
