"""The measures' lines cut into sections: one per theme and kind, under the heading of the theme."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relais.core.advice.document import Kind
from relais.core.advice.errors import AdviceError
from relais.core.advice.headings import Heading
from relais.core.advice.pages import Line

CHECK = "compare this page of the PDF with the text"
MEASURE_START = re.compile(r"(\d{1,3})\.\s+([^\w\s]*[A-ZÀ-Þ].*)")

_KIND = re.compile(r"(Prioriteit|Aanbeveling)(?:en)?\s*:")
_KINDS: dict[str, Kind] = {"Prioriteit": "priority", "Aanbeveling": "recommendation"}
_CLOSING_MARKS = '.;:,!?)»”"…'
_LONGEST_HEADING = 80  # characters


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a 'Prioriteiten :' or 'Aanbevelingen :'; `line` is where that title is."""

    theme: int
    kind: Kind
    title: str
    line: int
    lines: Sequence[Line]


def sections(lines: Sequence[Line]) -> tuple[tuple[Heading, ...], tuple[Section, ...]]:
    """Raises AdviceError when there is none, or when a theme has no heading."""
    titles = [at for at, line in enumerate(lines) if _KIND.fullmatch(line.text)]
    if not titles:
        where = lines[0].number if lines else 0
        reason = "no 'Prioriteiten :' or 'Aanbevelingen :' stands among the measures"
        raise AdviceError(reason, line=where, remedy=CHECK)
    headings: list[Heading] = []
    places: list[tuple[int, int, int, Kind]] = []  # where it begins, its title, theme, kind
    for at in titles:
        kind = _kind(lines[at])
        begins_theme = kind == "priority" or not places or places[-1][3] == kind
        above = _heading(lines[:at], required=begins_theme)
        if begins_theme and not above:
            reason = f"'{lines[at].text}' has no theme above it"
            raise AdviceError(reason, line=lines[at].number, remedy=CHECK)
        if above:
            name = " ".join(line.text for line in above)
            headings.append(Heading(name, above[0].page, above[0].number))
        places.append((at - len(above), at, len(headings), kind))
    ends = [begin for begin, *_ in places[1:]] + [len(lines)]
    return tuple(headings), tuple(
        Section(theme, kind, lines[at].text, lines[at].number, lines[at + 1 : end])
        for (_, at, theme, kind), end in zip(places, ends, strict=True)
    )


def _kind(line: Line) -> Kind:
    found = _KIND.fullmatch(line.text)
    assert found
    return _KINDS[found.group(1)]


def _heading(above: Sequence[Line], *, required: bool) -> Sequence[Line]:
    """The heading that ends these lines, on one line or two.

    Where the theme may simply go on from its priorities to its recommendations, a heading is one
    only when what stands before it has ended.
    """
    for count in (1, 2):
        heading, before = above[-count:], above[:-count]
        if len(heading) < count or not all(_may_be_heading(line.text) for line in heading):
            return ()
        if heading[0].text[0].isupper():
            ended = not before or before[-1].text[-1] in _CLOSING_MARKS
            return heading if required or ended else ()
    return ()


def _may_be_heading(text: str) -> bool:
    return (
        len(text) <= _LONGEST_HEADING
        and text[-1] not in _CLOSING_MARKS
        and not MEASURE_START.fullmatch(text)
        and not _KIND.fullmatch(text)
    )
