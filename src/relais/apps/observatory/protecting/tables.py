"""The numbers of a file as tables that can be protected: every one complete, or refused with why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import inf

from django.utils.translation import gettext as _

from relais.apps.observatory.protecting.groups import Group
from relais.apps.observatory.protecting.refusing import NotProtectable
from relais.core.figures.disclosure import Cell, PublishedTable, Shown, Table
from relais.core.figures.disclosure.filling import Contradiction, fill
from relais.core.figures.disclosure.systems import system_of
from relais.core.figures.disclosure.tables import Frame

Numbers = Mapping[Cell, int | None]
"""What is counted at each cell that a file has; None where it says that it is missing."""


def tables_of(
    group: Group, frames: Sequence[Frame], numbers: Numbers, earlier: Sequence[PublishedTable] = ()
) -> list[Table]:
    """The frames with a number for each leaf: as the file has it. Where it says that one is missing, and for
    what is left of a whole, one that fits it and, if there is one, `earlier` tables of the same.

    Raises NotProtectable for what the file does not say, and for sums that are not right.
    """
    leaves = [frame.cell(codes) for frame in frames for codes in frame.leaves()]
    absent = {cell for cell in leaves if cell not in numbers and group.says(cell)}
    if absent:
        raise NotProtectable((cell, _not_there()) for cell in sorted(absent))
    if any(numbers.get(cell) is None for cell in leaves):
        numbers = _filled(frames, numbers, earlier)
    tables = [
        Table(
            frame.name, frame.of, frame.period, frame.dimensions, frame.structural, frame.shares,
            {codes: numbers[frame.cell(codes)] or 0 for codes in frame.leaves()},
        )
        for frame in frames
    ]  # fmt: skip
    wrong = {cell for table in tables for cell in _wrong(table, numbers)}
    if wrong:
        raise NotProtectable((cell, _not_right()) for cell in sorted(wrong))
    return tables


def _filled(frames: Sequence[Frame], numbers: Numbers, earlier: Sequence[PublishedTable]) -> Numbers:
    """With what others said before where the file is silent; without, where that does not fit."""
    said = {t.cell(codes): s.value for t in earlier for codes, s in t.states.items() if isinstance(s, Shown)}
    try:
        return _fitting([*frames, *earlier], said | {c: n for c, n in numbers.items() if n is not None})
    except Contradiction:
        pass
    try:
        return _fitting(frames, numbers)
    except Contradiction as reason:
        raise NotProtectable([(next(iter(numbers)), f"{_not_right()} ({reason})")]) from None


def _fitting(frames: Sequence[Frame], numbers: Numbers) -> Numbers:
    """Raises Contradiction."""
    system = system_of(frames)
    known = [numbers.get(cell) for cell in system.cells]
    x = fill(system, [at or 0 for at in known], [inf if at is None else at for at in known])
    return dict(zip(system.cells, x, strict=True))


def _wrong(table: Table, numbers: Numbers) -> Iterator[Cell]:
    """Where what the file says is not the sum of its leaves, or somebody where nobody can be."""
    computed = {table.cell(codes): value for codes, value in table.values.items()}
    computed |= {table.cell(codes): 0 for codes in table.zeros()}
    return (cell for cell, value in computed.items() if numbers.get(cell) not in (None, value))


def _not_there() -> str:
    return _("is not in the file: give 0 where nobody was counted, M where nobody knows it, or declare that "
             "nobody can be there")  # fmt: skip


def _not_right() -> str:
    return _("is not the sum of its parts: give those of whom something is not known a code of their own")
