"""Read `data/plan/`: every file, every record, each remembering the line it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from relais.apps.plan import shapes
from relais.apps.plan.vocabulary import LinkKind
from relais.core.texts.problem import FileProblems
from relais.core.texts.records import Entry, Reading

PLAN_2021 = "plan-2021"


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
