"""One household as it was told: persons with what is known of each, and what is known of all together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from relais.core.rights.book import SHARED
from relais.core.rights.law import HOUSEHOLD, PERSON
from relais.core.rights.laws import Law
from relais.core.rights.problems import WrongInput

PLACE = f"{SHARED}.role"  # the input that says which place someone has in the family


@dataclass(frozen=True)
class Family:
    """Person to input to answer, and input to answer of the household. What is not in it is not known."""

    persons: Mapping[str, Mapping[str, Any]]
    household: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Answers:
    """A family's answers as rules compute with them, by the full name of the input."""

    persons: tuple[str, ...]
    of_persons: Mapping[str, Mapping[str, Any]]
    of_household: Mapping[str, Any]


def answers(law: Law, family: Family) -> Answers:
    """Every answer read and verified. Raises WrongInput: of whom, which input, and what to do."""
    inputs = law.inputs
    of_persons: dict[str, dict[str, Any]] = {}
    of_household: dict[str, Any] = {}
    for person, told in family.persons.items():
        for name, given in told.items():
            node = _input(inputs, name, person)
            if node.entity != PERSON:
                raise WrongInput(f"{name} of {person}: it is asked of the household, not of a person")
            of_persons.setdefault(node.name, {})[person] = node.what.read(given, person)
    for name, given in family.household.items():
        node = _input(inputs, name, "the household")
        if node.entity != HOUSEHOLD:
            raise WrongInput(f"{name}: it is asked of each person, not of the household")
        of_household[node.name] = node.what.read(given, "the household")
    return Answers(tuple(family.persons), of_persons, of_household)


def _input(inputs: Mapping[str, Any], name: str, of: str) -> Any:
    """The input that is called so, in full or, where only one is, by its bare name."""
    found = inputs.get(name)
    if found is None:
        near = get_close_matches(name, inputs, 1, 0.5)
        hint = f"did you mean “{near[0]}”?" if near else f"known are {', '.join(sorted(inputs)[:8])}, …"
        raise WrongInput(f"{name} of {of}: there is no such input; {hint}")
    return found
