"""The nouns of an advice, as printed: nothing here is ours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from relais.core.advice.misprints import Misprint

Kind = Literal["priority", "recommendation"]


@dataclass(frozen=True, slots=True)
class Part:
    """A lettered part of a measure: 16a."""

    letter: str
    text: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Measure:
    """One numbered measure; when it has parts, `text` is what stands before the first."""

    number: int
    theme: int
    kind: Kind
    text: str
    parts: tuple[Part, ...]
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Theme:
    """A heading of the body and the one that answers it in the annex; `measures` are numbers."""

    number: int
    name: str
    annex_name: str
    measures: tuple[int, ...]
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One dash of the annex: it may name several actors."""

    wording: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class AnnexTheme:
    """The actors proposed for a theme; none is a fact too."""

    theme: int
    name: str
    actors: tuple[Entry, ...]
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures, its cells as printed: the first row is its head, all rows are as long."""

    title: str
    source: str
    rows: tuple[tuple[str, ...], ...]
    page: int
    line: int
    misprints: tuple[Misprint, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """A whole advice, in the order of the document."""

    themes: tuple[Theme, ...]
    measures: tuple[Measure, ...]
    annex: tuple[AnnexTheme, ...]
    tables: tuple[Table, ...]
