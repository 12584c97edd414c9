"""The shape of every file in `data/coordination/`; what docs/reference/coordination-data.md says in words."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from relais.apps.coordination import vocabulary as v
from relais.apps.plan.shapes import MeasureNumber, PartialDate
from relais.core.texts.schema import Name, Shape, Slug, Summary, Url, one_of

Whole = Annotated[int, Field(ge=0)]  # EUR, or a count
Day = Annotated[str, Field(pattern=r"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$")]


def _names_its_number(name: Name) -> Name:
    for language, words in name:
        if "{number}" not in words:
            raise ValueError(f"must say {{number}} in {language}, where the number of the action stands")
    return name


class Source(Shape):
    """A public page, named once; every other file says its slug."""

    slug: Slug
    publisher: str
    date: PartialDate | None
    url: Url


class Organisation(Shape):
    """Without a name of its own it is the actor of the same slug, and has the name of that actor."""

    slug: Slug
    name: Name | None = None
    url: Url | None = None
    source: Slug


class Mandate(Shape):
    organisation: Slug
    actor: Slug


class Decision(Shape):
    value: Annotated[str, one_of(v.Decision)]
    date: Day
    source: Slug


class Phase(Shape):
    value: Annotated[str, one_of(v.Phase)]
    source: Slug


class When(Shape):
    """A date as far as its source gives it."""

    date: PartialDate
    source: Slug


class Owner(Shape):
    organisation: Slug
    role: Annotated[str, one_of(v.OwnerRole)]
    source: Slug


class Budget(Shape):
    """Money of one year. An amount whose source gives no year is told as a fact."""

    year: Annotated[int, Field(ge=1990, le=2100)]
    planned: Whole | None = None
    committed: Whole | None = None
    paid: Whole | None = None
    source: Slug


class Result(Shape):
    """What was counted, against what was aimed at."""

    indicator: Annotated[str, Field(min_length=3, max_length=200)]
    target: Whole | None = None
    value: Whole
    date: PartialDate
    source: Slug


class Absorption(Shape):
    into: Name
    since: PartialDate | None = None
    reason: Summary | None = None
    source: Slug


class Fact(Shape):
    words: Summary
    date: PartialDate | None = None
    source: Slug


class Gap(Shape):
    """A figure or a text that is missing."""

    wanted: Summary
    source: Slug


class MeasureGap(Gap):
    measure: MeasureNumber


class Known(Shape):
    """What public sources tell. What no source tells is absent."""

    decision: Decision | None = None
    phase: Phase | None = None
    start: When | None = None
    due: When | None = None
    finished: When | None = None
    owners: list[Owner] = []
    budgets: list[Budget] = []
    result: Result | None = None
    absorbed: list[Absorption] = []
    facts: list[Fact] = []
    gaps: list[Gap] = []


class KnownAction(Known):
    number: Annotated[str, Field(pattern=r"^\d+(?:\.\d+)?$")]


class Execution(Shape):
    """What became of an earlier plan. `decision` is that of every action that has none of its own."""

    plan: Slug
    decision: Decision
    untitled: Annotated[Name, AfterValidator(_names_its_number)]
    whole: Known
    actions: list[KnownAction]
