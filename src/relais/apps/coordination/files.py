"""Read `data/coordination/`: every file, every record, each remembering the line it stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from relais.apps.coordination import shapes
from relais.apps.plan.files import PLAN_2021
from relais.core.texts.problem import FileProblems
from relais.core.texts.records import Entry, Reading


@dataclass(frozen=True, slots=True)
class CoordinationFiles:
    """All that `data/coordination/` says, in the order of its files. A city may have none."""

    sources: list[Entry[shapes.Source]] = field(default_factory=list)
    organisations: list[Entry[shapes.Organisation]] = field(default_factory=list)
    mandates: list[Entry[shapes.Mandate]] = field(default_factory=list)
    executions: list[Entry[shapes.Execution]] = field(default_factory=list)
    gaps: list[Entry[shapes.MeasureGap]] = field(default_factory=list)

    @property
    def addresses(self) -> dict[str, str]:
        """Slug of a source to its address."""
        return {entry.record.slug: entry.record.url for entry in self.sources}


def read_files(folder: Path) -> CoordinationFiles:
    """Read every file of `folder`. Raises FileProblems with all that is wrong in any of them."""
    if not folder.exists():
        return CoordinationFiles()
    reading = Reading()
    found = CoordinationFiles(
        sources=reading.each(folder / "sources.yaml", shapes.Source),
        organisations=reading.each(folder / "organisations.yaml", shapes.Organisation),
        mandates=reading.each(folder / "mandates.yaml", shapes.Mandate),
        executions=reading.one(folder / f"{PLAN_2021}.yaml", shapes.Execution),
        gaps=reading.each(folder / "data-gaps.yaml", shapes.MeasureGap),
    )
    if reading.problems:
        raise FileProblems(reading.problems)
    return found
