"""Words as a reader types them: without accents, capitals or punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_NOT_WORD = re.compile(r"[^\w]+")
LONGEST_QUERY = 200


def fold(words: str) -> str:
    """Lower case, no accents, single spaces: "Crèche d’État" becomes "creche d etat"."""
    once = unicodedata.normalize("NFKD", words.casefold())  # can bring back letters that fold further
    decomposed = unicodedata.normalize("NFKD", once.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", bare).strip()


def terms(query: str) -> tuple[str, ...]:
    """What to look for in folded words; anything past LONGEST_QUERY characters is left out."""
    return tuple(dict.fromkeys(fold(query[:LONGEST_QUERY]).split()))


def has_all(wanted: Iterable[str], folded: str) -> bool:
    """Whether each wanted term begins a word of `folded`."""
    return all(f" {term}" in f" {folded}" for term in wanted)
