"""The shape of every file in `data/observatory/` and `data/indicators/`."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from relais.apps.observatory import vocabulary as v
from relais.core.figures.cube import parts_of, period_of
from relais.core.texts.schema import Definition as Meaning
from relais.core.texts.schema import Name, Sentence, Shape, Slug, Summary, Title, Url, one_of
from relais.core.texts.text import LANGUAGES


def _cut(value: str) -> str:
    parts_of(value)
    return value


def _period(value: str) -> str:
    period_of(value)
    return value


def _in_each_language(name: object) -> object:
    return dict.fromkeys(LANGUAGES, name) if isinstance(name, str) else name


def _with_value(words: Sentence) -> Sentence:
    if any("{value}" not in said for said in words.text().values()):
        raise ValueError("a reading has {value} in each language")
    return words


Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Cut = Annotated[str, AfterValidator(_cut)]
Period = Annotated[str, AfterValidator(_period)]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_period)]
ProperName = Annotated[Name, BeforeValidator(_in_each_language)]  # "Statbel", or a text
Measure = Annotated[int, Field(ge=1)]


class Unit(Shape):
    """In what a definition is counted; `sdmx` is its UNIT_MEASURE."""

    slug: Slug
    name: Name
    sdmx: str


class Family(Shape):
    """One population that is called single-parent families somewhere."""

    slug: Slug
    name: Name
    meaning: Meaning


class Code(Shape):
    """A value of a dimension."""

    code: str
    name: Name
    parent: str | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None
    elsewhere: dict[str, str] = {}


class Partition(Shape):
    """Codes that add up: to `whole`, or to all together."""

    whole: str | None = None
    parts: Annotated[list[str], Field(min_length=2)]


class Dimension(Shape):
    """A dimension with its codes, in the order in which they are shown."""

    slug: Key
    name: Name
    partitions: list[Partition] = []
    alike: list[Annotated[list[str], Field(min_length=2)]] = []
    codes: list[Code]


class Note(Shape):
    """A remark on figures."""

    slug: Slug
    words: Name


class Release(Shape):
    """One edition of a source. `read` is the day on which it was copied here."""

    edition: str
    published: Period | None = None
    read: Day
    note: str = ""


class Source(Shape):
    """Who says figures. `title` is what the publication is called, or how it is told from others of the same
    publisher; `releases` are those that were copied here.

    `producer` is whose figures they are, whoever tells them; left out where that is not told.
    """

    slug: Slug
    title: ProperName
    publisher: ProperName
    producer: Slug | None = None
    kind: Annotated[str, one_of(v.SourceKind)]
    url: Url
    licence: str | None = None
    releases: list[Release] = []


class Definition(Shape):
    """One way of counting an indicator. `family` null: not about families; `child_age` null: unknown."""

    slug: Key
    name: Title
    kind: Annotated[str, one_of(v.Kind)]
    unit: Slug
    family: Slug | None = None
    family_cut: Cut = ""
    universe: Sentence | None = None
    child_age: int | None = None
    numerator: Key | None = None
    denominator: Key | None = None
    share_of: Key | None = None
    decimals: Annotated[int, Field(ge=0, le=6)] = 0
    direction: Annotated[str, one_of(v.Direction)] = v.Direction.NONE.value
    threshold: Annotated[int, Field(ge=3)] = 5
    sensitive: bool = False


class BreakMark(Shape):
    """Figures from `date` on do not compare with those before."""

    definition: Key
    place: str | None = None
    date: Day
    kind: Annotated[str, one_of(v.Break)]
    words: Sentence


class Indicator(Shape):
    """A question that figures answer. `body` is who has the data, or should be asked for it; `ask` names them
    one by one, as producers of coverage.yaml.

    `every_months` is how many pass between two editions, `month` the one in which they come out, as `refresh`
    says in words; left out where that is not known.
    """

    number: Annotated[int, Field(ge=1)]
    theme: Slug
    standing: Annotated[str, one_of(v.Standing)]
    name: Title
    meaning: Summary
    limits: list[Sentence] = []
    breakdowns: list[Key] = []
    body: Name
    ask: list[Slug] = []
    refresh: Name
    every_months: Annotated[int, Field(ge=1)] | None = None
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    measures: list[Measure]
    definitions: list[Definition] = []
    breaks: list[BreakMark] = []


class Coverage(Shape):
    """What one producer’s figures can be cut by, in a year: parameter to answer."""

    producer: Slug
    name: Name
    year: int
    url: Url | None = None
    note: Sentence | None = None
    parameters: dict[Annotated[str, one_of(v.Parameter)], Annotated[str, one_of(v.Cuttable)]]


class Highlight(Shape):
    """A figure of the home page, with one plain sentence; `{value}` in it is the newest value."""

    definition: Key
    place: str
    cut: Cut = ""
    reading: Annotated[Sentence, AfterValidator(_with_value)]
