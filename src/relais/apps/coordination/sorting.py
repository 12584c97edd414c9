"""In which order the table of loads stands, as the address says it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.coordination.standing import Weighed
from relais.apps.ui.filters import Query
from relais.core.search.folding import fold

COLUMNS: dict[str, str | Promise] = {
    "named": _("Named in measures"),
    "asked": _("Asked"),
    "answered": _("Answered"),
    "accepted": _("Accepted"),
    "silent": _("Silent"),
    "late": _("Late actions"),
}


@dataclass(frozen=True, slots=True)
class LoadOrder:
    """By a column, largest first; by name when none is chosen."""

    column: str

    @classmethod
    def read(cls, query: Query) -> LoadOrder:
        """From a query string; an unknown column is the first. Never raises."""
        wanted = next(iter(query.getlist("by")), "named")
        return cls(wanted if wanted in COLUMNS or wanted == "name" else "named")

    @property
    def columns(self) -> list[tuple[str, str | Promise, bool]]:
        """Every column: its key, its heading, whether it is the one sorted by."""
        return [(key, heading, key == self.column) for key, heading in COLUMNS.items()]

    def sorted(self, weighed: Iterable[Weighed]) -> list[Weighed]:
        """`weighed` in this order; ties by name."""
        by_name = sorted(weighed, key=lambda each: fold(str(each.actor.name)))
        if self.column == "name":
            return by_name
        return sorted(by_name, key=lambda each: -getattr(each.load, self.column))
