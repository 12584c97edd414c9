"""Cases of the law: a family, a day, and what the law gives it, with where that was printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relais.core.rights.family import Family
from relais.core.rights.parameters import TAGS
from relais.core.rights.reading import Record
from relais.core.texts.yaml import read_yaml


@dataclass(frozen=True, slots=True)
class Case:
    """`expected`: bare name of a rule or total to its value, or to a value of each person named."""

    name: str
    source: str
    tag: str
    date: dt.date
    family: Family
    expected: Mapping[str, Any]


def read_cases(path: Path) -> list[Case]:
    """Every case of a right. Raises FileProblems with the line."""
    if not path.exists():
        return []
    source = read_yaml(path)
    return [_case(Record(source, (n,), value)) for n, value in enumerate(source.value)]


def _case(record: Record) -> Case:
    record.only("name", "source", "tag", "date", "persons", "household", "expect")
    family = Family(record.get("persons", dict), record.get("household", dict, {}))
    return Case(
        record.get("name", str), record.get("source", str), record.one_of("tag", TAGS), record.date("date"),
        family, record.get("expect", dict),
    )  # fmt: skip
