"""What no single record can show: names that lead nowhere, repetitions, figures of an unknown source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from operator import attrgetter
from typing import Any

from relais.apps.observatory.files.reading import ObservatoryFiles, Row
from relais.apps.observatory.files.recipes import From, Recipe
from relais.core.figures.cube import PLACE, TOTAL, parts_of
from relais.core.texts.problem import FileProblems, Problem
from relais.core.texts.records import Entry, once, repeated
from relais.core.texts.text import LANGUAGES


def check(files: ObservatoryFiles) -> None:
    """Raises FileProblems with all that does not hold between the records."""
    problems = [
        *once(files.units, "slug"),
        *once(files.families, "slug"),
        *once(files.dimensions, "slug"),
        *once(files.notes, "slug"),
        *once(files.sources, "slug"),
        *_titles(files),
        *once(files.indicators.values(), "number"),
        *_codes(files),
        *_definitions(files),
        *_rows(files),
        *_highlights(files),
        *_recipes(files),
        *_producers(files),
    ]
    if problems:
        raise FileProblems(problems)


def releases_of(files: ObservatoryFiles) -> list[str]:
    """“source/edition” of every release, in the order of the files."""
    return [f"{e.record.slug}/{r.edition}" for e in files.sources for r in e.record.releases]


def _titles(files: ObservatoryFiles) -> Iterator[Problem]:
    """Two sources of one name cannot be told apart, in whichever language."""
    ways = [attrgetter(f"title.{language}") for language in LANGUAGES]
    found = {entry.record.slug: entry for way in ways for entry in repeated(files.sources, way)}
    for entry in found.values():
        words = f"“{entry.record.title.en}” is used twice: it must be unique, in each language"
        yield entry.problem(words, "title")


def _codes(files: ObservatoryFiles) -> Iterator[Problem]:
    for entry in files.dimensions:
        known = {code.code for code in entry.record.codes}
        for n, code in enumerate(entry.record.codes):
            if code.parent is not None and code.parent not in known:
                yield entry.problem(f"“{code.parent}” is no code of this dimension", "codes", n, "parent")
        for n, partition in enumerate(entry.record.partitions):
            for name in [*partition.parts, *([partition.whole] if partition.whole else [])]:
                yield from _known(entry, known, name, "code", "partitions", n)
        for n, codes in enumerate(entry.record.alike):
            for name in codes:
                yield from _known(entry, known, name, "code", "alike", n)
        elsewhere = (each for code in entry.record.codes for each in code.elsewhere.items())
        own = (("", code.code) for code in entry.record.codes)
        for (listed, name), count in Counter([*own, *elsewhere]).items():
            if count > 1:
                where = f" in {listed}" if listed else ""
                yield entry.problem(f"“{name}”{where} is used {count} times: it must be unique", "codes")


def _definitions(files: ObservatoryFiles) -> Iterator[Problem]:
    units = {e.record.slug for e in files.units}
    families = {e.record.slug for e in files.families}
    dimensions = {e.record.slug for e in files.dimensions}
    every = [d.slug for e in files.indicators.values() for d in e.record.definitions]
    twice = {slug for slug, count in Counter(every).items() if count > 1}
    for entry in files.indicators.values():
        for n, each in enumerate(entry.record.definitions):
            at = ("definitions", n)
            if each.slug in twice:
                yield entry.problem(f"“{each.slug}” is used twice: it must be unique", *at, "slug")
            yield from _known(entry, units, each.unit, "unit", *at, "unit")
            yield from _known(entry, families, each.family, "family", *at, "family")
            yield from _known(entry, every, each.numerator, "definition", *at, "numerator")
            yield from _known(entry, every, each.denominator, "definition", *at, "denominator")
            yield from _known(entry, dimensions, each.share_of, "dimension", *at, "share_of")
        own = {d.slug for d in entry.record.definitions}
        for n, mark in enumerate(entry.record.breaks):
            yield from _known(entry, own, mark.definition, "definition here", "breaks", n, "definition")
        for n, name in enumerate(entry.record.breakdowns):
            yield from _known(entry, dimensions, name, "dimension", "breakdowns", n)


def _known(
    entry: Entry[Any], names: Collection[str], name: str | None, noun: str, *at: str | int
) -> Iterator[Problem]:
    if name is not None and name not in names:
        yield entry.problem(f"there is no {noun} “{name}”", *at)


def _rows(files: ObservatoryFiles) -> Iterator[Problem]:
    codes = {e.record.slug: {code.code for code in e.record.codes} for e in files.dimensions}
    notes, releases = {e.record.slug for e in files.notes}, set(releases_of(files))
    for slug, rows in files.rows.items():
        entry = files.indicators.get(slug)
        own = {d.slug for d in entry.record.definitions} if entry else set()
        seen: dict[tuple[str, ...], int] = {}
        for row in rows:
            if row.cell.definition not in own:
                yield row.problem("definition", f"this indicator has no definition “{row.cell.definition}”")
            if row.release not in releases:
                yield row.problem("release", f"there is no “{row.release}” in sources.yaml")
            if row.said.note is not None and row.said.note not in notes:
                yield row.problem("note", f"there is no note “{row.said.note}”")
            yield from _cells(row, codes)
            key = (*row.cell, row.release)
            if key in seen:
                yield row.problem("", f"says the same cell as line {seen[key]}")
            seen[key] = row.line


def _recipes(files: ObservatoryFiles) -> Iterator[Problem]:
    sources = {e.record.slug for e in files.sources}
    definitions = {d.slug for e in files.indicators.values() for d in e.record.definitions}
    notes = {"", *(e.record.slug for e in files.notes)}
    for entry in files.recipes.values():
        recipe = entry.record
        yield from _known(entry, sources, recipe.source, "source", "source")
        yield from _words(entry, definitions, recipe.definition, "definition", "definition")
        yield from _words(entry, notes, recipe.note, "note", "note")
        for dimension, said in {PLACE: recipe.place, **recipe.dimensions}.items():
            at = (PLACE,) if dimension == PLACE else ("dimensions", dimension)
            yield from _dimension(files, entry, dimension, said, *at)


def _dimension(
    files: ObservatoryFiles, entry: Entry[Recipe], dimension: str, said: From | None, *at: str
) -> Iterator[Problem]:
    codes = {e.record.slug: e.record.codes for e in files.dimensions}
    yield from _known(entry, codes, dimension, "dimension", *at)
    known = {code.code for code in codes.get(dimension, ())}
    yield from _words(entry, known | ({TOTAL} if dimension != PLACE else set()), said, "code", *at)
    lists = {name for code in codes.get(dimension, ()) for name in code.elsewhere}
    if said is not None:
        yield from _known(entry, lists, said.elsewhere, "list of codes", *at, "elsewhere")


def _words(
    entry: Entry[Recipe], names: Collection[str], said: From | None, noun: str, *at: str
) -> Iterator[Problem]:
    """What a recipe turns words into must exist."""
    if said is not None:
        yield from _known(entry, names, said.fixed, noun, *at, "fixed")
        for word, name in said.codes.items():
            yield from _known(entry, names, name, noun, *at, "codes", word)


def _cells(row: Row, codes: dict[str, set[str]]) -> Iterator[Problem]:
    for dimension, code in {PLACE: row.cell.place, **parts_of(row.cell.cut)}.items():
        if code not in codes.get(dimension, set()):
            what = f"no code “{code}”" if dimension in codes else "no such dimension"
            yield row.problem(dimension, f"there is {what} in dimensions.yaml")


def _highlights(files: ObservatoryFiles) -> Iterator[Problem]:
    said = {
        (row.cell.definition, row.cell.place, row.cell.cut) for rows in files.rows.values() for row in rows
    }
    for entry in files.highlights:
        each = entry.record
        if (each.definition, each.place, each.cut) not in said:
            yield entry.problem("no values.csv has a figure of this definition, place and cut", "definition")


def _producers(files: ObservatoryFiles) -> Iterator[Problem]:
    known = {entry.record.producer for entry in files.coverage}
    seen = set()
    for entry in files.coverage:
        if (entry.record.producer, entry.record.year) in seen:
            yield entry.problem("this producer has this year already", "year")
        seen.add((entry.record.producer, entry.record.year))
    for source in files.sources:
        yield from _known(source, known, source.record.producer, "producer", "producer")
    for indicator in files.indicators.values():
        for n, name in enumerate(indicator.record.ask):
            yield from _known(indicator, known, name, "producer", "ask", n)
