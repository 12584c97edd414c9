"""One cell: what each source says of it, in every edition, and what does not fit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Prefetch

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory.periods import period_in_words
from relais.apps.observatory.reading.tables import Doubt, Row, doubt_in_words, row_in_words
from relais.apps.observatory.reading.words import Codes, cut_in_words, names_of_codes, place_in_words

FEW = 6


@dataclass(frozen=True, slots=True)
class Beside:
    """What does not fit, with the other figures that it concerns, where those are few."""

    doubt: Doubt
    others: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class WholeCell:
    """`current` is what sources say now, or said on a day; `vintages` every edition that ever said it, newest
    first."""

    definition: m.Definition
    place: str
    period: str
    cut: str
    current: tuple[Row, ...]
    vintages: tuple[Row, ...]
    breaks: tuple[m.BreakMark, ...]
    doubts: tuple[Beside, ...]


def whole_cell(
    definition: m.Definition, place: str, period: str, cut: str, date: dt.date | None = None
) -> WholeCell | None:
    """None when no accepted edition ever said it. Six queries. Of an earlier day, no doubt is told."""
    said = list(
        m.Observation.objects.ever()
        .filter(definition=definition, place=place, period=period, cut=cut)
        .select_related("release__source")
        .order_by("-since", "-release_id")
    )
    if not said:
        return None
    names, notes = names_of_codes(), {note.slug: note.words for note in m.Note.objects.all()}
    rows = tuple(row_in_words(definition, each, [], names, notes) for each in said)
    marks = definition.breaks.order_by("date")
    return WholeCell(
        definition, place_in_words(place, names), period_in_words(period), cut_in_words(cut, names),
        tuple(each for each in rows if each.figure.is_current(date)), rows,
        tuple(mark for mark in marks if mark.place in (None, place)),
        () if date else tuple(_doubts(said, names, notes)),
    )  # fmt: skip


def _doubts(said: list[m.Observation], names: Codes, notes: Mapping[str, LocalText]) -> Iterator[Beside]:
    own = {each.pk for each in said}
    for finding in _findings(said):
        others = [each for each in finding.observations.all() if each.pk not in own]
        shown = others if len(others) <= FEW else []
        rows = tuple(row_in_words(each.definition, each, [], names, notes) for each in shown)
        yield Beside(doubt_in_words(finding, names), rows)


def _findings(said: list[m.Observation]) -> list[m.Finding]:
    concerned = m.Observation.objects.select_related("definition__indicator", "release__source")
    return list(
        m.Finding.objects.filter(observations__in=said)
        .distinct()
        .select_related("definition", "source")
        .prefetch_related(Prefetch("observations", concerned.in_order()))
        .order_by("kind", "pk")
    )
