"""All cells that are said of one definition in one period, as the frames of as few tables as hold them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from django.utils.translation import gettext as _

from relais.apps.observatory.protecting.refusing import NotProtectable
from relais.apps.observatory.protecting.trees import Adding, Undeclared, depths_of, down_to, tree_of
from relais.core.figures.disclosure import TOTAL, Cell, Dimension, Share
from relais.core.figures.disclosure.tables import Frame


@dataclass(frozen=True, slots=True)
class Group:
    """`cells` are those that one edition says, `codes` the codes that it uses; `trees` also have those that
    other editions said of the same, so that what they said can be added and subtracted."""

    of: str
    period: str
    cells: Collection[Cell]
    codes: Mapping[str, Collection[str]]
    trees: Mapping[str, Dimension]

    @classmethod
    def of_cells(
        cls, cells: Collection[Cell], beside: Collection[Cell], adding: Mapping[str, Adding]
    ) -> Group:
        """`beside` are the cells that any edition says of this. Raises NotProtectable when nothing says how
        the codes of a dimension add up."""
        first = next(iter(cells))
        codes, others = _codes_in(cells), _codes_in(beside)
        trees = {}
        for name, own in codes.items():
            total = any(name not in dict(cell.codes) for cell in (*cells, *beside))
            try:
                trees[name] = _tree(name, own, others.get(name, ()), adding.get(name, Adding()), total=total)
            except Undeclared as found:
                why = _("nothing says how these codes of “%(dimension)s” add up: %(codes)s. Say it in "
                        "`partitions` of dimensions.yaml") % {"dimension": name, "codes": found}  # fmt: skip
                raise NotProtectable([(first, why)]) from None
        return cls(first.of, first.period, cells, codes, trees)

    def frames(
        self, shares: Iterable[Share] = (), nobody: Sequence[Mapping[str, str]] = ()
    ) -> Iterator[Frame]:
        """One for each set of levels that no other contains."""
        depths = {name: depths_of(tree) for name, tree in self.trees.items()}
        codes = (dict(cell.codes) for cell in self.cells)
        levels = {tuple(depths[name][each.get(name, TOTAL)] for name in self.trees) for each in codes}
        for level in sorted(levels):
            if not any(level != o and all(a <= b for a, b in zip(level, o, strict=True)) for o in levels):
                by = [down_to(self.trees[n], d) for n, d in zip(self.trees, level, strict=True) if d]
                name = f"{self.of} {self.period} {'-'.join(map(str, level))}"
                yield self._frame(name, tuple(by), shares, nobody)

    def says(self, cell: Cell) -> bool:
        """Whether its codes are of those that the edition uses, so that it should have said the cell."""
        return all(code in self.codes[name] for name, code in cell.codes)

    def _frame(
        self, name: str, by: tuple[Dimension, ...], shares: Iterable[Share],
        nobody: Sequence[Mapping[str, str]],
    ) -> Frame:  # fmt: skip
        leaves = product(*([(dimension.name, code) for code in dimension.leaves] for dimension in by))
        empty = (leaf for leaf in leaves if any(each.items() <= set(leaf) for each in nobody))
        said = (s for s in shares if any(d.name == s.dimension and d.parent.get(s.code) for d in by))
        structural = frozenset(tuple(code for _, code in leaf) for leaf in empty)
        return Frame(name, self.of, self.period, by, structural, tuple(said))


def _codes_in(cells: Iterable[Cell]) -> dict[str, dict[str, None]]:
    found: dict[str, dict[str, None]] = {}
    for cell in cells:
        for dimension, code in cell.codes:
            found.setdefault(dimension, {})[code] = None
    return found


def _tree(
    name: str, own: Collection[str], others: Collection[str], adding: Adding, *, total: bool
) -> Dimension:
    """With the codes of other editions where it is known how all add up; else with their wholes at least."""
    try:
        return tree_of(name, [*own, *(code for code in others if code not in own)], adding, total=total)
    except Undeclared:
        wholes = {whole for code in own for whole in adding.wholes(code) if whole in others}
        return tree_of(name, [*own, *sorted(wholes - set(own))], adding, total=total)
