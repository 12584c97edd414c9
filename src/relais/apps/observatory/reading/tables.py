"""The figures of an indicator as tables: one for each definition, with what does not fit beside them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count
from django.utils.translation import gettext as _

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory.periods import period_in_words
from relais.apps.observatory.reading.figures import figures_of, is_large
from relais.apps.observatory.reading.places import Places
from relais.apps.observatory.reading.vintages import Vintage, said_by, vintages
from relais.apps.observatory.reading.words import (
    Codes,
    cut_in_words,
    interval_in_words,
    names_of_codes,
    place_in_words,
    value_in_words,
    with_unit,
)
from relais.apps.observatory.vocabulary import FindingKind, Quality


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding in words; `told` is what the source says, "" where only a computed value stands."""

    finding: m.Finding
    told: str
    computed: str
    place: str
    period: str
    cut: str


@dataclass(frozen=True, slots=True)
class Row:
    """One figure in words. `is_family`: it is of the kind of family that its definition means."""

    figure: m.Observation
    period: str
    place: str
    cut: str
    value: str
    interval: str
    note: LocalText | None
    is_family: bool
    doubts: tuple[Doubt, ...]

    @property
    def asides(self) -> list[str]:
        """Beside the value: as it was printed, and its interval."""
        printed = [_("printed %(as)s") % {"as": self.figure.printed}] if self.figure.printed else []
        return [*printed, f"({self.interval})"] if self.interval else printed

    @property
    def publisher(self) -> LocalText:
        return self.figure.release.source.publisher

    @property
    def remarks(self) -> list[str]:
        """Beside its publisher: a note, and how it is known where that is not as usual."""
        noted = [str(self.note)] if self.note else []
        is_usual = not self.value or self.figure.quality == Quality.NORMAL
        return noted if is_usual else [*noted, str(Quality(self.figure.quality).label)]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What sources say of one and the same thing, side by side."""

    doubt: Doubt
    sides: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All figures of one definition, what breaks them, and what the audit found."""

    definition: m.Definition
    figures: tuple[m.Observation, ...]
    rows: tuple[Row, ...]
    breaks: tuple[m.BreakMark, ...]
    conflicts: tuple[Conflict, ...]
    doubts: tuple[Doubt, ...]

    @property
    def is_partial(self) -> bool:
        """There are more figures than these, in the files."""
        return is_large(self.definition)

    @property
    def has_families(self) -> bool:
        return any(row.is_family for row in self.rows)

    @property
    def newest(self) -> Row | None:
        """Of single-parent families where one is; None of none."""
        known = [row for row in self.rows if row.value]
        return next((row for row in known if row.is_family), known[0] if known else None)

    @property
    def newest_value(self) -> str:
        return with_unit(self.newest.value, self.definition) if self.newest else ""


class Told(NamedTuple):
    """All that is told of one indicator. `names` are those of its codes."""

    tables: list[Table]
    vintages: list[Vintage]
    names: Codes


def told(indicator: m.Indicator, places: Places, date: dt.date | None = None) -> Told:
    """The figures of an indicator that are current, or were on a day; newest first. Eight queries.

    The audit is of what is current: of an earlier day nothing is said of it.
    """
    definitions = list(
        indicator.definitions.select_related("family").prefetch_related("breaks").order_by("position")
        .annotate(how_many=Count("observations"))
    )  # fmt: skip
    every: dict[int, list[m.Observation]] = defaultdict(list)
    figures, editions = figures_of(definitions, places, date), vintages(indicator)
    for figure in said_by(editions, figures):
        every[figure.definition_id].append(figure)
    names = names_of_codes()
    notes = {note.slug: note.words for note in m.Note.objects.all()}
    found = [] if date else _findings(definitions)
    made = [_table(each, every[each.pk], found, names, notes) for each in definitions]
    return Told(made, editions, names)


def _findings(definitions: Sequence[m.Definition]) -> list[m.Finding]:
    return list(
        m.Finding.objects.filter(definition__in=definitions)
        .select_related("definition", "source")
        .prefetch_related("observations")
        .order_by("kind", "pk")
    )


def _table(
    definition: m.Definition, figures: list[m.Observation], findings: Iterable[m.Finding], names: Codes,
    notes: Mapping[str, LocalText],
) -> Table:  # fmt: skip
    doubts = [doubt_in_words(each, names) for each in findings if each.definition_id == definition.pk]
    beside: dict[int, list[Doubt]] = defaultdict(list)
    for doubt in doubts:
        for figure in _concerned(doubt.finding):
            beside[figure.pk].append(doubt)
    rows = {each.pk: row_in_words(definition, each, beside[each.pk], names, notes) for each in figures}
    conflicts = tuple(
        Conflict(doubt, tuple(rows[one.pk] for one in doubt.finding.observations.all() if one.pk in rows))
        for doubt in doubts
        if doubt.finding.kind == FindingKind.CONFLICT
    )
    others = tuple(one for one in doubts if one.finding.kind != FindingKind.CONFLICT)
    return Table(
        definition, tuple(figures), tuple(rows.values()), tuple(definition.breaks.all()), conflicts, others
    )


def _concerned(finding: m.Finding) -> list[m.Observation]:
    """The figures beside which it stands: what is doubted, not all that was added up to doubt it."""
    every = list(finding.observations.all())
    if finding.kind == FindingKind.CONFLICT:
        return every
    return [one for one in every if _cell(one) == _cell(finding)]


def _cell(one: m.Observation | m.Finding) -> tuple[object, ...]:
    return one.definition_id, one.place, one.period, one.cut


def doubt_in_words(finding: m.Finding, names: Codes) -> Doubt:
    decimals = finding.definition.decimals
    printed = next((each.printed for each in finding.observations.all() if each.printed), None)
    told = printed if printed and finding.kind == FindingKind.MISPRINT else None
    if told is None:
        told = "" if finding.said is None else value_in_words(finding.said, decimals)
    return Doubt(
        finding, told, value_in_words(finding.computed, decimals), place_in_words(finding.place, names),
        period_in_words(finding.period), cut_in_words(finding.cut, names),
    )  # fmt: skip


def row_in_words(
    definition: m.Definition, figure: m.Observation, doubts: list[Doubt], names: Codes,
    notes: Mapping[str, LocalText],
) -> Row:  # fmt: skip
    return Row(
        figure, period_in_words(figure.period), place_in_words(figure.place, names),
        cut_in_words(figure.cut, names),
        "" if figure.value is None else value_in_words(figure.value, figure.decimals),
        interval_in_words(figure), notes.get(figure.note) if figure.note else None,
        bool(definition.family_id) and figure.cut == definition.family_cut, tuple(doubts),
    )  # fmt: skip
