"""A household written down in JSON or YAML: who is in it, what is known, which day, and what is asked."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relais.apps.check import catalogue
from relais.core.rights.family import Family
from relais.core.rights.inputs import Input
from relais.core.rights.law import HOUSEHOLD, PERSON
from relais.core.rights.laws import Law
from relais.core.rights.problems import WrongInput
from relais.core.texts.yaml import read_yaml

KEYS = ("date", "persons", "household", "ask")
DIALECT = "https://json-schema.org/draft/2020-12/schema"
LARGEST = 100  # persons: no household has more


@dataclass(frozen=True, slots=True)
class HouseholdFile:
    """What a file says. `ask` are names of rights; all of them where it names none."""

    date: dt.date
    family: Family
    ask: tuple[str, ...]


def read_household(path: Path) -> HouseholdFile:
    """Raises FileProblems for what is no YAML or JSON, and WrongInput for what cannot be."""
    return household_of(read_yaml(path).value)


def household_of(told: Any) -> HouseholdFile:
    """A household as a program tells it. Raises WrongInput."""
    if not isinstance(told, dict):
        raise WrongInput(f"a household is a mapping with {', '.join(KEYS)}")
    for key in told:
        if key not in KEYS:
            raise WrongInput(f"{key}: is not known here; known are {', '.join(KEYS)}")
    return HouseholdFile(_date(told.get("date")), _family(told), _asked(told.get("ask", [])))


def _date(told: Any) -> dt.date:
    try:
        return dt.date.fromisoformat(told)
    except (TypeError, ValueError):
        raise WrongInput(f"date: {told!r} is no day, write it as 2025-02-01") from None


def _family(told: Mapping[str, Any]) -> Family:
    persons, household = told.get("persons", []), told.get("household", {})
    if not isinstance(persons, list) or not all(isinstance(person, dict) for person in persons):
        raise WrongInput("persons: is a list, and each person in it a mapping with an id")
    if not isinstance(household, dict):
        raise WrongInput("household: is a mapping of inputs to answers")
    if len(persons) > LARGEST:
        raise WrongInput(f"persons: {len(persons)} are too many, at most {LARGEST}")
    named: dict[str, Mapping[str, Any]] = {}
    for n, person in enumerate(persons):
        name = person.get("id")
        if not isinstance(name, str) or not name or name in named or not name.isprintable():
            raise WrongInput(f"persons, number {n + 1}: needs an id of its own")
        named[name] = {key: value for key, value in person.items() if key != "id"}
    return Family(named, household)


def _asked(told: Any) -> tuple[str, ...]:
    known = catalogue.rights()
    if not isinstance(told, list):
        raise WrongInput("ask: is a list of names of rights")
    for name in told:
        if not isinstance(name, str) or name not in known:
            raise WrongInput(f"ask: there is no right “{name}”; there are {', '.join(known)}")
    return tuple(told) or tuple(known)


def schema(law: Law) -> dict[str, Any]:
    """The JSON Schema of a household file, for the inputs of `law`."""
    short = {name: node.what for name, node in law.inputs.items() if "." not in name}
    shapes = {
        name: (asked.entity, _shape(asked)) for name, asked in short.items() if isinstance(asked, Input)
    }
    persons = {name: shape for name, (entity, shape) in shapes.items() if entity == PERSON}
    household = {name: shape for name, (entity, shape) in shapes.items() if entity == HOUSEHOLD}
    person = _only({"id": {"type": "string", "minLength": 1}, **persons}, "id")
    properties = {
        "date": {"type": "string", "format": "date"},
        "persons": {"type": "array", "maxItems": LARGEST, "items": person},
        "household": _only(household),
        "ask": {"type": "array", "items": {"enum": list(catalogue.rights())}},
    }
    return {"$schema": DIALECT, "title": "Household", **_only(properties, "date", "persons")}


def _only(properties: Mapping[str, Any], *required: str) -> dict[str, Any]:
    """An object with these properties and no other."""
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


def _shape(asked: Input) -> dict[str, Any]:
    about: dict[str, Any] = {
        "title": asked.label.said("en").words,
        "description": asked.question.said("en").words,
    }
    match asked.kind:
        case "yes-no":
            return about | {"type": "boolean"}
        case "date":
            return about | {"type": "string", "format": "date"}
        case "choice":
            return about | {"enum": list(asked.options)}
    limits = {"minimum": asked.lowest, "maximum": asked.highest}
    return about | {"type": "number", **{key: limit for key, limit in limits.items() if limit is not None}}


def written(shape: Mapping[str, Any]) -> str:
    """As a file."""
    return json.dumps(shape, indent=2, ensure_ascii=False) + "\n"
