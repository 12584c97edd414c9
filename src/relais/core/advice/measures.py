"""The numbered measures: each text cut at its letters, each number accounted for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relais.core.advice.document import Measure, Part
from relais.core.advice.errors import AdviceError
from relais.core.advice.headings import Heading
from relais.core.advice.joining import join
from relais.core.advice.pages import Line
from relais.core.advice.sections import CHECK, MEASURE_START, Section, sections

_PART_START = re.compile(r"([a-z])\.\s+([^\w\s]*[A-ZÀ-Þ].*)")


@dataclass(frozen=True, slots=True)
class _Start:
    number: int
    section: Section
    lines: Sequence[Line]

    @property
    def line(self) -> int:
        return self.lines[0].number


def read_measures(
    lines: Sequence[Line], known: frozenset[str]
) -> tuple[tuple[Heading, ...], tuple[Measure, ...]]:
    """The themes and their measures. Raises AdviceError when a number, letter or heading fails."""
    themes, found = sections(lines)
    starts = [start for section in found for start in _starts(section)]
    _refuse_gaps(starts)
    _refuse_empty(found, starts)
    return themes, tuple(_measure(start, known) for start in starts)


def _starts(section: Section) -> list[_Start]:
    at = [index for index, line in enumerate(section.lines) if MEASURE_START.fullmatch(line.text)]
    ends = [*at[1:], len(section.lines)]
    return [
        _Start(int(section.lines[begin].text.split(".")[0]), section, section.lines[begin:end])
        for begin, end in zip(at, ends, strict=False)
    ]


def _refuse_gaps(starts: Sequence[_Start]) -> None:
    for at, start in enumerate(starts):
        expected = at + 1
        if start.number == expected:
            continue
        if 0 < start.number < expected:
            first = starts[start.number - 1].line
            twice = f"on line {first}, and again after {at} on line {start.line}"
            reason = f"measure {start.number} stands twice: {twice}"
        else:
            before = f"after {at} on line {starts[at - 1].line} comes" if at else "the first one is"
            missing = _missing(expected, start.number - 1)
            reason = f"{missing}: {before} {start.number} on line {start.line}"
        raise AdviceError(reason, line=start.line, remedy=CHECK)


def _missing(first: int, last: int) -> str:
    return f"measure {first} is missing" if first >= last else f"measures {first} to {last} are missing"


def _refuse_empty(found: Sequence[Section], starts: Sequence[_Start]) -> None:
    """Every kind has a measure, and no text stands before the first one."""
    for section in found:
        if not _starts(section):
            after = [start.number for start in starts if start.line < section.line]
            reason = f"no measure stands under '{section.title}'"
            if len(after) == len(starts):
                reason += f": measure {len(starts) + 1} is missing"
            raise AdviceError(reason, line=section.line, remedy=CHECK)
        if not MEASURE_START.fullmatch(section.lines[0].text):
            reason = f"this text stands under '{section.title}' before any measure"
            raise AdviceError(reason, line=section.lines[0].number, remedy=CHECK)


def _measure(start: _Start, known: frozenset[str]) -> Measure:
    at = [index for index, line in enumerate(start.lines) if index and _PART_START.fullmatch(line.text)]
    intro = [line.text for line in start.lines[: at[0] if at else None]]
    intro[0] = intro[0].split(".", 1)[1]
    ends = [*at[1:], len(start.lines)]
    parts = tuple(_part(start.lines[begin:end], known) for begin, end in zip(at, ends, strict=False))
    _refuse_disorder(start.number, parts)
    head = start.lines[0]
    text = join(intro, known)
    return Measure(start.number, start.section.theme, start.section.kind, text, parts, head.page, head.number)


def _part(lines: Sequence[Line], known: frozenset[str]) -> Part:
    letter, first = lines[0].text.split(".", 1)
    text = join([first, *(line.text for line in lines[1:])], known)
    return Part(letter, text, lines[0].page, lines[0].number)


def _refuse_disorder(number: int, parts: Sequence[Part]) -> None:
    for at, part in enumerate(parts):
        if part.letter != (expected := chr(ord("a") + at)):
            where = (
                f"comes after {parts[at - 1].letter} on line {parts[at - 1].line}" if at else "comes first"
            )
            reason = f"part {part.letter} of measure {number} {where}: part {expected} was expected"
            raise AdviceError(reason, line=part.line, remedy=CHECK)
