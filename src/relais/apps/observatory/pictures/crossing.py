"""Crossed groups as charts: a dot for each group, from the highest down, with its interval where known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory.comparing.crossing import Crossed, Wanted
from relais.apps.observatory.pictures.wording import wording
from relais.apps.observatory.reading.words import Codes
from relais.apps.observatory.vocabulary import Quality, Secrecy
from relais.core.figures.charts import About, Chart, Kind, Point, Series, Wording, dots
from relais.core.figures.cube import PLACE, parts_of

FAMILY = "◆"


@dataclass(frozen=True, slots=True)
class Words:
    """What codes, dimensions and remarks are called, by their slugs."""

    codes: Codes
    dimensions: Mapping[str, LocalText]
    notes: Mapping[str, LocalText]

    def of_codes(self, dimensions: Iterable[str], codes: Iterable[str]) -> str:
        """“women, Belgian origin”."""
        pairs = zip(dimensions, codes, strict=True)
        return ", ".join(str(self.codes.get(pair, pair[1])) for pair in pairs)

    def of_dimensions(self, dimensions: Iterable[str]) -> str:
        """“sex × origin”."""
        return " × ".join(self.of_dimension(name) for name in dimensions)

    def of_dimension(self, name: str) -> str:
        return str(self.dimensions.get(name, name))


@dataclass(frozen=True, slots=True)
class Picture:
    """One chart with what stands around it. `unknown` are groups of which nothing is said."""

    crossed: Crossed
    where: str
    chart: Chart
    notes: tuple[LocalText, ...]
    unknown: tuple[str, ...]
    has_family: bool

    @property
    def key(self) -> str:
        """Unique on a page: no figure is in two charts."""
        return f"crossed-{self.crossed.cells[0].pk}"


@dataclass(frozen=True, slots=True)
class Section:
    """One crossing of one definition: the first place, and the others."""

    definition: m.Definition
    name: str
    first: Picture
    others: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """What is wanted of an indicator, in words: crossings that exist, and pairs that do not."""

    indicator: m.Indicator
    together: tuple[str, ...]
    apart: tuple[str, ...]


def in_words(wanted: Wanted, words: Words) -> Gap:
    together, apart = (tuple(map(words.of_dimensions, of)) for of in (wanted.together, wanted.apart))
    return Gap(wanted.indicator, together, apart)


def sections(found: Iterable[Crossed], words: Words) -> list[Section]:
    """`found` in its order, one section for each crossing of a definition."""
    made = []
    for _key, group in groupby(found, lambda each: (each.definition.pk, each.dimensions, each.beside)):
        first, *others = [_picture(each, words) for each in group]
        made.append(Section(first.crossed.definition, _name(first.crossed, words), first, tuple(others)))
    return made


def _name(crossed: Crossed, words: Words) -> str:
    """“Type of family × sex (car)”: what crosses, and what the figures are about besides people."""
    beside = words.of_codes(*zip(*crossed.beside, strict=True)) if crossed.beside else ""
    name = words.of_dimensions(crossed.dimensions)
    return f"{name} ({beside})" if beside else name


def _picture(crossed: Crossed, words: Words) -> Picture:
    where = f"{words.codes.get((PLACE, crossed.place), crossed.place)}, {crossed.period}"
    families = [_is_family(cell) for cell in crossed.cells]
    notes = dict.fromkeys(cell.note for cell in crossed.cells if cell.note and not crossed.is_modelled)
    remarks = tuple(words.notes[note] for note in notes if note in words.notes)
    unknown = tuple(words.of_codes(crossed.dimensions, codes) for codes in crossed.unknown())
    return Picture(crossed, where, _chart(crossed, where, words), remarks, unknown, any(families))


def _is_family(cell: m.Observation) -> bool:
    """The group is of the kind of family that its definition means."""
    wanted = parts_of(cell.definition.family_cut)
    return bool(wanted) and wanted.items() <= cell.parts.items()


def _chart(crossed: Crossed, where: str, words: Words) -> Chart:
    definition, source = crossed.definition, crossed.release.source
    labels = [_label(crossed, cell, words) for cell in crossed.cells]
    points = tuple(_point(cell, label) for cell, label in zip(crossed.cells, labels, strict=True))
    series = [Series("", points)]
    how = wording(definition, crossed.cells, words.of_dimensions(crossed.dimensions))
    published = f", {crossed.release.published}" if crossed.release.published else ""
    about = About(
        _("%(what)s: %(crossing)s") % {"what": definition.name, "crossing": _name(crossed, words)},
        _described(points, how),
        f"{where} · {definition.unit}", f"{source.publisher}{published}",
    )  # fmt: skip
    return dots(series, about, how, kind=Kind(definition.kind))


def _label(crossed: Crossed, cell: m.Observation, words: Words) -> str:
    """“◆ women, Belgian origin (provisional)”. That all are estimated is said once, above."""
    said_once = {Quality.NORMAL, Quality.MISSING, *([Quality.ESTIMATED] if crossed.is_modelled else [])}
    quality = "" if cell.quality in said_once else f" ({Quality(cell.quality).label})"
    family = f"{FAMILY} " if _is_family(cell) else ""
    codes = (cell.parts[name] for name in crossed.dimensions)
    return f"{family}{words.of_codes(crossed.dimensions, codes)}{quality}"


def _point(cell: m.Observation, label: str) -> Point:
    if cell.secrecy == Secrecy.HIDDEN:
        return Point.hidden(label)
    if cell.value is None:
        return Point.missing(label)
    if cell.low is None or cell.high is None:
        return Point(label, cell.value)
    return Point(label, cell.value, low=cell.low, high=cell.high)


def _described(points: Sequence[Point], how: Wording) -> str:
    shown = [point for point in points if point.is_shown]
    if not shown:
        return _("No group can be shown.")
    highest, lowest = shown[0], shown[-1]
    return _("Highest: %(high)s, %(most)s. Lowest: %(low)s, %(least)s.") % {
        "high": highest.label, "most": how.of(highest), "low": lowest.label, "least": how.of(lowest),
    }  # fmt: skip
