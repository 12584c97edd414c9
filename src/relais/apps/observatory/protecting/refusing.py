"""What cannot be protected is refused: of which cells, why, and what to do; never with a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from relais.core.figures import cube
from relais.core.figures.cube import PLACE, parts_of
from relais.core.figures.disclosure import Cell


class NotProtectable(ValueError):
    """Figures that cannot be protected, or that do not withstand the attack."""

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
