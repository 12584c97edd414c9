"""A yearly publication in the words of the reader: from its frozen content, and from nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from relais.apps.languages.fields import LocalText
from relais.apps.observatory.periods import period_in_words
from relais.apps.observatory.reading.words import Codes, said
from relais.apps.observatory.registers.words import cell, phrases
from relais.apps.observatory.vocabulary import Cuttable, FindingKind, Secrecy
from relais.apps.sheets.dataset import Dataset, Row
from relais.core.figures.cube import PLACE, period_of
from relais.core.texts.text import LANGUAGES

FIRST, MOST = 12, 100  # figures of a definition: in sight, and on the page; all of them are in the files

CHECKS = {
    "figure-has-definition": gettext_lazy("every figure has a definition"),
    "figure-has-source": gettext_lazy("every figure has a source"),
    "figure-has-date": gettext_lazy("every figure has the day of its release"),
    "hidden-has-no-value": gettext_lazy("what is hidden to protect persons has no value"),
    "findings-are-listed": gettext_lazy("what the audit found is listed"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in words. `value` is empty for what is missing or hidden."""

    row: Row
    cell: str
    value: str
    interval: str
    publisher: LocalText | None
    published: str | None
    note: LocalText | None
    mark: str  # the day of a break, on the first of the figures before it

    @property
    def is_hidden(self) -> bool:
        return bool(self.row["secrecy"] == Secrecy.HIDDEN)


@dataclass(frozen=True, slots=True)
class Way:
    """One way of counting: its definition, what breaks it, its newest figures; `further` ones, and how many
    `more` stand in the files alone.
    """

    row: Row
    words: Mapping[str, LocalText | None]
    breaks: list[tuple[Row, LocalText | None]]
    figures: list[Figure]
    further: list[Figure]
    more: int


@dataclass(frozen=True, slots=True)
class Question:
    """One indicator with its ways of counting, and what is wanted of it."""

    row: Row
    words: Mapping[str, LocalText | None]
    limits: list[LocalText | None]
    ways: list[Way]
    wanted: list[str]


@dataclass(frozen=True, slots=True)
class Section:
    """One theme."""

    slug: str
    name: LocalText | str
    questions: list[Question]


@dataclass(frozen=True, slots=True)
class Pair:
    """A correction or a finding: of what, and both values as printed."""

    row: Row
    name: LocalText | None
    cell: str
    one: str
    other: str


def text(row: Row, name: str) -> LocalText | None:
    """Words of a frozen row; None when it has none."""
    words = {code: row[f"{name}_{code}"] for code in LANGUAGES if row.get(f"{name}_{code}")}
    return LocalText(words) if words else None


