"""SDMX-CSV, 1.0 and 2.0: a column for each part of a figure, after those that name the structure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from relais.apps.observatory.importing.csv_file import read_csv
from relais.apps.observatory.importing.mending import Mending
from relais.apps.observatory.importing.table import Row, Table

DELETES = "D"
_UNLABELLED = {"TIME_PERIOD", "OBS_VALUE"}


def read_sdmx_csv(content: bytes, mending: Mending) -> Table:
    """The table, with codes alone where it has “code: label”. Raises FileProblems.

    An action that deletes is refused: what an edition no longer says is gone, if the recipe says it is whole.
    """
    table = read_csv(content, mending)
    names = [name.partition(":")[0].partition("[")[0].strip() for name in table.header]
    identity = next((name for name in ("STRUCTURE_ID", "DATAFLOW") if name in names), None)
    if identity is None or (identity == "STRUCTURE_ID" and "STRUCTURE" not in names):
        mending.refuse(1, "", _("is no SDMX-CSV: the head begins with DATAFLOW, or STRUCTURE, STRUCTURE_ID"))
    labelled = [n for n, name in enumerate(table.header) if ":" in name and names[n] not in _UNLABELLED]
    action = names.index("ACTION") if "ACTION" in names else None
    return Table([names], _rows(table, names.index(identity), action, labelled, mending))


def _rows(
    table: Table, identity: int, action: int | None, labelled: Sequence[int], mending: Mending
) -> Iterator[Row]:
    first = None
    for line, words in table.rows:
        first = first or words[identity]
        if words[identity] != first:
            mending.add(line, "", _("is of another structure than the first row: send one at a time"))
        if action is not None and words[action].strip().upper() == DELETES:
            mending.add(line, "ACTION", _("deletes: send the whole edition without this row instead"))
        if labelled:
            words = [word.partition(":")[0] if n in labelled else word for n, word in enumerate(words)]
        yield line, words
