"""Read `data/plan/`: every file, every record, each remembering the line it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from relais.apps.plan import shapes
from relais.apps.plan.vocabulary import LinkKind
from relais.core.texts.problem import FileProblems, Problem
from relais.core.texts.schema import Shape, shaped
from relais.core.texts.yaml import Location, Source, read_yaml

AnyRecord = TypeVar("AnyRecord", bound=Shape)

PLAN_2021 = "plan-2021"


@dataclass(frozen=True, slots=True)
class Entry(Generic[AnyRecord]):
    """A record and the place in the file that says it."""

    record: AnyRecord
    source: Source
    at: Location

    def problem(self, why: str, *where: str | int) -> Problem:
        """Something to mend at `where` inside this record."""
        dotted = ".".join(str(step + 1) if isinstance(step, int) else step for step in where)
        return Problem(self.source.path, self.source.line((*self.at, *where)), dotted, why)


@dataclass(frozen=True, slots=True)
class PlanFiles:
    """All that `data/plan/` says, in the order of its files. `links` is by kind."""

    documents: list[Entry[shapes.Document]]
    themes: list[Entry[shapes.Theme]]
    actors: list[Entry[shapes.Actor]]
    measures: list[Entry[shapes.Measure]]
    links: dict[str, list[Entry[shapes.Link]]]
    demands: list[Entry[shapes.Demand]]
    since_2016: list[Entry[shapes.Since2016]]
    actions: list[Entry[shapes.EarlierAction]]
    answers: list[Entry[shapes.Answer]]
    terms: list[Entry[shapes.Term]]


def read_files(folder: Path) -> PlanFiles:
    """Read every file of `folder` (data/plan). Raises FileProblems with all that is wrong in any of them."""
    reading = Reading()
    measures = sorted((folder / "measures").glob("*.yaml"), key=_by_number)
    plan = PlanFiles(
        documents=reading.each(folder / "documents.yaml", shapes.Document),
        themes=reading.each(folder / "themes.yaml", shapes.Theme),
        actors=reading.each(folder / "actors.yaml", shapes.Actor),
        measures=[entry for path in measures for entry in reading.one(path, shapes.Measure)],
        links={
            kind: reading.each(folder / "links" / f"{kind}.yaml", shapes.Link) for kind in LinkKind.values
        },
        demands=reading.each(folder / "demands.yaml", shapes.Demand),
        since_2016=reading.each(folder / "since-2016.yaml", shapes.Since2016),
        actions=reading.each(folder / PLAN_2021 / "actions.yaml", shapes.EarlierAction),
        answers=reading.each(folder / PLAN_2021 / "concordance.yaml", shapes.Answer),
        terms=reading.each(folder / "glossary.yaml", shapes.Term),
    )
    if reading.problems:
        raise FileProblems(reading.problems)
    return plan


def _by_number(path: Path) -> tuple[int, str]:
    return (int(path.stem) if path.stem.isdecimal() else 0, path.stem)


class Reading:
    """Reads file after file and keeps every problem, so that one run tells all there is to mend."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def one(self, path: Path, shape: type[AnyRecord]) -> list[Entry[AnyRecord]]:
        """The record that a whole file is; nothing when it is not one."""
        source = self._source(path)
        return self._shaped(source, shape, ()) if source else []

    def each(self, path: Path, shape: type[AnyRecord]) -> list[Entry[AnyRecord]]:
        """The records of a file that is a list."""
        source = self._source(path)
        if source is None:
            return []
        if not isinstance(source.value, list):
            self.problems.append(
                Problem(path, 1, "", "this file must be a list: start each record with “- ”")
            )
            return []
        return [entry for i in range(len(source.value)) for entry in self._shaped(source, shape, (i,))]

    def _source(self, path: Path) -> Source | None:
        try:
            return read_yaml(path)
        except FileProblems as error:
            self.problems += error.problems
            return None

    def _shaped(self, source: Source, shape: type[AnyRecord], at: Location) -> list[Entry[AnyRecord]]:
        try:
            return [Entry(shaped(source, shape, at), source, at)]
        except FileProblems as error:
            self.problems += error.problems
            return []
