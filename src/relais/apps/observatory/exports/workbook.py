"""A workbook for readers: figures with their names in the language of the file, then what the codes mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import override

from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.exports import tidy
from relais.apps.observatory.exports.figures import About, Figure
from relais.apps.sheets.files import workbook
from relais.apps.sheets.tables import Column, Table, table
from relais.core.figures.cube import PLACE
from relais.core.texts.text import LANGUAGES, Text


def write(figures: Iterable[Figure], about: About) -> Iterator[bytes]:
    """Held in memory whole: a sheet has room for a million lines, and a reader for fewer."""
    yield workbook([_figures(figures, about), _definitions(about), _sources(about), _codes(about)])


def _figures(figures: Iterable[Figure], about: About) -> Table:
    """The columns of the tidy CSV, numbers as numbers, after what a reader looks for."""
    columns = tuple(Column(name) for name in ("definition_name", "place_name", *tidy.header(about)))
    places = {each.code: about.said(each.name) for each in about.codes.get(PLACE, ())}
    every = list(figures)
    names = tidy.header(about)
    rows = [
        {
            "definition_name": about.said(about.definitions[figure.definition].name),
            "place_name": places.get(figure.place, figure.place),
            **dict(zip(names, cells, strict=True)),
            "value": figure.value, "low": figure.low, "high": figure.high,
        }
        for figure, cells in zip(every, tidy.rows(every, about), strict=True)
    ]  # fmt: skip
    return Table("figures", "figures", ("definition", "place", "period"), columns, rows)


def _definitions(about: About) -> Table:
    rows: list[dict[str, Any]] = [
        {
            "indicator": each.indicator.slug, "definition": slug, "name": each.name, "unit": each.unit,
            "kind": each.kind, "family": each.family.meaning if each.family else None,
            "limits": " ".join(about.said(Text(limit)) for limit in each.indicator.limits),
        }
        for slug, each in about.definitions.items()
    ]  # fmt: skip
    columns = "indicator definition name* unit* kind family* limits"
    return table("definitions", "what is counted", "definition", columns, rows)


def _sources(about: About) -> Table:
    rows = [
        {
            "source": slug, "title": each.title, "publisher": each.publisher, "kind": each.kind,
            "url": each.url, "licence": each.licence,
        }
        for slug, each in about.sources.items()
    ]  # fmt: skip
    return table("sources", "who says it", "source", "source title* publisher* kind url licence", rows)


def _codes(about: About) -> Table:
    rows = [
        {"dimension": slug, "code": each.code, "name": each.name}
        for slug, codes in about.codes.items()
        for each in codes
    ]
    rows += [{"dimension": "note", "code": slug, "name": words} for slug, words in about.notes.items()]
    for column, listed in (("obs_status", v.Quality), ("conf_status", v.Secrecy)):
        rows += [
            {"dimension": column, "code": each.value, "name": _in_each_language(each)} for each in listed
        ]
    return table("codes", "what codes mean", "dimension code", "dimension code name*", rows)


def _in_each_language(choice: v.Quality | v.Secrecy) -> dict[str, str]:
    said = {}
    for language in LANGUAGES:
        with override(language):
            said[language] = str(choice.label)
    return said
