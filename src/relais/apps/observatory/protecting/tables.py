"""Figures of a file as tables that can be protected and attacked: every one complete, or refused with why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import inf

from django.utils.translation import gettext as _

from relais.apps.observatory.checks import PLACE
from relais.apps.observatory.protecting.trees import Adding, Undeclared, depths_of, down_to, is_rest, tree_of
from relais.core.figures import cube
from relais.core.figures.cube import parts_of
from relais.core.figures.disclosure import TOTAL, Cell, Dimension, Share, Table
from relais.core.figures.disclosure.cells import Codes
from relais.core.figures.disclosure.filling import Contradiction, fill
from relais.core.figures.disclosure.systems import system_of
from relais.core.figures.disclosure.tables import Frame

Numbers = Mapping[Cell, int | None]
"""What is counted at each cell that a file has; None where it says that it is missing."""


class NotProtectable(ValueError):
    """Figures that cannot be protected, or not be attacked: of which cells, why, and what to do; no number."""

    def __init__(self, wrong: Iterable[tuple[Cell, str]]) -> None:
        self.wrong = tuple(wrong)
        super().__init__("; ".join(self.told()))

    def told(self, where: Mapping[cube.Cell, str] | None = None, most: int = 10) -> list[str]:
        """In words, for whoever brought the file; `where` is where each cell of it stands."""
        rows = {cell_of(cell): row for cell, row in (where or {}).items()}
        said = [
            f"{rows[cell]}: {cell} {why}" if cell in rows else f"{cell} {why}" for cell, why in self.wrong
        ]
        more = len(said) - most
        return said if more <= 0 else [*said[:most], _("%(count)s more like these") % {"count": more}]


def cell_of(cell: cube.Cell) -> Cell:
    """A cell of the cube as tables name it: the place is a dimension like the others."""
    codes = {PLACE: cell.place, **parts_of(cell.cut)}
    return Cell(cell.definition, cell.period, tuple(sorted(codes.items())))


@dataclass(frozen=True, slots=True)
class Group:
    """All that a file says of one definition in one period, and the tree of each of its dimensions."""

    of: str
    period: str
    numbers: Numbers
    trees: Mapping[str, Dimension]

    @classmethod
    def of_numbers(cls, numbers: Numbers, adding: Mapping[str, Adding]) -> Group:
        """Raises NotProtectable when nothing says how the codes of a dimension add up."""
        first = next(iter(numbers))
        codes: dict[str, list[str]] = {}
        for cell in numbers:
            for dimension, code in cell.codes:
                codes.setdefault(dimension, []).append(code)
        trees = {}
        for name, every in codes.items():
            try:
                trees[name] = tree_of(
                    name, dict.fromkeys(every), adding.get(name, Adding()), total=len(every) < len(numbers)
                )
            except Undeclared as found:
                why = _("nothing says how these codes of “%(dimension)s” add up: %(codes)s. Say it in "
                        "`partitions` of dimensions.yaml") % {"dimension": name, "codes": found}  # fmt: skip
                raise NotProtectable([(first, why)]) from None
        return cls(first.of, first.period, numbers, trees)

    def frames(self, shares: Iterable[Share], nobody: Sequence[Mapping[str, str]]) -> Iterator[Frame]:
        """The fewest tables that hold all cells: one for each set of levels that no other contains."""
        depths = {name: depths_of(tree) for name, tree in self.trees.items()}
        levels = {tuple(depths[n][c] for n, c in self._codes(cell)) for cell in self.numbers}
        for level in sorted(levels):
            if not any(level != o and all(a <= b for a, b in zip(level, o, strict=True)) for o in levels):
                by = [down_to(self.trees[n], d) for n, d in zip(self.trees, level, strict=True) if d]
                name = f"{self.of} {self.period} {'-'.join(map(str, level))}"
                yield self._frame(name, tuple(by), shares, nobody)

    def _frame(
        self, name: str, by: tuple[Dimension, ...], shares: Iterable[Share],
        nobody: Sequence[Mapping[str, str]],
    ) -> Frame:  # fmt: skip
        leaves = product(*([(dimension.name, code) for code in dimension.leaves] for dimension in by))
        empty = (leaf for leaf in leaves if any(each.items() <= set(leaf) for each in nobody))
        said = (s for s in shares if any(d.name == s.dimension and d.parent.get(s.code) for d in by))
        structural = frozenset(tuple(code for _, code in leaf) for leaf in empty)
        return Frame(name, self.of, self.period, by, structural, tuple(said))

    def _codes(self, cell: Cell) -> Iterator[tuple[str, str]]:
        codes = dict(cell.codes)
        return ((name, codes.get(name, TOTAL)) for name in self.trees)


def tables_of(frames: Sequence[Frame], numbers: Numbers) -> list[Table]:
    """The frames with a number for each leaf: as the file has it, or one that fits where it says that a
    number is missing, and for what is left of a whole. Raises NotProtectable for what it does not say, and
    for sums that are not right."""
    absent = {cell for frame in frames for cell in _absent(frame, numbers)}
    if absent:
        raise NotProtectable((cell, _not_there()) for cell in sorted(absent))
    leaves = {frame.cell(codes) for frame in frames for codes in frame.leaves()}
    if any(numbers.get(cell) is None for cell in leaves):
        numbers = _filled(frames, numbers)
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


def _absent(frame: Frame, numbers: Numbers) -> Iterator[Cell]:
    """Leaves of which the file says nothing: whether nobody is there or nobody knows, only its maker can
    say."""
    for codes in frame.leaves():
        if (cell := frame.cell(codes)) not in numbers and not any(map(is_rest, codes)):
            yield cell


def _filled(frames: Sequence[Frame], numbers: Numbers) -> Numbers:
    system = system_of(frames)
    low = [numbers.get(cell) or 0 for cell in system.cells]
    known = [numbers.get(cell) is not None for cell in system.cells]
    try:
        x = fill(system, low, [at if is_known else inf for at, is_known in zip(low, known, strict=True)])
    except Contradiction as reason:
        raise NotProtectable([(system.cells[0], f"{_not_right()} ({reason})")]) from None
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
