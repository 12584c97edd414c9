"""What data/plan says that the advice holds, in the form in which core.advice compares."""

from __future__ import annotations

from collections import Counter

from relais.apps.plan.files import PlanFiles
from relais.core.advice import Expected, ExpectedMeasure, Finding


def expected_of(plan: PlanFiles) -> Expected:
    """Themes, measures, parts and annex as `data/plan/` has them. Tables of figures are not in it."""
    themes = [entry.record for entry in plan.themes]
    measures = [entry.record for entry in plan.measures]
    return Expected(
        themes={t.number: (t.name.nl, t.annex_name.nl or "") for t in themes},
        measures={
            r.number: ExpectedMeasure(r.theme, r.kind, [part.letter for part in r.parts], r.passage.page)
            for r in measures
        },
        annex={t.number: tuple(line.wording for line in t.annex) for t in themes},
        part_pages={f"{r.number}{part.letter}": part.page for r in measures for part in r.parts},
    )


def document_of(plan: PlanFiles) -> str:
    """The slug of the document that the measures come from. Raises LookupError when there are no measures."""
    slugs = Counter(entry.record.passage.document for entry in plan.measures)
    if not slugs:
        raise LookupError("data/plan has no measures to compare with")
    return slugs.most_common(1)[0][0]


def is_blocking(finding: Finding) -> bool:
    """A measure or a part that only one side has: the wording would stand beside the wrong number."""
    return finding.noun in {"measure", "part"} and finding.state in {"missing", "unexpected"}
