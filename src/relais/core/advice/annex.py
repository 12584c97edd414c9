"""The annex: for each theme, the actors it proposes, one per dash."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relais.core.advice.document import Entry
from relais.core.advice.errors import AdviceError
from relais.core.advice.headings import Heading
from relais.core.advice.joining import join
from relais.core.advice.pages import LOST_PAGE, Line

_THEME = re.compile(r"[➢➤►▶\uf0d8]\s*(.*)")
_ENTRY = re.compile(r"[-–]\s+(.*)")
_ENTRY_BESIDE_HEADING = re.compile(r"(.*?)\s+([-–]\s+\S.*)")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A theme of the annex before it is paired with one of the body."""

    heading: Heading
    actors: tuple[Entry, ...]


def read_annex(lines: Sequence[Line], known: frozenset[str]) -> tuple[Proposal, ...]:
    """The themes of the annex, in order. Raises AdviceError when it holds none."""
    pieces = [piece for line in lines for piece in _pieces(line)]
    at = [index for index, (_, text) in enumerate(pieces) if _THEME.match(text)]
    if not at:
        raise AdviceError("the annex names no theme ('➢')", line=lines[0].number, remedy=LOST_PAGE)
    table_head = {text for _, text in pieces[: at[0]]}
    ends = [*at[1:], len(pieces)]
    return tuple(
        _proposal([piece for piece in pieces[begin:end] if piece[1] not in table_head], known)
        for begin, end in zip(at, ends, strict=True)
    )


def _pieces(line: Line) -> list[tuple[Line, str]]:
    """A line, or two pieces where an entry begins on the line of its theme."""
    beside = _THEME.match(line.text) and _ENTRY_BESIDE_HEADING.fullmatch(line.text)
    return [(line, text) for text in (beside.groups() if beside else (line.text,))]


def _proposal(pieces: Sequence[tuple[Line, str]], known: frozenset[str]) -> Proposal:
    blocks: list[list[tuple[Line, str]]] = [[]]
    for line, text in pieces:
        if _begins_entry(text, blocks[-1]):
            blocks.append([])
        blocks[-1].append((line, text))
    head, *entries = blocks
    name = join([_THEME.sub(r"\1", text) for _, text in head], known)
    return Proposal(
        Heading(name, head[0][0].page, head[0][0].number),
        tuple(_entry(entry, known) for entry in entries),
    )


def _begins_entry(text: str, before: Sequence[tuple[Line, str]]) -> bool:
    """A dash begins an entry, unless it goes on inside brackets: (region - social affairs)."""
    if not (found := _ENTRY.fullmatch(text)):
        return False
    open_brackets = sum(piece.count("(") - piece.count(")") for _, piece in before)
    return open_brackets <= 0 or not found.group(1)[0].islower()


def _entry(pieces: Sequence[tuple[Line, str]], known: frozenset[str]) -> Entry:
    first, *others = [text for _, text in pieces]
    found = _ENTRY.fullmatch(first)
    wording = join([found.group(1) if found else first, *others], known)
    return Entry(wording, pieces[0][0].page, pieces[0][0].number)
