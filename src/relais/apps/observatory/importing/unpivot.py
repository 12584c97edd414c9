"""A wide table made long: a row for each figure, with what stood above it."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from relais.apps.observatory.files.recipes import Unpivot
from relais.apps.observatory.importing.mending import Mending
from relais.apps.observatory.importing.table import Row, Table

VALUE, SPOT = "value", "column of the file"


def unpivot(table: Table, how: Unpivot, mending: Mending) -> Table:
    """The same figures in columns `keep`, `headers` and `value`. A column without a head must be empty.

    Raises FileProblems for a head that lacks a column.
    """
    names = table.header
    lacking = [name for name in [*how.keep, *how.skip] if name not in names]
    for name in lacking:
        mending.add(table.line, name, _("the head lacks this column; it has %(names)s") % _quoted(names))
    if len(how.headers) != len(table.heads):
        mending.add(table.line, "", _("the recipe names not as many headers as the head has rows"))
    mending.check()
    kept = [names.index(name) for name in how.keep]
    spread = [n for n, name in enumerate(names) if name and name not in {*how.keep, *how.skip}]
    blank = [n for n, name in enumerate(names) if not name]

    def rows() -> Iterator[Row]:
        for line, words in table.rows:
            if any(words[n].strip() for n in blank):
                mending.add(line, "", _("has words in a column without a head: give it one, or empty it"))
            beside = [words[n] for n in kept]
            for n in spread:
                yield line, [*beside, *(head[n] for head in table.heads), words[n], names[n]]

    header = [*how.keep, *how.headers, VALUE, SPOT]
    return Table([header], rows(), table.line, len(header) - 1)


def _quoted(names: list[str]) -> dict[str, str]:
    return {"names": ", ".join(names)[:300]}
