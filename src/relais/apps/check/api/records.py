"""Rights as plain data: what the API says of each noun, under the names of the catalogue's files."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from relais.apps.plan.records import Words
from relais.core.rights.about import LEVELS, WAYS
from relais.core.rights.inputs import KINDS
from relais.core.rights.law import Entity
from relais.core.rights.outcomes import State
from relais.core.rights.parameters import TAGS
from relais.core.rights.units import UNITS

Day = Annotated[str, Field(description="a day", examples=["2025-02-01"])]
LastDay = Annotated[
    str | None, Field(description="the last day of which it is known; null: it holds until the law changes")
]
Unit = Annotated[str, Field(description=", ".join(UNITS), examples=["EUR/month"])]
RightName = Annotated[str, Field(description="name of a right", examples=["child_benefit"])]
Tag = Annotated[
    str,
    Field(
        description=f"how well it is known: {', '.join(TAGS)} (the law, an administration, a body that "
        "pays, a secondary source, a third party, derived by us)",
        examples=["ADM"],
    ),
]


class Right(TypedDict):
    """A right in words. `verdict` and `amount` name the rules that say whether and how much."""

    name: RightName
    title: Words
    explanation: Words
    level: Annotated[str, Field(description=", ".join(LEVELS), examples=["ggc-cocom"])]
    body: Annotated[Words, Field(description="who grants it")]
    way: Annotated[str, Field(description=", ".join(WAYS), examples=["both"])]
    how: Annotated[Words, Field(description="how to ask for it")]
    where: Words
    by_when: Words | None
    documents: Annotated[list[Words], Field(description="what to bring")]
    not_modelled: Annotated[list[Words], Field(description="what is not computed")]
    measures: Annotated[list[int], Field(description="measures of the advice that touch it", examples=[[92]])]
    verdict: Annotated[str | None, Field(description="null: no yes or no is computed")]
    amount: Annotated[str | None, Field(description="null: no amount is computed")]
    unit: Annotated[str | None, Field(description="of the amount")]
    known_to: Annotated[
        str | None,
        Field(description="last day of which all its amounts are known; null: until changed"),
    ]
    sources: list[str]


class Rule(TypedDict):
    """A rule as it is in force between two days, both included; null is without limit."""

    name: Annotated[str, Field(examples=["social_supplement"])]
    label: Words
    about: Annotated[str, Field(description="what it says in a line, in English")]
    article: Annotated[str | None, Field(description="null: a help for other rules, no article of a law")]
    entity: Annotated[str, Field(description=", ".join(Entity))]
    unit: Unit
    start: str | None
    end: str | None
    needs: Annotated[list[str], Field(description="what it depends on, as the law writes it")]


class Input(TypedDict):
    """Something that must be known of a person or of the household."""

    name: Annotated[str, Field(description="as a household has it", examples=["lives_in_brussels"])]
    entity: Annotated[str, Field(description=", ".join(Entity))]
    kind: Annotated[str, Field(description=", ".join(KINDS))]
    unit: Unit
    label: Words
    question: Words
    help: Words | None
    lowest: float | None
    highest: float | None
    options: Annotated[dict[str, Words], Field(description="of a choice: key to words")]


class Cell(TypedDict):
    """One number of a table. `begins` says of each dimension where its band begins."""

    begins: Annotated[dict[str, int], Field(examples=[{"children": 2, "age": 12}])]
    value: float | str


class Amount(TypedDict):
    """What a parameter is on all days from `since` to `known_to`. Where it is a table, `value` is null."""

    since: Day
    known_to: LastDay
    value: float | str | None
    cells: list[Cell]
    tag: Tag
    source: Annotated[str, Field(description="where it was read")]


class Parameter(TypedDict):
    """An amount of the law through time. `gaps` are days from which none was found, until the next amount."""

    right: RightName
    name: Annotated[str, Field(examples=["ceiling_1"])]
    label: Words
    unit: Unit
    by: Annotated[list[str], Field(description="dimensions of its table; none: it is one number")]
    amounts: list[Amount]
    gaps: list[str]


class WholeRight(Right):
    """A right with its rules, what it asks, and its amounts through time."""

    rules: list[Rule]
    inputs: Annotated[list[Input], Field(description="its own; those of `family` are in the JSON Schema")]
    parameters: list[Parameter]


class Need(TypedDict):
    """An answer that would tell more."""

    input: Annotated[str, Field(description="full name", examples=["family.income"])]
    person: Annotated[str | None, Field(description="null: asked of the household")]
    label: str


class Reference(TypedDict):
    """One of `steps`."""

    name: Annotated[str, Field(examples=["child_benefit.monthly"])]
    person: str | None


class Outcome(TypedDict):
    """One right for this household. `amount` null is not known, which is not 0.

    Without an amount, `known_to` is the day to which an amount of the law was known; with one, amounts of
    that day or earlier were used in place of later ones.
    """

    right: RightName
    title: str
    state: Annotated[str, Field(description=", ".join(State), examples=["entitled"])]
    persons: Annotated[list[str], Field(description="whom it is for, where it is a right of persons")]
    amount: float | None
    unit: str | None
    in_words: str | None
    known_to: str | None
    needs: list[Need]
    because: Annotated[list[Reference], Field(description="with `explain`: the steps that it begins with")]


class Condition(TypedDict):
    """An elementary condition of a rule: as the law writes it, in words, and whether it holds."""

    written: str
    in_words: str
    holds: bool


class Source(TypedDict):
    """Where an amount of the law was read. `is_known`: it was seen to hold on the day that was asked."""

    since: str
    known_to: LastDay
    is_known: bool
    tag: Tag
    source: str


class Step(TypedDict):
    """A value and why: the rule that gave it, its conditions, the values that it used, in `steps` as well."""

    name: Annotated[str, Field(examples=["child_benefit.monthly"])]
    person: str | None
    label: str
    value: Annotated[float | bool | str | None, Field(description="null: not known")]
    unit: str
    in_words: str
    article: str | None
    conditions: list[Condition]
    because: list[Reference]
    parameter: Annotated[Source | None, Field(description="where the value is an amount of the law")]


class Evaluated(TypedDict):
    """What the law of a day gives a household. Information, not a decision: the body that grants decides."""

    date: Day
    use_last: bool
    language: str
    outcomes: list[Outcome]
    steps: Annotated[list[Step], Field(description="with `explain`: every value once, results first")]
