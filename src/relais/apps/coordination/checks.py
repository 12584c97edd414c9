"""What no single record can show: references that lead nowhere, repetitions, values that no fact tells."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any

from relais.apps.coordination import shapes
from relais.apps.coordination.files import CoordinationFiles
from relais.apps.plan.files import PlanFiles
from relais.core.texts.problem import FileProblems, Problem
from relais.core.texts.records import Entry, repeated
from relais.core.texts.schema import Shape

Where = tuple[str | int, ...]


def check(files: CoordinationFiles, plan: PlanFiles) -> None:
    """Raises FileProblems with all that does not hold between the records, and between them and `plan`."""
    problems = [
        *_once(files.sources, lambda source: source.slug, "slug"),
        *_once(files.organisations, lambda organisation: organisation.slug, "slug"),
        *_once(files.mandates, lambda mandate: (mandate.organisation, mandate.actor), "organisation"),
        *_sources(files),
        *_organisations(files, plan),
        *_mandates(files, plan),
        *_gaps(files, plan),
        *(problem for entry in files.executions for problem in _execution(entry, files, plan)),
    ]
    if problems:
        raise FileProblems(problems)


def _once(entries: Iterable[Entry[Any]], key: Callable[[Any], Hashable], where: str) -> Iterator[Problem]:
    for entry in repeated(entries, key):
        yield entry.problem("stands here twice", where)


def _sources(files: CoordinationFiles) -> Iterator[Problem]:
    known = files.addresses
    every: list[Entry[Any]] = [*files.organisations, *files.executions, *files.gaps]
    for entry in every:
        for where, slug in _said_sources(entry.record):
            if slug not in known:
                yield entry.problem(f"no source “{slug}” in sources.yaml", *where)


def _said_sources(said: object, *where: str | int) -> Iterator[tuple[Where, str]]:
    """Every `source` anywhere in a record, and where it stands."""
    if isinstance(said, Shape):
        for name, value in said:
            if name == "source":
                yield (*where, name), value
            else:
                yield from _said_sources(value, *where, name)
    elif isinstance(said, list):
        for place, value in enumerate(said):
            yield from _said_sources(value, *where, place)


def _organisations(files: CoordinationFiles, plan: PlanFiles) -> Iterator[Problem]:
    actors = {entry.record.slug for entry in plan.actors}
    for entry in files.organisations:
        if entry.record.name is None and entry.record.slug not in actors:
            yield entry.problem(f"needs a name: no actor “{entry.record.slug}” has one to lend", "slug")


def _mandates(files: CoordinationFiles, plan: PlanFiles) -> Iterator[Problem]:
    actors = {entry.record.slug for entry in plan.actors}
    organisations = {entry.record.slug for entry in files.organisations}
    for entry in files.mandates:
        if entry.record.organisation not in organisations:
            yield entry.problem(f"no organisation “{entry.record.organisation}”", "organisation")
        if entry.record.actor not in actors:
            yield entry.problem(f"no actor “{entry.record.actor}” in actors.yaml", "actor")


def _gaps(files: CoordinationFiles, plan: PlanFiles) -> Iterator[Problem]:
    numbers = {entry.record.number for entry in plan.measures}
    for entry in files.gaps:
        if entry.record.measure not in numbers:
            yield entry.problem(f"there is no measure {entry.record.measure}", "measure")


def _execution(
    entry: Entry[shapes.Execution], files: CoordinationFiles, plan: PlanFiles
) -> Iterator[Problem]:  # fmt: skip
    documents = {each.record.slug for each in plan.documents}
    if entry.record.plan not in documents:
        yield entry.problem(f"no document “{entry.record.plan}” in documents.yaml", "plan")
    expected = [each.record.number for each in plan.actions]
    told = [action.number for action in entry.record.actions]
    for place, number in enumerate(told):
        if number not in expected:
            yield entry.problem(f"there is no action {number} in actions.yaml", "actions", place, "number")
        if number in told[:place]:
            yield entry.problem(f"action {number} stands here twice", "actions", place, "number")
    for number in expected:
        if number not in told:
            yield entry.problem(f"action {number} is missing: say “- number: "
                                f"\"{number}\"” even when nothing is known", "actions")  # fmt: skip
    organisations = {each.record.slug for each in files.organisations}
    yield from _known(entry, entry.record.whole, organisations, "whole")
    for place, action in enumerate(entry.record.actions):
        yield from _known(entry, action, organisations, "actions", place)


def _known(
    entry: Entry[Any], known: shapes.Known, organisations: set[str], *where: str | int
) -> Iterator[Problem]:
    """A value without a source of its own in the database must be told by a fact that has that source."""
    told = {fact.source for fact in known.facts}
    for name in ("phase", "start", "due", "finished"):
        value = getattr(known, name)
        if value and value.source not in told:
            yield entry.problem("no fact of this action has the same source: tell it", *where, name, "source")
    for place, owner in enumerate(known.owners):
        here = (*where, "owners", place)
        if owner.organisation not in organisations:
            yield entry.problem(f"no organisation “{owner.organisation}”", *here, "organisation")
        if owner.source not in told:
            yield entry.problem("no fact of this action has the same source: tell it", *here, "source")
        if owner.organisation in [other.organisation for other in known.owners[:place]]:
            yield entry.problem("owns it twice", *here, "organisation")
