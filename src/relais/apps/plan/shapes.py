"""The shape of every file in `data/plan/`; what docs/reference/plan-data.md says in words."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field

from relais.apps.plan import vocabulary as v
from relais.core.texts.schema import (
    Definition,
    Name,
    Printed,
    Sentence,
    Shape,
    Slug,
    Summary,
    Title,
    Url,
    one_of,
)


def _distinct(values: list[str]) -> list[str]:
    if len(set(values)) != len(values):
        raise ValueError("names the same thing twice")
    return values


def _as_words(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


MeasureNumber = Annotated[int, Field(ge=1)]
ThemeNumber = Annotated[int, Field(ge=1)]
Page = Annotated[int, Field(ge=1)]
Letter = Annotated[str, Field(pattern=r"^[a-z]$")]
PartialDate = Annotated[
    str,
    BeforeValidator(_as_words),
    Field(pattern=r"^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$"),
]
Slugs = Annotated[list[Slug], AfterValidator(_distinct)]
Levels = Annotated[list[Annotated[str, one_of(v.Level)]], Field(min_length=1), AfterValidator(_distinct)]


class Passage(Shape):
    """Where a document says something."""

    document: Slug
    page: Page
    section: str | None = None
    letter: Letter | None = None
    footnote: int | None = None


class Part(Shape):
    letter: Letter
    title: Title
    summary: Summary
    page: Page


class Measure(Shape):
    number: MeasureNumber
    theme: ThemeNumber
    kind: Annotated[str, one_of(v.MeasureKind)]
    title: Title
    summary: Summary
    parts: list[Part] = []
    passage: Passage
    levels: Levels
    means: Annotated[list[Annotated[str, one_of(v.Means)]], Field(min_length=1), AfterValidator(_distinct)]
    actors: Slugs


class AnnexEntry(Shape):
    wording: Annotated[str, Field(min_length=2)]
    page: Page
    actors: Annotated[Slugs, Field(min_length=1)]


class Theme(Shape):
    number: ThemeNumber
    slug: Slug
    name: Name
    annex_name: Printed
    summary: Summary
    annex: list[AnnexEntry]


class Later(Shape):
    kind: Annotated[str, one_of(v.LaterKind)]
    name: Annotated[str, Field(min_length=2)]
    since: PartialDate | None = None
    source: Url | None = None


class Actor(Shape):
    slug: Slug
    name: Name
    acronym: str | None = None
    kind: Annotated[str, one_of(v.ActorKind)]
    level: Annotated[str, one_of(v.ActorLevel)]
    generic: bool = False
    url: Url | None = None
    later: list[Later] = []
    note: Definition | None = None


class Link(Shape):
    source: Annotated[MeasureNumber, Field(alias="from")]
    target: Annotated[MeasureNumber, Field(alias="to")]
    origin: Annotated[str, one_of(v.Origin)]
    confidence: Annotated[str, one_of(v.Confidence)]
    passage: Passage | None = None
    reason: Sentence


class Document(Shape):
    slug: Slug
    number: str | None = None
    kind: Annotated[str, one_of(v.DocumentKind)]
    title: Name
    publisher: str | None = None
    date: PartialDate | None = None
    pages: Page | None = None
    url: Url | None = None
    known: Annotated[str, one_of(v.Known)]
    note: Definition | None = None
    cited_by: list[Passage] = []


class Demand(Shape):
    slug: Slug
    title: Title
    summary: Summary
    actors: Slugs
    levels: Levels
    passage: Passage


class Since2016(Shape):
    slug: Slug
    outcome: Annotated[str, one_of(v.Aftermath)]
    date: PartialDate | None = None
    title: Title
    summary: Summary
    passage: Passage


class EarlierAction(Shape):
    number: Annotated[str, Field(pattern=r"^\d+(?:\.\d+)?$")]
    parent: str | None = None
    axis: Printed | None = None
    title: Printed | None = None
    lead: str | None = None
    source: Url | None = None


class Answer(Shape):
    action: str
    measure: MeasureNumber
    kind: Annotated[str, one_of(v.AnswerKind)]
    reason: Sentence


class Term(Shape):
    slug: Slug
    term: Name
    definition: Definition
    source: Passage | None = None
    url: Url | None = None
