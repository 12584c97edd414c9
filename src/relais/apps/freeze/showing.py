"""Differences as a page shows them: a line each, in the reader's words, and no more than can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext as _

from relais.apps.freeze.comparing import Difference, said, said_key

MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that differs in `row`. `what` is a column, or what happened to the row as a whole."""

    row: str
    what: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A difference with its first lines; `more` are left to the CSV."""

    difference: Difference
    lines: list[Line]

    @property
    def more(self) -> int:
        return _how_many(self.difference) - len(self.lines)


def shown(differences: list[Difference]) -> list[Shown]:
    """For a page, in the same order."""
    return [Shown(each, list(islice(_lines(each), MOST_LINES))) for each in differences]


def _how_many(d: Difference) -> int:
    return len(d.added) + len(d.removed) + sum(len(change.cells) for change in d.changed)


def _lines(d: Difference) -> Iterator[Line]:
    for words, rows in ((_("new"), d.added), (_("gone"), d.removed)):
        for row in rows:
            yield Line(said_key(tuple(row[name] for name in d.key)), words)
    for change in d.changed:
        for column, old, new in change.cells:
            yield Line(said_key(change.key), column, said(old) or _("not known"), said(new) or _("not known"))
