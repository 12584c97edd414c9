"""What no single record can show: references that lead nowhere, gaps, repetitions, circles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from relais.apps.plan import shapes
from relais.apps.plan.files import PlanFiles
from relais.apps.plan.vocabulary import Origin
from relais.core.chain import Chain, Link, find_cycle
from relais.core.texts.problem import FileProblems, Problem
from relais.core.texts.records import Entry, once, repeated


def check(plan: PlanFiles) -> None:
    """Raises FileProblems with all that does not hold between the records of `plan`."""
    problems = [
        *once(plan.documents, "slug"),
        *once(plan.themes, "slug"),
        *once(plan.actors, "slug"),
        *once(plan.demands, "slug"),
        *once(plan.since_2016, "slug"),
        *once(plan.terms, "slug"),
        *once(plan.actions, "number"),
        *_counted(plan.themes, "theme"),
        *_counted(plan.measures, "measure"),
        *_file_names(plan),
        *_letters(plan),
        *_actors(plan),
        *_passages(plan),
        *_measures(plan),
        *_links(plan),
        *_answers(plan),
    ]
    if not problems:
        problems = list(_circles(plan))
    if problems:
        raise FileProblems(problems)


def _all(*lists: Iterable[Entry[Any]]) -> Iterator[Entry[Any]]:
    return chain.from_iterable(lists)


def _counted(entries: list[Any], noun: str) -> Iterator[Problem]:
    for entry in repeated(entries, lambda record: record.number):
        yield entry.problem(f"{noun} {entry.record.number} stands here twice", "number")
    numbers = {entry.record.number for entry in entries}
    for missing in sorted(set(range(1, len(numbers) + 1)) - numbers):
        yield entries[-1].problem(f"{noun} {missing} is missing: numbers run from 1 without a gap", "number")


def _file_names(plan: PlanFiles) -> Iterator[Problem]:
    for entry in plan.measures:
        if entry.source.path.stem != str(entry.record.number):
            yield entry.problem(f"this file must be named {entry.record.number}.yaml", "number")


def _letters(plan: PlanFiles) -> Iterator[Problem]:
    for entry in plan.measures:
        letters = "".join(part.letter for part in entry.record.parts)
        if letters != "abcdefghijklmnopqrstuvwxyz"[: len(letters)]:
            yield entry.problem(f"the parts are lettered “{letters}”: they must run a, b, c …", "parts")


def _actors(plan: PlanFiles) -> Iterator[Problem]:
    known = {entry.record.slug for entry in plan.actors}

    def unknown(entry: Entry[Any], slugs: list[str], *where: str | int) -> Iterator[Problem]:
        for index, slug in enumerate(slugs):
            if slug not in known:
                yield entry.problem(f"no actor “{slug}” in actors.yaml", *where, index)

    for entry in _all(plan.measures, plan.demands):
        yield from unknown(entry, entry.record.actors, "actors")
    for theme in plan.themes:
        for index, line in enumerate(theme.record.annex):
            yield from unknown(theme, line.actors, "annex", index, "actors")


def _passages(plan: PlanFiles) -> Iterator[Problem]:
    pages = {entry.record.slug: entry.record.pages for entry in plan.documents}

    def wrong(entry: Entry[Any], passage: shapes.Passage | None, *where: str | int) -> Iterator[Problem]:
        if passage is None:
            return
        if passage.document not in pages:
            yield entry.problem(f"no document “{passage.document}” in documents.yaml", *where, "document")
        elif (last := pages[passage.document]) and passage.page > last:
            yield entry.problem(f"{passage.document} has {last} pages", *where, "page")

    for entry in _all(plan.measures, plan.demands, plan.since_2016, *plan.links.values()):
        yield from wrong(entry, entry.record.passage, "passage")
    for term in plan.terms:
        yield from wrong(term, term.record.source, "source")
    for document in plan.documents:
        for index, citation in enumerate(document.record.cited_by):
            yield from wrong(document, citation, "cited_by", index)


def _measures(plan: PlanFiles) -> Iterator[Problem]:
    themes = {entry.record.number for entry in plan.themes}
    for entry in plan.measures:
        if entry.record.theme not in themes:
            yield entry.problem(f"no theme {entry.record.theme} in themes.yaml", "theme")


def _links(plan: PlanFiles) -> Iterator[Problem]:
    numbers = {entry.record.number for entry in plan.measures}
    for kind, entries in plan.links.items():
        for entry in repeated(entries, lambda link: (link.source, link.target)):
            yield entry.problem(f"{kind}: this pair stands here twice", "from")
        for entry in entries:
            link = entry.record
            if link.source == link.target:
                yield entry.problem("a measure is not linked to itself", "to")
            for end, where in ((link.source, "from"), (link.target, "to")):
                if end not in numbers:
                    yield entry.problem(f"there is no measure {end}", where)
            if link.origin == Origin.ADVICE and link.passage is None:
                yield entry.problem("a link that the advice draws needs its passage", "origin")


def _answers(plan: PlanFiles) -> Iterator[Problem]:
    actions = {entry.record.number for entry in plan.actions}
    numbers = {entry.record.number for entry in plan.measures}
    for action in plan.actions:
        if action.record.parent and action.record.parent not in actions:
            yield action.problem(f"there is no action {action.record.parent}", "parent")
    for entry in repeated(plan.answers, lambda answer: (answer.action, answer.measure)):
        yield entry.problem("this pair stands here twice", "action")
    for entry in plan.answers:
        if entry.record.action not in actions:
            yield entry.problem(f"there is no action {entry.record.action} in actions.yaml", "action")
        if entry.record.measure not in numbers:
            yield entry.problem(f"there is no measure {entry.record.measure}", "measure")


def _circles(plan: PlanFiles) -> Iterator[Problem]:
    links = [
        Link(e.record.source, e.record.target, kind, e.record.origin, e.record.confidence)
        for kind, entries in plan.links.items()
        for e in entries
    ]
    drawn = Chain({e.record.number: e.record.theme for e in plan.measures}, links)
    if circle := find_cycle(drawn):
        steps = " → ".join(map(str, [*circle, circle[0]]))
        first = next(
            e for kind in ("requires", "enables") for e in plan.links[kind] if e.record.source in circle
        )
        yield first.problem(
            f"“requires” and “enables” go round in a circle: {steps}. Remove or turn one of them"
        )
