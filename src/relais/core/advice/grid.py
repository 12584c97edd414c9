"""Rows and columns from the lines of a table, told by the order of counts and percentages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from relais.core.advice.errors import AdviceError
from relais.core.advice.pages import Line

FIGURE = re.compile(r"\d[\d.]*(?:,\d+)?%?")

Rows = tuple[tuple[str, ...], ...]
CHECK_TABLE = "compare the table of the PDF with the text; when it is a picture, take its source line out"


@dataclass(slots=True)
class _Block:
    """A label, on one line or several, and the figures up to the next label."""

    labels: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    line: int = 0


def grid(lines: Sequence[Line]) -> Rows:
    """All rows, the head first, of one length; a head that spans two columns fills the first.

    Counts followed by as many percentages are two rows of one label; counts and percentages in turn
    are one row, and each head spans the pair. Raises AdviceError when rows or head do not fit.
    """
    blocks = _blocks(lines)
    shape = [figure.endswith("%") for figure in blocks[0].figures]
    for block in blocks:
        if [figure.endswith("%") for figure in block.figures] != shape:
            reason = f"this row of a table has other columns than the first, line {blocks[0].line}"
            raise AdviceError(reason, line=block.line, remedy=CHECK_TABLE)
    half = len(shape) // 2
    stacked = half > 1 and shape == [False] * half + [True] * half
    width = half if stacked else len(shape)
    spans = shape if not stacked and not all(shape) else [False] * width
    head, blocks[0].labels = _head(blocks[0], count=spans.count(False))
    cells = iter(head)
    rows = [("", *("" if spanned else next(cells) for spanned in spans))]
    for block in blocks:
        label = _joined(block.labels)
        rows.append((label, *block.figures[:width]))
        if stacked:
            rows.append(("", *block.figures[width:]))
    return tuple(rows)


def _blocks(lines: Sequence[Line]) -> list[_Block]:
    blocks = [_Block()]
    for line in lines:
        words = line.text.replace(" %", "%").split()
        cut = max((at for at, word in enumerate(words, 1) if not FIGURE.fullmatch(word)), default=0)
        label, figures = " ".join(words[:cut]), words[cut:]
        if label and blocks[-1].figures:
            blocks.append(_Block())
        blocks[-1].line = blocks[-1].line or line.number
        blocks[-1].labels.extend([label] if label else [])
        blocks[-1].figures.extend(figures)
    return blocks


def _head(first: _Block, count: int) -> tuple[list[str], list[str]]:
    """The head's cells and the first row's label, which stand together above the first figures.

    A word that every cell repeats decides; else one word or one line makes a cell, when only one
    way gives `count` cells.
    """
    cuts = range(len(first.labels) - 1, 0, -1)
    for cut in cuts:
        if cells := _cut_at_shared_word(_joined(first.labels[:cut]).split(), count):
            return cells, first.labels[cut:]
    ways = {
        (tuple(cells), cut)
        for cut in cuts
        for cells in (_joined(first.labels[:cut]).split(), _healed(first.labels[:cut]))
        if len(cells) == count
    }
    if len(ways) != 1:
        how = "in several ways" if ways else "in no way"
        reason = f"the head of this table divides into {count} cells {how}"
        raise AdviceError(reason, line=first.line, remedy=CHECK_TABLE)
    ((head, cut),) = ways
    return list(head), first.labels[cut:]


def _cut_at_shared_word(words: Sequence[str], count: int) -> list[str]:
    """Heads that all end with one word, or all begin with it: north region, south region."""
    lowered = [word.lower() for word in words]
    if count > 1 and lowered.count(lowered[-1]) == count:
        ends = [at for at, word in enumerate(lowered, 1) if word == lowered[-1]]
    elif count > 1 and lowered.count(lowered[0]) == count:
        ends = [at for at, word in enumerate(lowered) if at and word == lowered[0]] + [len(words)]
    else:
        return []
    return [" ".join(words[begin:end]) for begin, end in zip([0, *ends], ends, strict=False)]


def _healed(labels: Sequence[str]) -> list[str]:
    """Lines of cells; a hyphen at a line end is kept, as printed in a narrow column."""
    return re.sub(r"(?<=\w)-\n", "-", "\n".join(labels)).split("\n")


def _joined(labels: Sequence[str]) -> str:
    return " ".join(_healed(labels))
