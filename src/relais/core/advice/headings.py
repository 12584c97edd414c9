"""The themes of the body and of the annex, paired by their order and by the words they share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relais.core.advice.errors import AdviceError

_EMPTY_WORDS = {"inzake", "tegen", "over", "voor", "naar", "door"}
_STEM = 5  # letters that two kindred words share


@dataclass(frozen=True, slots=True)
class Heading:
    """A theme as it is named in one place."""

    name: str
    page: int
    line: int


def refuse_unpaired(body: Sequence[Heading], annex: Sequence[Heading]) -> None:
    """Raises AdviceError unless body and annex have the same themes in the same order."""
    pairs = _pairs([_words(heading.name) for heading in body], [_words(heading.name) for heading in annex])
    for at, heading in enumerate(body):
        if at not in {theme for theme, _ in pairs}:
            reason = f"theme {at + 1}, '{heading.name}', is absent from the annex at its place"
            raise AdviceError(reason, line=heading.line, remedy="compare the annex of the PDF with the text")
    for at, heading in enumerate(annex):
        if at not in {entry for _, entry in pairs}:
            reason = f"the annex names '{heading.name}', which matches no theme of the body there"
            raise AdviceError(reason, line=heading.line, remedy="compare the themes of the PDF with the text")


def _words(name: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+", name.lower())
    return [word for word in words if len(word) > 3 and word not in _EMPTY_WORDS] or words


def _likeness(left: list[str], right: list[str]) -> float:
    """The share of words that have a kindred word on the other side, 0 to 1."""
    kindred = sum(any(_are_kindred(a, b) for b in right) for a in left)
    kindred += sum(any(_are_kindred(a, b) for a in left) for b in right)
    return kindred / max(1, len(left) + len(right))


def _are_kindred(a: str, b: str) -> bool:
    """'analyse' and 'analyses', 'toegang' and 'toegankelijk', 'opvang' and 'kinderopvang'."""
    short, long = sorted((a, b), key=len)
    return short == long or (len(short) >= _STEM and (short in long or short[:_STEM] == long[:_STEM]))


def _pairs(body: list[list[str]], annex: list[list[str]]) -> list[tuple[int, int]]:
    """The ordered pairs of greatest total likeness; pairs without any are left out."""
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {}
    for i in range(len(body) + 1):
        for j in range(len(annex) + 1):
            options: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
            if i:
                options.append(best[i - 1, j])
            if j:
                options.append(best[i, j - 1])
            if i and j and (likeness := _likeness(body[i - 1], annex[j - 1])):
                total, pairs = best[i - 1, j - 1]
                options.append((total + likeness, [*pairs, (i - 1, j - 1)]))
            best[i, j] = max(options, key=lambda option: option[0])
    return best[len(body), len(annex)][1]
