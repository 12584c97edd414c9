"""All that is wrong with a file, so that one try tells all there is to mend."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from django.utils.translation import gettext as _

from relais.core.texts.problem import FileProblems, Problem

MOST = 100  # problems that are written out


class Wrong(ValueError):
    """One word of a file that cannot be read: the message says why and what to do."""

    def __init__(self, column: str, why: str) -> None:
        super().__init__(why)
        self.column = column


class Mending:
    """Keeps the problems of one file."""

    def __init__(self, name: str) -> None:
        self._path = Path(name)
        self._problems: list[Problem] = []
        self._count = 0

    def add(self, line: int, column: str, why: str) -> None:
        """`line` as people count them, from 1; 0 is the file as a whole."""
        self._count += 1
        if self._count <= MOST:
            self._problems.append(Problem(self._path, line, column, why))

    def refuse(self, line: int, column: str, why: str) -> NoReturn:
        """What makes all that follows unreadable. Raises FileProblems."""
        self.add(line, column, why)
        self.check()
        raise AssertionError("a problem was added")

    def check(self) -> None:
        """Raises FileProblems if anything is wrong."""
        if self._count > MOST:
            more = _("there are %(count)s problems: here are the first %(most)s")
            self._problems.append(Problem(self._path, 0, "", more % {"count": self._count, "most": MOST}))
        if self._problems:
            raise FileProblems(self._problems)
