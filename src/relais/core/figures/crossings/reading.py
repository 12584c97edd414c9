"""A file with an answer a line, read once and forgotten: CSV in UTF-8, or Parquet where pyarrow is installed.

No message here quotes a value: what is wrong with a person's answer is that person's.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from math import isfinite
from pathlib import Path

from relais.core.figures.crossings.groups import Answers, Codes, Group, Kind, NotToBeStudied
from relais.core.figures.cube import TOTAL, WrongCut, cut_of
from relais.core.texts.problem import FileProblems, Problem

MISSING = frozenset({"", "NA", "NaN", "nan", "None", "."})
MOST = 20  # problems that are told one by one


@dataclass(frozen=True)
class Read:
    """`answers` of the rows that have all that is needed. `missing` counts the rows that lack each column;
    `incomplete` those that lack any: they are left out, and nothing is filled in."""

    answers: Answers
    rows: int
    incomplete: int
    missing: dict[str, int] = field(default_factory=dict)


def read_answers(
    path: Path, outcome: str, variables: Sequence[str], kind: Kind, seen: Callable[[int], None] | None = None
) -> Read:
    """`seen` is told, now and then, how many rows were read.

    Raises FileProblems (row, column, reason) for columns that are not there, an answer that is no number, or
    neither 0 nor 1 where it is yes or no, and a code that is none; NotToBeStudied without pyarrow.
    """
    columns = [*variables, outcome]
    if len(set(columns)) < len(columns):
        raise FileProblems(
            [Problem(path, 0, "", "the outcome and each characteristic are different columns")]
        )
    groups: dict[Codes, Group] = {}
    missing = dict.fromkeys(columns, 0)
    problems, rows, incomplete, wrong = list[Problem](), 0, 0, 0
    answer = _yes_no if kind is Kind.YES_NO else _number
    for line, words in _rows(path, columns):
        rows += 1
        if seen and rows % 10_000 == 0:
            seen(rows)
        absent = [name for name, word in zip(columns, words, strict=True) if word in MISSING]
        for name in absent:
            missing[name] += 1
        if absent:
            incomplete += 1
            continue
        try:
            codes = _codes(variables, words[:-1])
            groups.setdefault(codes, Group()).add(answer(outcome, words[-1]))
        except _Wrong as error:
            wrong += 1
            if wrong <= MOST:
                problems.append(Problem(path, line, error.column, error.why))
    if wrong > MOST:
        problems.append(Problem(path, 0, "", f"and {wrong - MOST} more rows are wrong"))
    if problems:
        raise FileProblems(problems)
    return Read(Answers(kind, tuple(variables), groups), rows, incomplete, missing)


class _Wrong(ValueError):
    def __init__(self, column: str, why: str) -> None:
        super().__init__(why)
        self.column, self.why = column, why


def _yes_no(column: str, word: str) -> float:
    if word not in ("0", "1"):
        raise _Wrong(column, "is neither 0 (no) nor 1 (yes)")
    return float(word)


def _number(column: str, word: str) -> float:
    try:
        number = float(word)
    except ValueError:
        raise _Wrong(column, "is no number: write 12.5, with a point, without blanks or signs") from None
    if not isfinite(number):
        raise _Wrong(column, "is no finite number")
    return number


def _codes(variables: Sequence[str], words: Sequence[str]) -> Codes:
    for name, word in zip(variables, words, strict=True):
        try:
            if not cut_of({name: word}):
                raise _Wrong(name, f"is {TOTAL}: a person is of one code, not of all together")
        except WrongCut:
            why = "is no code: write letters, digits and _ . + - only, as in dimensions.yaml"
            raise _Wrong(name, why) from None
    return tuple(words)


def _rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Each row by its number, and what it has in `columns`."""
    return _parquet(path, columns) if path.suffix == ".parquet" else _csv(path, columns)


def _csv(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = file.readline()
            file.seek(0)
            lines = csv.reader(file, delimiter=max(",;\t", key=first.count), strict=True)
            header = next(lines, [])
            places = _places(path, header, columns)
            for words in lines:
                if len(words) != len(header):
                    why = f"has {len(words)} columns where the head has {len(header)}"
                    raise FileProblems([Problem(path, lines.line_num, "", why)])
                yield lines.line_num, [words[place].strip() for place in places]
    except UnicodeDecodeError:
        raise FileProblems([Problem(path, 0, "", "is not UTF-8: save the file as CSV UTF-8")]) from None
    except csv.Error as error:
        raise FileProblems([Problem(path, 0, "", f"is not CSV: {error}")]) from None


def _parquet(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    try:
        arrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        raise NotToBeStudied(
            "Parquet is read by pyarrow: pip install 'relais[bulk]', or save the file as CSV"
        ) from None
    try:
        with parquet.ParquetFile(path) as file:
            _places(path, file.schema_arrow.names, columns)
            line = 0
            for batch in file.iter_batches(columns=list(columns)):
                for values in zip(*(batch.column(name).to_pylist() for name in columns), strict=True):
                    line += 1
                    yield line, [_word(value) for value in values]
    except arrow.ArrowInvalid:
        raise FileProblems([Problem(path, 0, "", "is not Parquet")]) from None


def _word(value: object) -> str:
    """A value of Parquet as CSV would write it."""
    if value is None:
        return ""
    if isinstance(value, bool) or (isinstance(value, float) and value.is_integer()):
        return str(int(value))
    return str(value)


def _places(path: Path, header: Sequence[str], columns: Iterable[str]) -> list[int]:
    names = [name.strip() for name in header]
    lacking = [name for name in columns if names.count(name) != 1]
    if lacking:
        why = f"the head has {', '.join(names)[:300] or 'nothing'}; needed is one column of this name"
        raise FileProblems([Problem(path, 1, name, why) for name in lacking])
    return [names.index(name) for name in columns]
