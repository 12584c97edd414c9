"""Numbers as producers write them, and how many decimals they printed."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.utils.translation import gettext as _

from relais.apps.observatory.importing.mending import Wrong

_PLAIN = re.compile(r"-?\d{1,15}(?:\.(\d{1,15}))?", re.ASCII)
Reader = Callable[[str, str], tuple[float, int]]


def numbers(decimal: str, thousands: str | None) -> Reader:
    """A function of a column and a word to the number and its decimals. It raises Wrong.

    A sign that the recipe does not declare is refused: 1,234 may be a thousand or little more than one.
    """
    groups = thousands and re.compile(rf"-?\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+", re.ASCII)

    def read(column: str, word: str) -> tuple[float, int]:
        plain = word
        if groups:
            whole, sign, rest = word.partition(decimal)
            if groups.fullmatch(whole):
                plain = whole.replace(thousands or "", "") + sign + rest
        if decimal != ".":
            plain = "?" if "." in plain else plain.replace(decimal, ".")
        found = _PLAIN.fullmatch(plain)
        if not found:
            raise Wrong(column, _refusal(word, decimal))
        return float(plain), len(found[1] or "")

    return read


def _refusal(word: str, decimal: str) -> str:
    if not word:
        return _("is empty: write the number, or what the recipe has for missing or hidden")
    why = _(
        "“%(word)s” is no number: write 1234%(decimal)s5, or declare the signs for decimals and thousands "
        "in the recipe"
    )
    return why % {"word": word[:40], "decimal": decimal}
