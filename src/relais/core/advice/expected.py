"""What an advice is held against, and the findings of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Noun = Literal["theme", "measure", "part", "annex", "table"]
State = Literal["same", "differs", "missing", "unexpected"]


class ExpectedMeasure(NamedTuple):
    """`letters` of its parts: "abc" or ("a", "b", "c"); `page` None is not compared."""

    theme: int
    kind: str
    letters: Sequence[str] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What the advice should hold, as decided in public.

    themes: number to (name, annex name); annex: theme to wordings in order; part_pages: "16a" to
    page; tables: place from 1 to (title, source). The last two are compared where given.
    """

    themes: Mapping[int, tuple[str, str]]
    measures: Mapping[int, ExpectedMeasure | tuple[int, str, Sequence[str], int | None]]
    annex: Mapping[int, tuple[str, ...]]
    part_pages: Mapping[str, int] = field(default_factory=dict)
    tables: Mapping[int, tuple[str, str]] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """`details` say field, expected and read; `page` and `line` are None for what was not read."""

    noun: Noun
    key: str
    state: State
    details: tuple[str, ...] = ()
    page: int | None = None
    line: int | None = None
