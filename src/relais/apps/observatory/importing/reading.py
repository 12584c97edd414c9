"""One file of a producer, by its recipe: all of it, or all that is wrong with it."""

from __future__ import annotations

from relais.apps.observatory.importing.collecting import collect
from relais.apps.observatory.importing.csv_file import read_csv
from relais.apps.observatory.importing.incoming import Incoming
from relais.apps.observatory.importing.known import Known
from relais.apps.observatory.importing.mending import Mending
from relais.apps.observatory.importing.tidy import tidy
from relais.apps.observatory.recipes import Recipe
from relais.apps.observatory.vocabulary import Format


def read(name: str, content: bytes, recipe: Recipe, known: Known) -> Incoming:
    """What `content`, a file called `name`, says in cells of the observatory.

    Raises FileProblems with every row, column, reason and what to do: a file is never read by half.
    """
    mending = Mending(name)
    table = read_csv(content, mending)
    if recipe.format == Format.TIDY:
        recipe = tidy(recipe, table.header, known)
    return collect(table, recipe, known, mending)
