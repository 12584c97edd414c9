"""The text cut where its pages begin, before they have numbers.

A page begins at a form feed. Extractions that lost them leave one trace: the first line of a page
begins with exactly one space and follows, without a blank line, the last line of the page before
(lines of tables that begin with a space stand after a blank line). A header always begins a page.
"""

from __future__ import annotations

import re

Sheet = list[tuple[int, str]]  # line number from 1, and the line as it is

ADVICE_NUMBER = r"[A-Z]-\d{4}-\d{3}-[A-Z]+"
PAGE_MARK = r"\d{1,3}\s*/\s*\d{1,3}"  # 4/24

_FURNITURE = re.compile(
    rf"|{ADVICE_NUMBER}|{PAGE_MARK}|{ADVICE_NUMBER}\s+{PAGE_MARK}|{PAGE_MARK}\s+{ADVICE_NUMBER}"
)


def sheets(text: str) -> list[Sheet]:
    """The lines of each page, in order; blank pages at the end are left out."""
    text = text.rstrip()
    fed = "\f" in text
    cut: list[Sheet] = [[]]
    before = ""
    for number, line in enumerate(text.split("\n"), 1):
        for nth, piece in enumerate(line.split("\f")):
            if nth or (not fed and _begins_page(piece, before, cut[-1])):
                cut.append([])
            cut[-1].append((number, piece))
            before = piece
    return cut if fed else _with_footers(cut)


def is_furniture(line: str) -> bool:
    """A blank line, or what pages repeat: the advice's number, the page's mark, or both."""
    return _FURNITURE.fullmatch(line.strip()) is not None


def _begins_page(line: str, before: str, sheet: Sheet) -> bool:
    if is_furniture(line) and re.match(ADVICE_NUMBER, line.strip()):
        return not all(is_furniture(text) for _, text in sheet)
    return re.match(r" \S", line) is not None and not is_furniture(before)


def _with_footers(cut: list[Sheet]) -> list[Sheet]:
    """A header printed at the foot seems to begin a page: give it back to the page above."""
    joined: list[Sheet] = []
    for sheet in cut:
        if joined and all(is_furniture(text) for _, text in sheet):
            joined[-1].extend(sheet)
        else:
            joined.append(sheet)
    return joined
