"""The days on which what a family is entitled to will change by themselves: what changes, and by how much."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from relais.core.rights.about import About
from relais.core.rights.changing.clock import Moved, is_same, started
from relais.core.rights.changing.comparing import Difference, Kind, compared
from relais.core.rights.engine import Of, Result
from relais.core.rights.family import Family
from relais.core.rights.inputs import Input
from relais.core.rights.laws import TODAY, Known, Law, Node
from relais.core.rights.outcomes import Outcome, names_of, outcome
from relais.core.rights.periods import Laws


@dataclass(frozen=True, slots=True)
class Because:
    """What the day itself changed, and what the rights that change use: “age of child 1: 11, then 12”."""

    name: str
    of: Of
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which something changes. `law_turns`: the law itself, or what is known of it, differs too."""

    date: dt.date
    differences: tuple[Difference, ...]
    because: tuple[Because, ...]
    law_turns: bool


def coming(
    laws: Laws, rights: Mapping[str, About], family: Family, since: dt.date, days: Sequence[dt.date], *,
    use_last: bool = False,
) -> Iterator[Turn]:  # fmt: skip
    """Every one of `days`, in order, on which an outcome of `rights` differs from that of the day before it
    in `days`; `family` is as it was told on `since`.

    With every day in `days` it is exact to the day; with fewer, to the days that are given.
    """
    law = laws.on(since)
    named = {right: names_of(law, right, about) for right, about in rights.items()}
    clock = started(law, family, since, [n for names in named.values() for n in names], use_last=use_last)
    outcomes = {right: outcome(right, about, clock.result) for right, about in rights.items()}
    for day in days:
        turns = [each for each in laws.changes if law.date < each <= day]
        law = laws.on(day)
        before = clock.result
        if turns:
            named = {right: names_of(law, right, about) for right, about in rights.items()}
            asked = [n for names in named.values() for n in names]
            clock = started(law, family, since, asked, use_last=use_last)
            moved, touched = _moved(before, clock.result), list(rights)
        else:
            moved = clock.move(law)
            names = {name for name, *_ in moved}
            touched = [right for right, each in named.items() if not names.isdisjoint(each)]
        found = {right: outcome(right, rights[right], clock.result) for right in touched}
        differences = _differences(outcomes, found)
        if differences:
            used = law.needed_for([each for d in differences for each in named[d.after.right]])
            yield Turn(
                day, tuple(differences), tuple(_because(used, moved)),
                bool(turns) and any(_is_other(before.law, node) for node in used),
            )  # fmt: skip
        outcomes |= found


def _differences(before: Mapping[str, Outcome], after: Mapping[str, Outcome]) -> list[Difference]:
    every = compared([before[right] for right in after], after.values())
    return [each for each in every if each.kind != Kind.SAME]


def _moved(before: Result, after: Result) -> list[Moved]:
    both = [key for key in after.values if key in before.values and key[0] != TODAY]
    every = [(*key, before.values[key], after.values[key]) for key in both]
    return [each for each in every if not is_same(each[2], each[3])]


def _because(used: Sequence[Node], moved: Sequence[Moved]) -> Iterator[Because]:
    """Of what moved, what itself asks for the day and is used by what changed."""
    nodes = {node.name: node for node in used}
    for name, of, before, after in moved:
        node = nodes.get(name)
        if node and (TODAY in node.needs or isinstance(node.what, Input)):
            yield Because(name, of, before, after)


def _is_other(law: Law, node: Node) -> bool:
    """Whether a rule or an amount was another one, or not there, under an earlier law."""
    was = law.nodes.get(node.name)
    if was is None or node.name == TODAY:
        return was is None
    if isinstance(node.what, Known) and isinstance(was.what, Known):
        return node.what.amount != was.what.amount
    return node.what != was.what


def every_day(since: dt.date, until: dt.date) -> list[dt.date]:
    """The days after `since`, up to and including `until`."""
    return [since + dt.timedelta(days=n) for n in range(1, (until - since).days + 1)]
