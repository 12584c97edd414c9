"""From the text of the PDF to an Advice, whole or not at all."""

from __future__ import annotations

from relais.core.advice.annex import read_annex
from relais.core.advice.document import Advice, AnnexTheme, Theme
from relais.core.advice.footnotes import body_lines
from relais.core.advice.headings import refuse_unpaired
from relais.core.advice.joining import vocabulary
from relais.core.advice.measures import read_measures
from relais.core.advice.outline import outline
from relais.core.advice.pages import pages, refuse_cut_line
from relais.core.advice.tables import read_tables


def read(text: str) -> Advice:
    """The advice that `text` holds.

    Raises NotAnAdvice when it holds none, AdviceError when any of it is lost, doubled or out of
    order. Some losses leave no trace: a line within a text; and, which `verdict.compare` sees, the
    title 'Aanbevelingen :', the last measure of all when its kind has another, the last part of a
    measure, an entry within the annex, and the last entries when no page lists its links.
    """
    lines = body_lines(pages(text))
    known = vocabulary(line.text for line in lines)
    parts = outline(lines)
    refuse_cut_line(text)
    headings, measures = read_measures(parts.measures, known)
    proposals = read_annex(parts.annex, known)
    refuse_unpaired(headings, [proposal.heading for proposal in proposals])
    themes = tuple(
        Theme(
            number,
            heading.name,
            proposal.heading.name,
            tuple(measure.number for measure in measures if measure.theme == number),
            heading.page,
            heading.line,
        )
        for number, (heading, proposal) in enumerate(zip(headings, proposals, strict=True), 1)
    )
    annex = tuple(
        AnnexTheme(
            number,
            proposal.heading.name,
            proposal.actors,
            proposal.heading.page,
            proposal.heading.line,
        )
        for number, proposal in enumerate(proposals, 1)
    )
    return Advice(themes, measures, annex, read_tables(parts.findings))
