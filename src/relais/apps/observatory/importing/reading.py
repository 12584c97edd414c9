"""One file of a producer, by its recipe: all of it, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from relais.apps.observatory.files.recipes import Recipe
from relais.apps.observatory.importing.bestat import read_bestat
from relais.apps.observatory.importing.collecting import collect
from relais.apps.observatory.importing.csv_file import read_csv
from relais.apps.observatory.importing.geojson import features_of, outlines_of, properties_of
from relais.apps.observatory.importing.incoming import Incoming
from relais.apps.observatory.importing.json_stat import read_json_stat
from relais.apps.observatory.importing.known import Known
from relais.apps.observatory.importing.mending import Mending
from relais.apps.observatory.importing.sdmx_csv import read_sdmx_csv
from relais.apps.observatory.importing.sdmx_ml import read_sdmx_ml
from relais.apps.observatory.importing.table import Row, Table
from relais.apps.observatory.importing.table_schema import Schema
from relais.apps.observatory.importing.tidy import tidy
from relais.apps.observatory.importing.unpivot import unpivot
from relais.apps.observatory.importing.workbook import read_xlsx
from relais.apps.observatory.vocabulary import Format

_WORKBOOK = b"PK\x03\x04"  # how a zip begins
_TABLES = {
    Format.CSV: read_csv,
    Format.BESTAT: read_bestat,
    Format.JSON_STAT: read_json_stat,
    Format.SDMX_CSV: read_sdmx_csv,
    Format.SDMX_ML: read_sdmx_ml,
}
_MULTIPLE = "UNIT_MULT"  # of SDMX: by which power of ten a number is to be multiplied


def read(name: str, content: bytes, recipe: Recipe, known: Known, *, schema: bytes | None = None) -> Incoming:
    """What `content`, a file called `name`, says in cells of the observatory.

    `schema` is a Table Schema that came with it. Raises FileProblems with every row, column, reason and what
    to do: a file is never read by half.
    """
    mending = Mending(name)
    if recipe.format == Format.GEOJSON:
        return _places(content, recipe, known, mending)
    table = _table(content, recipe, mending)
    if schema is not None:
        rules = Schema(schema, mending)
        table = rules.checked(table, mending)
        recipe = recipe.model_copy(update={"missing": [*recipe.missing, *rules.missing]})
    if recipe.unpivot is not None:
        table = unpivot(table, recipe.unpivot, mending)
    if recipe.format == Format.TIDY:
        recipe = tidy(recipe, table, known, mending)
    if _MULTIPLE in table.header and _MULTIPLE not in recipe.only:
        table = _unmultiplied(table, mending)
    return collect(table, recipe, known, mending)


def _table(content: bytes, recipe: Recipe, mending: Mending) -> Table:
    is_workbook = recipe.format == Format.TIDY and content.startswith(_WORKBOOK)
    if recipe.format == Format.XLSX or is_workbook:
        return read_xlsx(content, recipe, mending)
    return _TABLES.get(Format(recipe.format), read_csv)(content, mending)


def _unmultiplied(table: Table, mending: Mending) -> Table:
    """Refuses thousands that would be read as ones; a recipe that expects them says so with `only`."""
    index = table.header.index(_MULTIPLE)

    def rows() -> Iterator[Row]:
        for line, words in table.rows:
            if words[index].strip() not in ("", "0"):
                why = _("is to be multiplied by 10^%(power)s: say with only in the recipe that it is known")
                mending.add(line, _MULTIPLE, why % {"power": words[index]})
            yield line, words

    return replace(table, rows=rows())


def _places(content: bytes, recipe: Recipe, known: Known, mending: Mending) -> Incoming:
    features = features_of(content, mending)
    table = properties_of(features, mending)
    said = collect(table, recipe, known, mending) if recipe.definition else Incoming()
    table = properties_of(features, mending)
    return replace(said, outlines=outlines_of(features, table, recipe, known, mending))
