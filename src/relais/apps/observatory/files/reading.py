"""Read `data/observatory/` and `data/indicators/`: every record and value, with the line it stands on."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from relais.apps.observatory.files import shapes
from relais.apps.observatory.files.recipes import Recipe
from relais.apps.observatory.vocabulary import Quality
from relais.core.figures.cube import Cell, Said, WrongCut, WrongPeriod, cut_of, period_of
from relais.core.texts.problem import FileProblems, Problem
from relais.core.texts.records import Entry, Reading

COLUMNS = (
    "definition", "place", "period", "value", "low", "high", "answers", "quality", "printed", "note",
    "release",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One line of values.csv. `release` is “source/edition”; columns that are no other are dimensions."""

    path: Path
    line: int
    cell: Cell
    said: Said
    release: str

    def problem(self, column: str, why: str) -> Problem:
        return Problem(self.path, self.line, column, why)


@dataclass(frozen=True, slots=True)
class ObservatoryFiles:
    """All that the files say, in their order. `indicators` and `rows` are by the slug of the indicator.

    `recipes` are by slug: how a kind of file that people import is read.
    """

    units: list[Entry[shapes.Unit]] = field(default_factory=list)
    families: list[Entry[shapes.Family]] = field(default_factory=list)
    dimensions: list[Entry[shapes.Dimension]] = field(default_factory=list)
    notes: list[Entry[shapes.Note]] = field(default_factory=list)
    sources: list[Entry[shapes.Source]] = field(default_factory=list)
    coverage: list[Entry[shapes.Coverage]] = field(default_factory=list)
    highlights: list[Entry[shapes.Highlight]] = field(default_factory=list)
    recipes: dict[str, Entry[Recipe]] = field(default_factory=dict)
    indicators: dict[str, Entry[shapes.Indicator]] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)


def read_files(data: Path) -> ObservatoryFiles:
    """Read `data`. Raises FileProblems with all that is wrong in any file. A city may have none."""
    folder, indicators = data / "observatory", data / "indicators"
    if not folder.exists():
        return ObservatoryFiles()
    reading = Reading()
    found = ObservatoryFiles(
        units=reading.each(folder / "units.yaml", shapes.Unit),
        families=reading.each(folder / "families.yaml", shapes.Family),
        dimensions=reading.each(folder / "dimensions.yaml", shapes.Dimension),
        notes=reading.each(folder / "notes.yaml", shapes.Note),
        sources=reading.each(folder / "sources.yaml", shapes.Source),
        coverage=reading.each(folder / "coverage.yaml", shapes.Coverage),
        highlights=_highlights(folder, reading),
        recipes={
            path.stem: entry
            for path in sorted(folder.glob("imports/*.yaml"))
            for entry in reading.one(path, Recipe)
        },
        indicators={
            path.parent.name: entry
            for path in sorted(indicators.glob("*/indicator.yaml"))
            for entry in reading.one(path, shapes.Indicator)
        },
        rows={path.parent.name: _values(path, reading) for path in sorted(indicators.glob("*/values.csv"))},
    )
    if reading.problems:
        raise FileProblems(reading.problems)
    return found


def read_highlights(data: Path) -> list[shapes.Highlight]:
    """The figures of the home page. Raises FileProblems. A city may have chosen none."""
    reading = Reading()
    found = _highlights(data / "observatory", reading)
    if reading.problems:
        raise FileProblems(reading.problems)
    return [entry.record for entry in found]


def _highlights(folder: Path, reading: Reading) -> list[Entry[shapes.Highlight]]:
    path = folder / "home.yaml"
    return reading.each(path, shapes.Highlight) if path.exists() else []


def _values(path: Path, reading: Reading) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        missing = [name for name in COLUMNS if name not in (table.fieldnames or ())]
        if missing:
            reading.problems.append(Problem(path, 1, "", f"the head lacks {', '.join(missing)}"))
            return []
        return list(_rows(path, table, reading))


def _rows(path: Path, table: csv.DictReader[str], reading: Reading) -> Iterator[Row]:
    for told in table:
        line = table.line_num
        try:
            if None in told or None in told.values():
                raise _Wrong("", "has not as many columns as the head")
            yield _row(path, line, told)
        except _Wrong as error:
            reading.problems.append(Problem(path, line, error.column, str(error)))


class _Wrong(ValueError):
    def __init__(self, column: str, why: str) -> None:
        super().__init__(why)
        self.column = column


def _row(path: Path, line: int, told: Mapping[str, str]) -> Row:
    try:
        period_of(told["period"])
    except WrongPeriod as error:
        raise _Wrong("period", str(error)) from None
    try:
        cut = cut_of({name: code for name, code in told.items() if name not in COLUMNS and code})
    except WrongCut as error:
        raise _Wrong("", str(error)) from None
    quality = told["quality"] or Quality.NORMAL.value
    if quality not in Quality.values:
        raise _Wrong("quality", f"“{quality}” is not one of {', '.join(Quality.values)}")
    if (told["value"] == "") != (quality == Quality.MISSING):
        raise _Wrong("value", f"a value is there, or its quality is {Quality.MISSING.value}: missing")
    answers = _number(told, "answers")
    return Row(
        path, line, Cell(told["definition"], told["place"], told["period"], cut),
        Said(
            _number(told, "value"), len(told["value"].partition(".")[2]), _number(told, "low"),
            _number(told, "high"), None if answers is None else int(answers), quality,
            printed=told["printed"] or None, note=told["note"] or None,
        ),
        told["release"],
    )  # fmt: skip


def _number(told: Mapping[str, str], column: str) -> float | None:
    if told[column] == "":
        return None
    try:
        return float(told[column])
    except ValueError:
        raise _Wrong(column, f"“{told[column]}” is no number: write 12.5, without blanks or signs") from None
