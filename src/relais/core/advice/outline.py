"""Where the measures and the annex stand in the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relais.core.advice.errors import AdviceError, NotAnAdvice
from relais.core.advice.pages import LOST_PAGE, Line

_OPENING = re.compile(r"(\d{1,2})\.\s+Actiepistes?")
_ANNEX = re.compile(r"BIJLAGE\b(?!.*\.$)")
_LONGEST_TITLE = 80  # characters


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines before the measures, those that hold them, and those of the annex."""

    findings: Sequence[Line]
    measures: Sequence[Line]
    annex: Sequence[Line]


def outline(lines: Sequence[Line]) -> Outline:
    """Raises NotAnAdvice without measures, AdviceError when their end or the annex is lost."""
    opening = next((at for at, line in enumerate(lines) if _OPENING.fullmatch(line.text)), None)
    if opening is None:
        reason = "there is no section 'Actiepistes', so no measures"
        raise NotAnAdvice(
            reason, remedy="give the text of an advice of Brupartners that lists numbered measures"
        )
    last = lines[-1].number
    annex = next((at for at in range(opening, len(lines)) if _ANNEX.match(lines[at].text)), None)
    if annex is None:
        reason = "the text ends without its annex ('BIJLAGE 1'), it seems to be cut"
        raise AdviceError(reason, line=last, remedy=LOST_PAGE)
    section = int(lines[opening].text.split(".")[0]) + 1
    closing = next((at for at in range(annex - 1, opening, -1) if _is_title(lines[at], section)), None)
    if closing is None:
        reason = f"no section {section} closes the measures before the annex: they may end early"
        raise AdviceError(reason, line=lines[annex].number, remedy=LOST_PAGE)
    return Outline(lines[:opening], lines[opening + 1 : closing], lines[annex:])


def _is_title(line: Line, section: int) -> bool:
    """A section title is short and has no closing mark, unlike the measure of the same number."""
    starts = re.match(rf"{section}\.\s+[^\W\d_]", line.text) is not None
    return starts and len(line.text) <= _LONGEST_TITLE and line.text[-1] not in ".;:,)"
