"""Of how many a figure is, which is compared with a threshold: a count, or the answers of a survey."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from relais.apps.observatory.models import Definition
from relais.apps.observatory.protecting.known import Definitions, Figures, Slice
from relais.apps.observatory.protecting.rates import parts_of_rate
from relais.apps.observatory.protecting.refusing import NotProtectable, cell_of
from relais.apps.observatory.vocabulary import Kind
from relais.core.figures import cube
from relais.core.figures.cube import Said
from relais.core.figures.disclosure import Cell


def surveys_in(figures: Figures) -> set[str]:
    """The definitions of which a file says how many answered."""
    return {cell.definition for cell, said in figures.items() if said.answers is not None}


def is_sized(definition: Definition, surveys: Collection[str]) -> bool:
    """Whether its figures say themselves of how many they are; others are hidden with their parts."""
    return definition.kind == Kind.COUNT or definition.slug in surveys


def size_of(said: Said, *, survey: bool) -> float | None:
    return said.answers if survey else said.value


def sizes_in(figures: Figures, definitions: Definitions) -> dict[Slice, dict[Cell, int | None]]:
    """For each definition and period, how many each cell is of; None where that is missing. Raises
    NotProtectable for what says of no number of persons, and for what is no whole number of them."""
    surveys, wrong = surveys_in(figures), list[tuple[Cell, str]]()
    found: dict[Slice, dict[Cell, int | None]] = {}
    for cell, said in figures.items():
        definition = definitions[cell.definition]
        if why := _why_not(cell, said, definition, figures, surveys):
            wrong.append((cell_of(cell), why))
        elif is_sized(definition, surveys):
            size = size_of(said, survey=cell.definition in surveys)
            found.setdefault((cell.definition, cell.period), {})[cell_of(cell)] = (
                None if size is None else int(size)
            )
    if wrong:
        raise NotProtectable(wrong)
    return found


def _why_not(
    cell: cube.Cell, said: Said, definition: Definition, figures: Figures, surveys: Collection[str]
) -> str:
    if said.value is None:
        return ""
    if is_sized(definition, surveys):
        size = size_of(said, survey=cell.definition in surveys)
        if size is None:
            return _("does not say how many answered, as others of its definition do")
        return _("is not a whole number from 0") if size < 0 or size % 1 else ""
    if not definition.denominator:
        return _("does not say of how many persons it is: give how many answered, or name the denominator "
                 "of its definition")  # fmt: skip
    absent = [part for part in parts_of_rate(cell, definition) if part not in figures]
    return _("needs in the same file what it is made of: %(parts)s") % {
        "parts": ", ".join(str(cell_of(part)) for part in absent)
    } if absent else ""  # fmt: skip
