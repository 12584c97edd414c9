"""Broken lines made into one text: words cut at a line end healed, spaces made single."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_][\w'’]*(?:-[\w'’]+)*")
_BROKEN = re.compile(r"([\w'’-]*\w)-$")
_SUSPENDED = {"en", "of", "noch", "tot", "als", "dan"}  # privé- en beroepsleven
_CLASHES = {
    "aa",
    "ae",
    "ai",
    "au",
    "ee",
    "ei",
    "eu",
    "ie",
    "ii",
    "ij",
    "oe",
    "oi",
    "oo",
    "ou",
    "ui",
    "uu",
}
_SPACE_BEFORE = re.compile(r" +([,.;])(?=[\s)»”\"]|$)")


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """Every word printed whole, in lower case: the proof of how a broken word is written."""
    return frozenset(word.lower() for line in lines for word in _WORD.findall(line))


def join(lines: Iterable[str], known: frozenset[str]) -> str:
    """One tidy text from the lines of a paragraph."""
    text = ""
    for line in lines:
        text = _glued(text, " ".join(line.split()), known) if text else " ".join(line.split())
    return tidy(text)


def tidy(text: str) -> str:
    """Single spaces, and none before a comma, full stop or semicolon; a colon keeps its own."""
    return _SPACE_BEFORE.sub(r"\1", " ".join(text.split()))


def _glued(left: str, right: str, known: frozenset[str]) -> str:
    broken, following = _BROKEN.search(left), _WORD.match(right)
    if not broken or not following or following.group().lower() in _SUSPENDED:
        return f"{left} {right}"
    if _keeps_hyphen(broken.group(1), following.group(), known):
        return left + right
    return left[:-1] + right


def _keeps_hyphen(head: str, tail: str, known: frozenset[str]) -> bool:
    """Decided by the document where it prints the word whole, else by the spelling of compounds."""
    if (head + tail).lower() in known:
        return False
    if f"{head}-{tail}".lower() in known:
        return True
    return not (head[-1].isalpha() and tail[0].islower()) or (head[-1] + tail[0]).lower() in _CLASHES
