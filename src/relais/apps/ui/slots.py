"""Places on a page of one room that rooms above it fill: a measure's page shows who was asked for it.

A room below offers `{% slot "measure" measure %}` in its template; a room above says, in its `slots.py`,
`@fills("measure")` over a function of the request and the thing that gives HTML (or nothing).

A list of a room below offers `{% columns "actors" actors as added %}`; a room above says `@adds("actors")`
over a function of the request and all the rows at once that gives columns: one question for the whole list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.safestring import SafeString

Filler = Callable[[HttpRequest, Any], SafeString | str]

_FILLERS: dict[str, list[tuple[int, Filler]]] = {}


def fills(slot: str, *, position: int = 50) -> Callable[[Filler], Filler]:
    """Have the function fill `slot`; a lower position stands higher on the page."""

    def kept(filler: Filler) -> Filler:
        _FILLERS.setdefault(slot, []).append((position, filler))
        _FILLERS[slot].sort(key=lambda pair: pair[0])
        return filler

    return kept


def filled(slot: str, request: HttpRequest, thing: Any) -> list[SafeString | str]:
    """What every room above has to show in `slot` for `thing`, in order of position."""
    return [html for _, filler in _FILLERS.get(slot, []) if (html := filler(request, thing))]


class Keyed(Protocol):
    """A row with a primary key."""

    @property
    def pk(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class Column:
    """What a room above adds to a list: a heading, and by key of the row what stands in it."""

    heading: str | Promise
    cells: Mapping[Any, SafeString | str] = field(default_factory=dict)
    is_number: bool = False

    def of(self, row: Keyed) -> SafeString | str:
        """What stands in it for `row`; nothing when it says nothing of that row."""
        return self.cells.get(row.pk, "")


Adder = Callable[[HttpRequest, Sequence[Any]], list[Column]]

_ADDERS: dict[str, list[Adder]] = {}


def adds(listing: str) -> Callable[[Adder], Adder]:
    """Have the function add columns to every list that offers `listing`."""

    def kept(adder: Adder) -> Adder:
        _ADDERS.setdefault(listing, []).append(adder)
        return adder

    return kept


def added(listing: str, request: HttpRequest, rows: Iterable[Any]) -> list[Column]:
    """The columns of every room above, for these rows."""
    rows = list(rows)
    return [column for adder in _ADDERS.get(listing, []) for column in adder(request, rows)]
