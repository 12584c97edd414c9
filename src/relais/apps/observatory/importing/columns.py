"""Where the parts of a figure stand in a table, by the recipe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from relais.apps.observatory.files.recipes import From
from relais.apps.observatory.importing.mending import Mending
from relais.apps.observatory.importing.parts import Always, Meaning, Part, Read


class Column(NamedTuple):
    """One that a recipe names, and where it is in a row."""

    name: str
    at: int


class Columns:
    """The header of a table. What the recipe names and the header lacks is kept as a problem."""

    def __init__(self, header: Sequence[str], line: int, mending: Mending) -> None:
        self._index = {name: n for n, name in enumerate(header)}
        self._header = header
        self._line = line
        self._mending = mending
        for name, count in Counter(header).items():
            if count > 1 and name:
                mending.add(line, name, _("stands %(count)s times in the head") % {"count": count})

    def index(self, name: str) -> int:
        """Of a column that must be there; 0 if it is not, with a problem."""
        if name not in self._index:
            why = _("the head lacks this column; it has %(names)s")
            self._mending.add(self._line, name, why % {"names": ", ".join(self._header)[:300]})
            self._index[name] = 0
        return self._index[name]

    def maybe(self, name: str | None) -> Column | None:
        """One that the recipe may leave out."""
        return None if name is None else Column(name, self.index(name))

    def part(self, said: From, read: Read[Meaning]) -> Part[Meaning]:
        """Reads the column that `said` names; what is fixed is read now.

        Raises FileProblems for a fixed word that means nothing.
        """
        if said.column is not None:
            return Part(self.index(said.column), said.column, read)
        try:
            return Always(read(said.fixed or ""))
        except ValueError as error:
            self._mending.refuse(0, "", _("the recipe: %(why)s") % {"why": error})

    def maybe_part(self, said: From | None, read: Read[Meaning]) -> Part[Meaning]:
        """The same; where the recipe has nothing, what no word at all means."""
        return Always(read("")) if said is None else self.part(said, read)
