"""The shapes of answers. Words are by language; a code is what the files and the exports call it."""

from __future__ import annotations

from typing import Annotated, Any

from ninja import Field, Schema

Words = dict[str, str]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]


def told(about: str) -> Any:
    return Field(description=about)


class FigureFamily(Schema):
    """One population that is called single-parent families somewhere."""

    slug: str
    name: Words
    meaning: Words


class FigureDefinition(Schema):
    """One way of counting an indicator."""

    slug: str
    name: Words
    kind: Annotated[str, told("count, share, rate, mean, amount or change: only counts are added up")]
    unit: Words
    unit_code: Annotated[str, told("UNIT_MEASURE of SDMX")]
    family: Annotated[FigureFamily | None, told("null: it is not about families")]
    family_cut: Annotated[str, told("the codes that make it that kind of family")]
    universe: Words | None
    child_age: Annotated[int | None, told("oldest age of a child; null: not known")]
    numerator: str | None
    denominator: str | None
    decimals: int
    direction: Annotated[str, told("up, down or none: which way is better for families")]
    threshold: Annotated[int, told("fewer than so many are hidden")]


class FigureIndicator(Schema):
    """A question that figures answer, or should."""

    slug: str
    number: int
    theme: Annotated[str, told("slug of a theme of the plan")]
    standing: Annotated[str, told("live, planned or wanted")]
    name: Words
    meaning: Words
    limits: Annotated[list[Words], told("what it cannot tell")]
    breakdowns: Annotated[list[str], told("dimensions that are wanted")]
    body: Annotated[Words, told("who has the data, or should be asked for it")]
    refresh: Words
    measures: Annotated[list[int], told("numbers of the measures that it informs")]
    definitions: list[FigureDefinition]


class FigureBreak(Schema):
    """Figures from `date` on do not compare with those before."""

    definition: str
    place: Annotated[str | None, told("null: everywhere")]
    date: Day
    kind: str
    words: Words


class FigureCode(Schema):
    """A code that its figures use."""

    dimension: str
    code: str
    name: Words


class WholeFigureIndicator(FigureIndicator):
    """An indicator with what breaks its series, and the codes that its current figures use."""

    breaks: list[FigureBreak]
    codes: list[FigureCode]


class FigureLabels(Schema):
    """Codes in words, in the language that was asked."""

    definition: str
    place: str
    unit: str
    cut: Annotated[dict[str, str], told("dimension to name of its code")]


class Observed(Schema):
    """One value that a release said."""

    indicator: str
    definition: str
    place: str
    period: Annotated[str, told("2019, 2019-Q1, 2019-01 or 2019-01-01")]
    cut: Annotated[dict[str, str], told("dimension to code; a dimension that is not there is all together")]
    value: Annotated[float | None, told("null: missing (obs_status M) or hidden (conf_status C)")]
    low: Annotated[float | None, told("of the 95 % interval")]
    high: Annotated[float | None, told("of the 95 % interval")]
    answers: Annotated[int | None, told("of a survey, unweighted")]
    decimals: Annotated[int, told("how many were printed")]
    unit: Annotated[str, told("UNIT_MEASURE of SDMX")]
    obs_status: Annotated[str, told("CL_OBS_STATUS of SDMX")]
    conf_status: Annotated[str, told("CL_CONF_STATUS of SDMX: F free, C hidden to protect persons")]
    printed: Annotated[str | None, told("what stands in the source, where it is no number as one writes it")]
    note: Annotated[str | None, told("slug of a remark")]
    source: str
    edition: str
    published: str | None
    known_since: Annotated[Day, told("the day from which it was the current figure")]
    known_until: Annotated[Day | None, told("null: it still is")]
    address: Annotated[str, told("its permanent address")]
    labels: Annotated[FigureLabels | None, told("null when no language was asked")]


class Observations(Schema):
    """One page of figures."""

    items: list[Observed]
    next: Annotated[int | None, told("`cursor` of the page that follows; null: there is none")]


class FigureSource(Schema):
    """Who says figures."""

    slug: str
    title: Words
    publisher: Words
    kind: str
    url: str
    licence: Annotated[str | None, told("null: the source does not say")]


class FigureRelease(Schema):
    """One accepted edition of a source."""

    source: str
    edition: str
    published: Annotated[str | None, told("as far as known: 2020, 2020-11 or 2020-11-19")]
    available_date: Annotated[Day, told("the day from which it counts here")]
    origin: Annotated[str, told("files or imported")]
    is_whole: Annotated[bool, told("what it does not say is gone")]
    sha256: Annotated[str | None, told("of the file that was read; null: copied, or it has hidden numbers")]
    figures: int


class FigureFinding(Schema):
    """What does not fit among current figures. Both values are told: which one is right is not known."""

    kind: Annotated[str, told("misprint, share, sum, populations, conflict or jump")]
    indicator: str
    definition: str
    source: str
    place: str
    period: str
    cut: dict[str, str]
    said: Annotated[float | None, told("null: printed as no number is")]
    computed: float
    address: Annotated[str, told("of the figure")]
