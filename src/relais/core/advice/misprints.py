"""Figures printed as no number is, read again only where percentages beside them prove it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WELL_WRITTEN = re.compile(r"\d+|\d{1,3}(?:\.\d{3})+")
_PERCENT = re.compile(r"\d+(?:,\d+)?%")
_FIGURE = re.compile(r"\d[\d.]*(?:,\d+)?%?")


@dataclass(frozen=True, slots=True)
class Misprint:
    """A cell, by row and column from 0, printed as no number; `read_as` is None without a proof."""

    row: int
    column: int
    printed: str
    read_as: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class _Pair:
    """A count and its percentage, which is absent for a total without one."""

    row: int
    column: int
    count: str
    percent: str | None


def misprints(rows: Sequence[Sequence[str]]) -> tuple[Misprint, ...]:
    """The cells below the head that are figures but no number, each with its proof or without."""
    return tuple(
        _misprint(rows, at, column)
        for at, row in enumerate(rows)
        for column, cell in enumerate(row)
        if at and column and _FIGURE.fullmatch(cell) and not _is_number(cell)
    )


def _is_number(cell: str) -> bool:
    return bool(_WELL_WRITTEN.fullmatch(cell) or _PERCENT.fullmatch(cell))


def _misprint(rows: Sequence[Sequence[str]], at: int, column: int) -> Misprint:
    printed = rows[at][column]
    digits = printed.replace(".", "")
    read_as = f"{int(digits):,}".replace(",", ".") if digits.isdigit() else None
    for series in _series(rows, at, column) if read_as else ():
        own = next(pair for pair in series if (pair.row, pair.column) == (at, column))
        for total in (pair for pair in series if pair is not own and _is_number(pair.count)):
            if _proves(own, int(digits), series, total):
                where = f"row {total.row}, column {total.column}"
                reason = f"{own.percent} of {total.count} ({where}) proves it"
                return Misprint(
                    at, column, printed, read_as, f"printed {printed}, read as {read_as}: {reason}"
                )
    return Misprint(
        at,
        column,
        printed,
        None,
        f"printed {printed}: no percentage beside it proves another figure",
    )


def _proves(own: _Pair, value: int, series: Sequence[_Pair], total: _Pair) -> bool:
    """The total is one (100 % or no percentage), the value fits it, and so does another pair."""
    if total.percent is not None and _percentage(total.percent)[0] != 100:
        return False
    whole = _number(total.count)
    others = [pair for pair in series if pair not in (own, total) and _is_number(pair.count)]
    fits_too = any(_fits(_number(pair.count), pair.percent, whole) for pair in others)
    return fits_too and _fits(value, own.percent, whole)


def _fits(value: int, percent: str | None, whole: int) -> bool:
    if percent is None or not whole:
        return False
    share, decimals = _percentage(percent)
    rounding = 0.5 / float(10**decimals)
    return abs(100 * value / whole - share) <= rounding + 1e-9


def _series(rows: Sequence[Sequence[str]], at: int, column: int) -> Iterator[list[_Pair]]:
    """The pairs of the column when percentages stand under the counts, and those of the row."""
    if at + 1 < len(rows) and _PERCENT.fullmatch(rows[at + 1][column]):
        yield [
            _Pair(row, column, rows[row][column], rows[row + 1][column])
            for row in range(1, len(rows) - 1)
            if _PERCENT.fullmatch(rows[row + 1][column]) and not _PERCENT.fullmatch(rows[row][column])
        ]
    cells = rows[at]
    beside = [*cells[1:], ""]
    yield [
        _Pair(at, place, cell, following if _PERCENT.fullmatch(following) else None)
        for place, (cell, following) in enumerate(zip(cells[1:], beside[1:], strict=True), 1)
        if not _PERCENT.fullmatch(cell)
    ]


def _number(cell: str) -> int:
    return int(cell.replace(".", ""))


def _percentage(cell: str) -> tuple[float, int]:
    """The value, and how many decimals are printed."""
    whole, _, decimals = cell.rstrip("%").partition(",")
    return float(f"{whole}.{decimals or 0}"), len(decimals)
