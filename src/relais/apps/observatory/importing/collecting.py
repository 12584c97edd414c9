"""The rows of a table to cells, by the recipe."""

from __future__ import annotations

from django.utils.translation import gettext as _

from relais.apps.observatory.files.recipes import Recipe
from relais.apps.observatory.importing.cells import Cells
from relais.apps.observatory.importing.columns import Columns
from relais.apps.observatory.importing.incoming import Incoming
from relais.apps.observatory.importing.known import Known
from relais.apps.observatory.importing.mending import Mending, Wrong
from relais.apps.observatory.importing.sayings import Sayings
from relais.apps.observatory.importing.table import Table
from relais.core.figures.cube import Cell, Said


def collect(table: Table, recipe: Recipe, known: Known, mending: Mending) -> Incoming:
    """Every cell of the table, with the row it stands on. Raises FileProblems with all there is to mend."""
    columns = Columns(table.header, table.line, mending)
    cells, sayings = Cells(recipe, known, columns, mending), Sayings(recipe, known, columns)
    only = [(columns.index(name), frozenset(words)) for name, words in recipe.only.items()]
    mending.check()
    figures: dict[Cell, Said] = {}
    where: dict[Cell, str] = {}
    for line, words in table.rows:
        if only and not all(words[index].strip() in kept for index, kept in only):
            continue
        try:
            cell = cells.read(words)
            said = sayings.read(words, cell.definition)
        except Wrong:
            for error in (*cells.problems(words), *sayings.problems(words, cells.definition(words))):
                is_spot = table.spot is not None and error.column == recipe.value
                mending.add(line, words[table.spot or 0] if is_spot else error.column, str(error))
            continue
        if cell in figures:
            why = _("says the same cell as row %(row)s: keep one of the two")
            mending.add(line, "", why % {"row": where[cell]})
        figures[cell] = said
        where[cell] = str(line) if table.spot is None else f"{line} {words[table.spot]}"
    mending.check()
    if not figures:
        mending.refuse(0, "", _("there is no figure in it"))
    return Incoming(figures, where)
