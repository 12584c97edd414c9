"""Numbered pages and their lines, without what every page repeats: header, footer, listed links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relais.core.advice.errors import AdviceError, NotAnAdvice
from relais.core.advice.sheets import Sheet, is_furniture, sheets

LINK = re.compile(r"https?://\S+")
LOST_PAGE = "extract the text of the PDF again, all pages"

_MARK = re.compile(r"(?<!\S)(\d{1,3})\s*/\s*(\d{1,3})(?!\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. `after_blank`: a blank line or a page break stands before it."""

    number: int
    page: int
    text: str
    after_blank: bool


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, and apart from them the addresses listed at its foot."""

    number: int
    lines: tuple[Line, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """The page `index`, from 0, says that it is page `number` of `total`."""

    index: int
    line: int
    number: int
    total: int


def pages(text: str) -> tuple[Page, ...]:
    """The pages of a text. Raises NotAnAdvice when it has none, AdviceError when some are lost."""
    if not text.strip():
        raise NotAnAdvice("the file is empty", remedy="give the text of the PDF of the advice")
    if text.startswith("%PDF"):
        remedy = "give its text, for example with pdftotext"
        raise NotAnAdvice("this is the PDF itself", line=1, remedy=remedy)
    cut = sheets(text.replace("\r\n", "\n").replace("\u00ad", ""))
    marks = [mark for index, sheet in enumerate(cut) for mark in _strip(sheet, index)]
    first = _first_number(marks, len(cut), last_line=text.count("\n"))
    return tuple(_page(sheet, first + index) for index, sheet in enumerate(cut))


def refuse_cut_line(text: str) -> None:
    """Raises AdviceError when the last line has no end: a cut can leave it looking whole."""
    if text[-1] not in "\n\f":
        remedy = f"{LOST_PAGE}; when it is whole, end its last line"
        line = text.count("\n") + 1
        raise AdviceError("the text stops in the middle of a line", line=line, remedy=remedy)


def _strip(sheet: Sheet, index: int) -> list[_Mark]:
    """Takes header and footer off the sheet; the marks they bear."""
    taken = []
    while sheet and is_furniture(sheet[0][1]):
        taken.append(sheet.pop(0))
    end = len(sheet)
    while end and (is_furniture(sheet[end - 1][1]) or _is_link(sheet[end - 1][1])):
        end -= 1
    taken += [line for line in sheet[end:] if not _is_link(line[1])]
    sheet[end:] = [line for line in sheet[end:] if _is_link(line[1])]
    found = [(number, _MARK.search(text)) for number, text in taken]
    return [_Mark(index, line, int(m[1]), int(m[2])) for line, m in found if m]


def _is_link(line: str) -> bool:
    return LINK.fullmatch(line.strip()) is not None


def _first_number(marks: Sequence[_Mark], count: int, last_line: int) -> int:
    """The number of the first page: 1 when no page says its own."""
    if not marks:
        return 1
    anchor = marks[0]
    first = anchor.number - anchor.index
    for mark in marks:
        if mark.number - mark.index != first or mark.total != anchor.total or first < 1:
            counted = f"counted from {anchor.number}/{anchor.total} on line {anchor.line}"
            reason = (
                f"this page says it is {mark.number}/{mark.total}, "
                f"but it is page {first + mark.index} {counted}"
            )
            raise AdviceError(reason, line=mark.line, remedy=LOST_PAGE)
    if (last := first + count - 1) != anchor.total:
        reason = (
            f"the document says it has {anchor.total} pages, "
            f"but the text ends on page {last}: it seems to be cut"
        )
        raise AdviceError(reason, line=last_line, remedy=LOST_PAGE)
    return first


def _page(sheet: Sheet, number: int) -> Page:
    lines: list[Line] = []
    links: list[str] = []
    blank = True
    while sheet and _is_link(sheet[-1][1]):
        links.insert(0, sheet.pop()[1].strip())
    for at, text in sheet:
        if text.strip():
            lines.append(Line(at, number, text.strip(), blank))
        blank = not text.strip()
    return Page(number, tuple(lines), tuple(links))
