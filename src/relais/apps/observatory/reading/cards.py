"""One figure on a card: the six of the home page, and the newest of each indicator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory.files.reading import read_highlights
from relais.apps.observatory.files.shapes import Highlight
from relais.apps.observatory.periods import period_in_words
from relais.apps.observatory.reading.places import Places
from relais.apps.observatory.reading.series import newest, series_of
from relais.apps.observatory.reading.words import PER_CENT, value_in_words, with_unit
from relais.apps.observatory.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Card:
    """The newest figure of a series, in words. `is_disputed`: the audit found something about it."""

    figure: m.Observation
    value: str
    period: str
    place: LocalText | str
    reading: str
    is_disputed: bool
    series: tuple[m.Observation, ...]

    @property
    def of_a_hundred(self) -> str:
        """How much of a hundred it is, as SVG writes it; nothing for what is no part of a hundred."""
        is_part = self.figure.definition.kind in {Kind.SHARE, Kind.RATE}
        is_percent = is_part and self.figure.definition.unit_code == PER_CENT
        return f"{self.figure.value:.2f}" if is_percent else ""


def highlights(places: Places) -> list[Card]:
    """The figures that data/observatory/home.yaml chooses, in its order. Two queries."""
    chosen = _chosen(settings.DATA)
    asked = Q(pk=None)
    for each in chosen:
        asked |= Q(definition__slug=each.definition, place=each.place, cut=each.cut)
    found: dict[tuple[str, str, str], list[m.Observation]] = defaultdict(list)
    for figure in _told(asked):
        found[figure.definition.slug, figure.place, figure.cut].append(figure)
    return [
        card(figures, places, LocalText(each.reading.text()))
        for each in chosen
        if (figures := found.get((each.definition, each.place, each.cut)))
    ]


def of_indicators(indicators: Iterable[m.Indicator], places: Places) -> dict[int, Card]:
    """Key of an indicator to its newest figure of single-parent families, of the region where there is one.

    Two queries.
    """
    preferred = places.preferred
    asked = Q(definition__indicator__in=list(indicators), place__in=preferred)
    found: dict[int, list[m.Observation]] = defaultdict(list)
    for figure in _told(asked & Q(cut=F("definition__family_cut"))):
        found[figure.definition.indicator_id].append(figure)
    return {key: card(_best(figures, preferred), places) for key, figures in found.items()}


def card(figures: Sequence[m.Observation], places: Places, reading: LocalText | None = None) -> Card:
    """Of figures of one definition, place and cut; not of none."""
    last = newest(figures)
    assert last is not None and last.value is not None
    value = value_in_words(last.value, last.decimals)
    own = next(s for s in series_of(figures) if s.publisher == last.release.source.publisher)
    return Card(
        last, with_unit(value, last.definition), period_in_words(last.period),
        places.names.get(last.place, last.place), str(reading).replace("{value}", value) if reading else "",
        bool(getattr(last, "is_disputed", False)), own.figures,
    )  # fmt: skip


@cache
def _chosen(data: Path) -> list[Highlight]:
    """A file of the deployment: it does not change while the house runs."""
    return read_highlights(data)


def _told(asked: Q) -> list[m.Observation]:
    through = m.Finding.observations.through._default_manager
    found = m.Observation.objects.current().filter(asked, value__isnull=False)
    disputed = Exists(through.filter(observation=OuterRef("pk")))
    joined = found.select_related("definition__indicator", "definition__family", "release__source")
    marked = joined.prefetch_related("definition__breaks")
    return list(marked.annotate(is_disputed=disputed).order_by("start", "pk"))


def _best(figures: Sequence[m.Observation], preferred: Sequence[str]) -> list[m.Observation]:
    """Those of the first definition in the smallest place."""
    first = min(figures, key=lambda each: (preferred.index(each.place), each.definition.position))
    return [one for one in figures if (one.place, one.definition_id) == (first.place, first.definition_id)]
