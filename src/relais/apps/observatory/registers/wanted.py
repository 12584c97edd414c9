"""Data wanted: what no figure says, of each indicator, and who is to be asked for it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory.vocabulary import Standing
from relais.core.figures.cube import PLACE, parts_of


@dataclass(frozen=True, slots=True)
class Region:
    """The place that is counted for, with its parts: municipalities."""

    code: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Parts of the region of which no figure is known: all `of` parts, or some."""

    whole: str
    missing: tuple[str, ...]
    of: int

    @property
    def is_all(self) -> bool:
        return len(self.missing) == self.of


@dataclass(frozen=True, slots=True)
class Gap:
    """What is wanted of one indicator. `definitions` have no figure, `dimensions` (slugs) cut none, `region`
    is named when all figures are of other places.
    """

    indicator: m.Indicator
    figures: int
    definitions: tuple[m.Definition, ...]
    dimensions: tuple[str, ...]
    region: str | None
    places: Places | None

    @property
    def is_whole(self) -> bool:
        """There is no figure at all."""
        return not self.figures

    @property
    def is_wanting(self) -> bool:
        return bool(self.is_whole or self.definitions or self.dimensions or self.region or self.places)

    @property
    def is_ours(self) -> bool:
        """Nobody else is to be asked: this site can compute it, from data that it has not."""
        return self.is_whole and not self.indicator.ask


@dataclass(frozen=True, slots=True)
class Request:
    """All that one body should give."""

    producer: str
    name: LocalText
    gaps: tuple[Gap, ...]


def gaps(date: dt.date | None = None) -> list[Gap]:
    """Every indicator of which something is wanted, or was on a day, in their order. Four queries."""
    figures, region = _figures(date), _region()
    indicators = m.Indicator.objects.exclude(standing=Standing.COMPUTED).order_by("number")
    found = (_gap(each, figures, region) for each in indicators.prefetch_related("definitions"))
    return [gap for gap in found if gap.is_wanting]


def requests(wanted: Sequence[Gap]) -> list[Request]:
    """What to ask of each body, those who are asked for most first. One query."""
    asked: dict[str, list[Gap]] = defaultdict(list)
    for gap in wanted:
        for producer in gap.indicator.ask:
            asked[producer].append(gap)
    names = dict(m.Coverage.objects.values_list("producer", "producer_name"))
    found = [Request(slug, names[slug], tuple(each)) for slug, each in asked.items() if slug in names]
    return sorted(found, key=lambda request: -len(request.gaps))


Figures = Mapping[int, Sequence[tuple[str, str, int]]]


def _gap(indicator: m.Indicator, figures: Figures, region: Region | None) -> Gap:
    definitions = sorted(indicator.definitions.all(), key=lambda each: each.position)
    said = [cell for each in definitions for cell in figures.get(each.pk, ())]
    cut = {dimension for _, parts, _ in said for dimension in parts_of(parts)}
    places = {place for place, _, _ in said}
    return Gap(
        indicator, sum(count for *_, count in said),
        tuple(each for each in definitions if each.pk not in figures),
        tuple(each for each in indicator.breakdowns if each != PLACE and each not in cut),
        region.code if region and said and not places & {region.code, *region.parts} else None,
        _places(places, region) if region and PLACE in indicator.breakdowns else None,
    )  # fmt: skip


def _places(said: set[str], region: Region) -> Places | None:
    missing = tuple(part for part in region.parts if part not in said)
    return Places(region.code, missing, len(region.parts)) if missing else None


def _figures(date: dt.date | None) -> Figures:
    """By definition, place and cut of which there are figures with a value, and how many."""
    found: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
    shown = m.Observation.objects.shown(date).filter(value__isnull=False).order_by()
    for definition, *said in shown.values_list("definition", "place", "cut").annotate(Count("pk")):
        found[definition].append(tuple(said))
    return found


def _region() -> Region | None:
    """The place that is itself a part, and of which the parts are known: a region with its municipalities."""
    partitions = m.Dimension.objects.filter(slug=PLACE).values_list("partitions", flat=True).first() or []
    parts = {part for _, each in partitions for part in each}
    return next((Region(whole, tuple(each)) for whole, each in partitions if whole in parts), None)