class Issue:
    """The set of a year, read once and told in sections."""

    def __init__(self, held: Dataset) -> None:
        self.held = held
        self.publishers = {row["slug"]: text(row, "publisher") for row in held.rows("figure_sources")}
        self.definitions = {row["slug"]: row for row in held.rows("figure_definitions")}
        self.notes = {row["slug"]: text(row, "words") for row in held.rows("figure_notes")}
        self.published = {
            (r["source"], r["edition"]): period_in_words(r["published"]) if r["published"] else None
            for r in held.rows("figure_releases")
        }
        self.figures = self._by("figures", "definition")
        self.breaks = self._by("figure_breaks", "definition")
        self.limits = self._by("indicator_limits", "indicator")
        self.ways = self._by("figure_definitions", "indicator")
        self.wanted = {row["indicator"]: row for row in held.rows("wanted")}

    def _by(self, name: str, column: str) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.held.rows(name):
            found[row[column]].append(row)
        return found

    @cached_property
    def codes(self) -> Codes:
        rows = self.held.rows("figure_codes")
        return {(row["dimension"], row["code"]): name for row in rows if (name := text(row, "name"))}

    @cached_property
    def dimensions(self) -> dict[str, LocalText]:
        rows = self.held.rows("figure_codes")
        return {row["dimension"]: name for row in rows if (name := text(row, "dimension_name"))}

    def sections(self) -> list[Section]:
        """Themes in the order of their first indicator."""
        names = {row["slug"]: text(row, "name") for row in self.held.rows("themes")}
        themes: dict[str, list[Question]] = defaultdict(list)
        for row in sorted(self.held.rows("indicators"), key=lambda row: row["number"]):
            themes[row["theme"]].append(self._question(row))
        return [Section(slug, names.get(slug) or slug, each) for slug, each in themes.items()]

    def _question(self, row: Row) -> Question:
        ways = sorted(self.ways[row["slug"]], key=lambda way: way["position"])
        words = {name: text(row, name) for name in ("name", "meaning", "body", "refresh")}
        limits = [text(each, "words") for each in self.limits[row["slug"]]]
        return Question(row, words, limits, [self._way(way) for way in ways], self._missing(row))

    def _way(self, row: Row) -> Way:
        words = {
            name: text(row, name) for name in ("name", "unit", "family_name", "family_meaning", "universe")
        }
        breaks = [(each, text(each, "words")) for each in self.breaks[row["slug"]]]
        newest = sorted(self.figures[row["slug"]], key=lambda figure: figure["period"], reverse=True)
        shown = self._figures(newest[:MOST], [each["date"] for each in self.breaks[row["slug"]]])
        return Way(row, words, breaks, shown[:FIRST], shown[FIRST:], len(newest) - len(shown))

    def _figures(self, newest: list[Row], days: list[str]) -> list[Figure]:
        """With each break marked where the figures go behind it."""
        found: list[Figure] = []
        ahead = sorted(days, reverse=True)
        for row in newest:
            start, mark = period_of(row["period"]).start.isoformat(), ""
            while ahead and start < ahead[0]:
                mark = ahead.pop(0)
            found.append(self._figure(row, mark if found else ""))
        return found

    def _figure(self, row: Row, mark: str) -> Figure:
        ends = [said(row[end], row["decimals"]) for end in ("low", "high")]
        return Figure(
            row, cell(row["place"], row["period"], row["cut"], self.codes),
            said(row["value"], row["decimals"]), " – ".join(ends) if all(ends) else "",
            self.publishers[row["source"]],
            self.published.get((row["source"], row["edition"])),
            self.notes.get(row["note"]) if row["note"] else None, mark,
        )  # fmt: skip

    def _missing(self, indicator: Row) -> list[str]:
        row = self.wanted.get(indicator["slug"])
        if row is None:
            return []
        slugs = row["dimensions"] if row["has_figures"] else indicator["breakdowns"]
        names = (text(self.definitions[slug], "name") for slug in row["definitions"])
        codes = ", ".join(str(self.codes.get((PLACE, code), code)) for code in row["places"])
        places = [_("figures of %(places)s") % {"places": codes}] if codes else []
        return phrases(
            is_whole=not row["has_figures"], names=map(str, names), places=places,
            dimensions=[str(self.dimensions.get(slug, slug)) for slug in slugs if slug != PLACE],
        )  # fmt: skip

    def corrections(self) -> list[Pair]:
        """Since the publication before; a value that is hidden or gone is empty."""
        return [self._pair(row, "was", "now") for row in self.held.rows("corrections")]

    def findings(self) -> list[Pair]:
        """What does not fit among the figures of this set."""
        return [self._told(row) for row in self.held.rows("findings")]

    def _told(self, row: Row) -> Pair:
        """A finding; a misprint with what is printed."""
        found = self._pair(row, "said", "computed")
        return replace(found, one=row["printed"]) if row["kind"] == FindingKind.MISPRINT else found

    def _pair(self, row: Row, one: str, other: str) -> Pair:
        definition = self.definitions[row["definition"]]
        return Pair(
            row, text(definition, "name"), cell(row["place"], row["period"], row["cut"], self.codes),
            said(row[one], definition["decimals"]), said(row[other], definition["decimals"]),
        )  # fmt: skip

    def checks(self) -> list[tuple[str, Row]]:
        """What was checked before publishing, in words."""
        return [(str(CHECKS.get(row["check"], row["check"])), row) for row in self.held.rows("checks")]

    def answers(self) -> list[tuple[Cuttable, int]]:
        """How the parenthood parameter was answered in the last year that was asked."""
        rows = self.held.rows("figure_coverage")
        last = max((row["year"] for row in rows), default=None)
        return [(each, sum(r["answer"] == each and r["year"] == last for r in rows)) for each in Cuttable]
