"""What shares, means and amounts are made of: they are hidden with it."""

from __future__ import annotations

from collections.abc import Iterator

from relais.apps.observatory.models import Definition
from relais.apps.observatory.protecting.known import Definitions, Figures, Slice
from relais.apps.observatory.vocabulary import Kind
from relais.core.figures.cube import Cell, cut_of, parts_of
from relais.core.figures.disclosure import Share


def parts_of_rate(cell: Cell, definition: Definition) -> list[Cell]:
    """The cells of its numerator and its denominator, as far as its definition names them."""
    codes = parts_of(cell.cut)
    below = cut_of({name: code for name, code in codes.items() if name != definition.share_of})
    both = (definition.numerator, cell.cut), (definition.denominator, below)
    return [Cell(slug, cell.place, cell.period, cut) for slug, cut in both if slug]


def shares_in(figures: Figures, definitions: Definitions) -> dict[Slice, set[Share]]:
    """For each definition and period, the parts of it that are published as shares of its own whole."""
    found: dict[Slice, set[Share]] = {}
    for cell in figures:
        each = definitions[cell.definition]
        code = parts_of(cell.cut).get(each.share_of or "")
        if code and each.denominator and each.numerator == each.denominator:
            found.setdefault((each.denominator, cell.period), set()).add(Share(str(each.share_of), code))
    return found


def rests_in(figures: Figures, definitions: Definitions) -> Iterator[tuple[Cell, float]]:
    """For each share of another definition than its part: how many are left of its whole, where both are
    shown."""
    for cell, said in figures.items():
        definition = definitions[cell.definition]
        if definition.kind == Kind.SHARE and definition.numerator != definition.denominator:
            made = [figures[part].value for part in parts_of_rate(cell, definition) if part in figures]
            if said.value is not None and len(made) == 2 and None not in made:
                yield cell, (made[1] or 0) - (made[0] or 0)
