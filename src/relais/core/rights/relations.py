"""Answers that cannot be beside each other, though each can be alone: a child older than its parent."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from relais.core.rights.engine import Result
from relais.core.rights.family import PLACE
from relais.core.rights.inputs import Input
from relais.core.rights.laws import Law
from relais.core.rights.problems import WrongInput


def refuse_contradictions(result: Result) -> None:
    """Raises WrongInput: the input, the two persons and the remedy. Of what `result` was computed with."""
    for name, place, other_place in _relations(result.law):
        for person, answer in _answers(result, name, place):
            for other, earlier in _answers(result, name, other_place):
                if answer < earlier:
                    said = f"{name.partition('.')[2]} of {person}: {_day(answer)} is before {_day(earlier)}"
                    why = f"of a {place} it cannot be before that of a {other_place}"
                    raise WrongInput(f"{said} of {other}; {why}: correct one of the two")


@lru_cache(maxsize=64)
def _relations(law: Law) -> list[tuple[str, str, str]]:
    """An input, a place in the family, and the place before whose answer it cannot be."""
    asked = ((node.name, node.what) for node in law.nodes.values())
    return [(n, *pair) for n, what in asked if isinstance(what, Input) for pair in what.not_before.items()]


def _answers(result: Result, name: str, place: str) -> Iterator[tuple[str, int]]:
    """What those who have a place in the family answered, as far as it is known."""
    for person in result.persons:
        is_there, answer = result.values.get((PLACE, person)), result.values.get((name, person))
        if isinstance(is_there, str) and is_there == place and isinstance(answer, int):
            yield person, answer


def _day(day: int) -> str:
    return f"{day // 10000}-{day // 100 % 100:02}-{day % 100:02}"
