"""Footnotes taken out: their blocks at the foot of a page, and their numbers glued to words.

A number is taken for a footnote only on two proofs found on one page: a mark glued to a word, and a
block at the foot whose numbers go on from the block before. So figures such as 2-3-4, 20 euro or
Covid-19 stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from relais.core.advice.errors import AdviceError
from relais.core.advice.pages import LINK, Line, Page

_MEND = "compare the foot of this page of the PDF with the text"
_SKIPPED = 9  # footnotes that may be lost in a row and still be missed
_ABBREVIATIONS = ("p.", "nr.", "art.", "blz.")


def body_lines(pages: Sequence[Page]) -> tuple[Line, ...]:
    """All lines without footnotes. Raises AdviceError when a page break or a link list is lost."""
    _refuse_unlisted_link(pages)
    following = 1
    lines: list[Line] = []
    for page in pages:
        start, count = _block(page.lines, following)
        body = page.lines[:start]
        for number in range(following, following + count):
            body = _without_mark(body, number)
        following += count
        _refuse_orphan(page, body, following)
        lines.extend(body)
    return tuple(lines)


def _block(lines: Sequence[Line], following: int) -> tuple[int, int]:
    """Where the footnotes of a page begin, and how many there are."""
    starts = _starts(lines, following)
    whole = [(index, count) for index in starts if (count := _length(lines[index:], following))]
    if whole:
        return whole[-1]
    if starts:
        line = lines[starts[-1]]
        reason = f"text follows footnote {following}: a page break, or a footnote's start, seems lost"
        remedy = "put a form feed where the next page begins, or a footnote back at its place"
        raise AdviceError(reason, line=line.number, remedy=remedy)
    _refuse_gap(lines, following)
    return len(lines), 0


def _refuse_gap(lines: Sequence[Line], following: int) -> None:
    """Later footnotes at the foot of a page show that the next one is lost."""
    for number in range(following + 1, following + _SKIPPED):
        for index in _starts(lines, number):
            if _length(lines[index:], number):
                reason = f"footnote {number} stands here, and {following} nowhere before it"
                raise AdviceError(reason, line=lines[index].number, remedy=_MEND)


def _starts(lines: Sequence[Line], number: int) -> list[int]:
    """The lines where footnote `number` may begin: a mark stands above them."""
    return [
        index
        for index, line in enumerate(lines)
        if line.text.startswith(f"{number} ") and _marks(lines[:index], number)
    ]


def _length(lines: Sequence[Line], following: int) -> int:
    """How many footnotes the lines hold: 0 when something else stands among them."""
    count = 0
    for line in lines:
        if line.text.startswith(f"{following + count} "):
            count += 1
        elif line.after_blank:
            return 0
    return count


def _mark(number: int) -> re.Pattern[str]:
    return re.compile(rf"(?<!\d[.,])(?<=[^\W\d_]|[.,;:!?)\]”“\"»’']){number}(?![\w%/-])(?![.,]\d)")


def _marks(lines: Iterable[Line], number: int) -> list[tuple[Line, int]]:
    return [
        (line, found.start())
        for line in lines
        for found in _mark(number).finditer(line.text)
        if not line.text[: found.start()].endswith(_ABBREVIATIONS)
        and not _inside_link(line.text, found.start())
    ]


def _inside_link(text: str, at: int) -> bool:
    return any(link.start() <= at < link.end() for link in LINK.finditer(text))


def _without_mark(lines: Sequence[Line], number: int) -> tuple[Line, ...]:
    places = _marks(lines, number)
    if not places:
        return tuple(lines)
    if len(places) > 1:
        where = " and ".join(str(line.number) for line, _ in places)
        reason = f"footnote {number} has several possible marks, on lines {where}"
        raise AdviceError(
            reason,
            line=places[1][0].number,
            remedy="put a space before the number that is not a mark",
        )
    ((marked, at),) = places
    text = marked.text[:at] + marked.text[at + len(str(number)) :]
    return tuple(replace(line, text=text) if line is marked else line for line in lines)


def _refuse_orphan(page: Page, body: Sequence[Line], following: int) -> None:
    """The next number after a sentence or word is a mark: its footnote must be on the page."""
    for line, at in _marks(body, following):
        if re.search(r"[a-zà-ÿ]{3}$|[^\w\s]$", line.text[:at]):
            reason = f"the mark of footnote {following} has no footnote on page {page.number}"
            raise AdviceError(reason, line=line.number, remedy=_MEND)


def _refuse_unlisted_link(pages: Sequence[Page]) -> None:
    """Where pages list their links, a last page that prints one and lists none has lost its end."""
    if not any(page.links for page in pages):
        return
    listed = {link.rstrip("/") for link in pages[-1].links}
    for line in pages[-1].lines:
        for link in LINK.findall(line.text):
            if link.rstrip(").,;/") not in listed:
                reason = "the last page does not list this link at its foot: the text seems cut"
                raise AdviceError(
                    reason, line=line.number, remedy="extract the text of the PDF again, all pages"
                )
