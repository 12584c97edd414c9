"""Figures as a page shows them: in words, with their source, and with what does not fit beside them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.formats import number_format

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory.checks import PLACE

Codes = Mapping[tuple[str, str], LocalText]


@dataclass(frozen=True, slots=True)
class Row:
    """One figure in words. `is_family`: it is of the kind of family that its definition means."""

    figure: m.Observation
    place: LocalText | str
    cut: tuple[LocalText | str, ...]
    value: str
    interval: str
    note: LocalText | None
    is_family: bool


@dataclass(frozen=True, slots=True)
class Table:
    """All figures of one definition, what breaks them, and what the audit found."""

    definition: m.Definition
    rows: tuple[Row, ...]
    breaks: tuple[m.BreakMark, ...]
    findings: tuple[m.Finding, ...]


def tables(indicator: m.Indicator, date: dt.date | None = None) -> list[Table]:
    """The figures of an indicator that are current, or were on a day; newest first. Seven queries."""
    definitions = list(
        indicator.definitions.select_related("family").prefetch_related("breaks").order_by("position")
    )
    figures = m.Observation.objects.as_of(date) if date else m.Observation.objects.current()
    found = figures.filter(definition__in=definitions).select_related("release__source")
    names, notes = names_of_codes(), {note.slug: note.words for note in m.Note.objects.all()}
    findings = list(
        m.Finding.objects.filter(definition__in=definitions)
        .select_related("definition", "source")
        .prefetch_related("observations")
        .order_by("kind", "pk")
    )
    every = list(found.order_by("-start", "place", "cut", "release_id"))
    return [
        Table(
            each, tuple(_rows(each, (one for one in every if one.definition_id == each.pk), names, notes)),
            tuple(each.breaks.all()),
            () if date else tuple(one for one in findings if one.definition_id == each.pk),
        )
        for each in definitions
    ]  # fmt: skip


def names_of_codes() -> Codes:
    """What every code is called, by dimension and code. One query."""
    found = m.Code.objects.values_list("dimension__slug", "code", "name")
    return {(dimension, code): name for dimension, code, name in found}


def _rows(
    definition: m.Definition, figures: Iterable[m.Observation], names: Codes, notes: Mapping[str, LocalText]
) -> Iterable[Row]:
    for figure in figures:
        yield Row(
            figure, names.get((PLACE, figure.place), figure.place), cut_in_words(figure, names),
            said(figure.value, figure.decimals), _interval(figure),
            notes.get(figure.note) if figure.note else None,
            bool(definition.family_id) and figure.cut == definition.family_cut,
        )  # fmt: skip


def cut_in_words(figure: m.Observation, names: Codes) -> tuple[LocalText | str, ...]:
    return tuple(names.get(part, part[1]) for part in figure.parts.items())


def said(value: float | None, decimals: int) -> str:
    """As printed, in the way of the reader's language; nothing for what is missing or hidden."""
    if value is None:
        return ""
    return number_format(f"{value:.{decimals}f}", use_l10n=True, force_grouping=True)


def _interval(figure: m.Observation) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return f"{said(figure.low, figure.decimals)} – {said(figure.high, figure.decimals)}"
