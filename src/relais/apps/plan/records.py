"""The plan as plain data: what the exports and the API say of each noun, under the names of data/plan."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12


class Words(TypedDict, total=False):
    """The same words in the languages in which they exist. A language that is absent is not known."""

    nl: Annotated[str, Field(examples=["Mainstreaming"])]
    fr: str
    en: str


class Passage(TypedDict):
    """Where a document says something."""

    document: Annotated[str, Field(examples=["advice-2020"])]
    page: Annotated[int, Field(description="page of the PDF, from 1", examples=[9])]


class DemandPassage(Passage):
    section: str | None


class Citation(Passage):
    """A document that cites this one, and where."""

    footnote: int | None


class Misprint(TypedDict):
    """A figure as printed, and as the percentages beside it prove that it is meant; null where none does."""

    printed: str
    read_as: str | None


class Statistic(TypedDict):
    """A table of figures, cell by cell as printed; `misprints` tell which of them cannot be right."""

    title: str
    source: str
    rows: list[list[str]]
    misprints: list[Misprint]
    page: int


class Document(TypedDict):
    """A text that the plan rests on."""

    slug: Annotated[str, Field(examples=["advice-2020"])]
    number: str | None
    kind: Annotated[str, Field(examples=["advice"])]
    title: Words
    publisher: str | None
    date: Annotated[
        str | None, Field(description="year, month or day, as far as known", examples=["2020-11"])
    ]
    pages: int | None
    url: str | None
    known: Annotated[str, Field(description="whole, part, or reference: only that it exists")]
    note: Words | None
    cited_by: list[Citation]
    statistics: Annotated[list[Statistic], Field(description="as read from the document by an import")]


class AnnexEntry(TypedDict):
    """One line of annex 1, in its own words; it may name several actors."""

    wording: Annotated[str, Field(description="official wording, in Dutch")]
    page: int
    actors: Annotated[list[str], Field(examples=[["actiris"]])]


class Theme(TypedDict):
    """One of the chapters of the advice."""

    number: Annotated[int, Field(examples=[1])]
    slug: Annotated[str, Field(examples=["mainstreaming"])]
    name: Words
    annex_name: Annotated[Words, Field(description="the name in annex 1, official")]
    summary: Words
    actors: Annotated[list[str], Field(description="all that annex 1 names, in its order, each once")]
    annex: list[AnnexEntry]


class Part(TypedDict):
    """A lettered part of a measure."""

    letter: Annotated[str, Field(examples=["a"])]
    title: Words
    summary: Words
    page: int


class Measure(TypedDict):
    """One numbered thing that the advice asks for. Title and summary are ours, not the advice's own words."""

    number: Annotated[int, Field(examples=[16])]
    theme: Annotated[int, Field(description="number of its theme", examples=[5])]
    kind: Annotated[str, Field(description="priority or recommendation", examples=["priority"])]
    parts: Annotated[list[str], Field(description="letters of its parts", examples=[["a", "b", "c"]])]
    title: Words
    summary: Words
    levels: Annotated[list[str], Field(description="who can act, most involved first", examples=[["region"]])]
    means: Annotated[
        list[str], Field(description="what it asks for, main one first", examples=[["training"]])
    ]
    actors: Annotated[list[str], Field(description="named by the measure itself", examples=[["actiris"]])]
    passage: Passage
    part_details: list[Part]
    official: Annotated[
        dict[str, dict[str, str]],
        Field(description='the advice\'s own words by language, then by letter ("" is the measure); '
              "empty when none was imported"),
    ]  # fmt: skip


class LaterName(TypedDict):
    """What became of an actor after the advice."""

    kind: Annotated[str, Field(description="renamed, merged or brand", examples=["merged"])]
    name: str
    since: str | None
    source: str | None


class Actor(TypedDict):
    """A body or a group that the advice names."""

    slug: Annotated[str, Field(examples=["actiris"])]
    name: Words
    acronym: str | None
    kind: Annotated[str, Field(examples=["public-body"])]
    level: Annotated[str, Field(examples=["region"])]
    generic: Annotated[bool, Field(description='a group without a single address, as "all public bodies"')]
    url: str | None
    later: list[LaterName]
    note: Words | None


LinkEnds = TypedDict(
    "LinkEnds",
    {
        "from": Annotated[int, Field(description="number of the measure that …", examples=[12])],
        "to": Annotated[int, Field(description="… bears on this measure", examples=[5])],
        "kind": Annotated[str, Field(examples=["requires"])],
        "origin": Annotated[
            str, Field(description="advice: it says so itself; or editorial", examples=["advice"])
        ],
        "confidence": Annotated[str, Field(description="high, medium or low", examples=["high"])],
    },
)


class Link(LinkEnds):
    """How one measure bears on another, and why."""

    reason: Words
    passage: Annotated[Passage | None, Field(description="always known when the origin is the advice")]


class Demand(TypedDict):
    """Something the advice asks outside its numbered measures."""

    slug: str
    title: Words
    summary: Words
    actors: list[str]
    levels: list[str]
    passage: DemandPassage


class Since2016(TypedDict):
    """What the advice itself says came of the proposals of 2016, in our words."""

    slug: str
    outcome: Annotated[str, Field(description="happened, carried-over or did-not-happen")]
    date: str | None
    title: Words
    summary: Words
    passage: DemandPassage


class EarlierAction(TypedDict):
    """An action of the 2021 plan; a title that was not found is null."""

    number: Annotated[str, Field(examples=["1.2"])]
    parent: str | None
    axis: Words | None
    title: Words | None
    lead: str | None
    source: str | None


class Answer(TypedDict):
    """Editorial: an action of the 2021 plan answers a measure, whole or in part."""

    action: Annotated[str, Field(examples=["1"])]
    measure: Annotated[int, Field(examples=[8])]
    kind: Annotated[str, Field(examples=["answers-in-part"])]
    reason: Words


class EarlierPlan(TypedDict):
    actions: list[EarlierAction]
    answers: list[Answer]


class Term(TypedDict):
    """A word of the glossary."""

    slug: str
    term: Words
    definition: Words
    source: Passage | None
    url: str | None


class Plan(TypedDict):
    """All of it."""

    documents: list[Document]
    themes: list[Theme]
    measures: list[Measure]
    actors: list[Actor]
    links: list[Link]
    demands: list[Demand]
    since_2016: list[Since2016]
    plan_2021: EarlierPlan
    glossary: list[Term]
