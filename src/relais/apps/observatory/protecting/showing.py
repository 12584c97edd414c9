"""From what may be shown of tables to what readers see of each figure, rates included."""

from __future__ import annotations

from dataclasses import replace

from relais.apps.observatory.protecting.known import Definitions, Figures
from relais.apps.observatory.protecting.rates import parts_of_rate
from relais.apps.observatory.protecting.refusing import cell_of
from relais.apps.observatory.protecting.sizes import is_sized, surveys_in
from relais.apps.observatory.vocabulary import Quality, Secrecy
from relais.core.figures import cube
from relais.core.figures.cube import Said
from relais.core.figures.disclosure import Release, Shown

TELLS_SIZE = (Quality.UNRELIABLE, Quality.NOT_SIGNIFICANT)  # of what is hidden, this would say too much


def readable(figures: Figures, release: Release, definitions: Definitions) -> dict[cube.Cell, Said]:
    """Every figure, in order: as it is, flagged where few answered, or hidden with no trace of its value."""
    surveys = surveys_in(figures)
    open_cells = {
        table.cell(codes): state.flag
        for table in release.tables
        for codes, state in table.states.items()
        if isinstance(state, Shown)
    } | {table.cell(codes): "" for table in release.tables for codes in table.zeros()}

    def is_open(cell: cube.Cell) -> bool:
        definition = definitions[cell.definition]
        if figures[cell].value is None or is_sized(definition, surveys):
            return cell_of(cell) in open_cells and figures[cell].value is not None
        return all(is_open(part) for part in parts_of_rate(cell, definition))

    return {
        cell: said if said.value is None
        else _flagged(said, open_cells.get(cell_of(cell), "")) if is_open(cell)
        else _hidden(said)
        for cell, said in figures.items()
    }  # fmt: skip


def _flagged(said: Said, flag: str) -> Said:
    return (
        replace(said, quality=Quality.UNRELIABLE.value) if flag and said.quality == Quality.NORMAL else said
    )


def _hidden(said: Said) -> Said:
    quality = Quality.NORMAL.value if said.quality in TELLS_SIZE else said.quality
    return Said(None, quality=quality, secrecy=Secrecy.HIDDEN.value, note=said.note)
