"""Places on a page of one room that rooms above it fill: a measure's page shows who was asked for it.

A room below offers `{% slot "measure" measure %}` in its template; a room above says, in its `slots.py`,
`@fills("measure")` over a function of the request and the thing that gives HTML (or nothing).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
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
