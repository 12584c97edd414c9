"""Actions as plain data: what the API and the freezes say of them, under the same names."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12

from relais.apps.coordination import vocabulary as v
from relais.apps.plan.records import Words

Day = Annotated[str | None, Field(description="ISO 8601; null: not known", examples=["2026-06-30"])]
Place = Annotated[int, Field(description="its place among those of the action", examples=[1])]
Code = Annotated[str, Field(examples=["a-12"])]
Slug = Annotated[str, Field(description="slug of an organisation", examples=["actiris"])]


def _one_of(values: list[str]) -> str:
    return ", ".join(values)


class Action(TypedDict):
    """What someone does in answer to measures. Null is not known, as is “unknown” where a list has it."""

    code: Code
    title: Words
    description: Words | None
    original_language: Annotated[str, Field(description="in which it was written", examples=["nl"])]
    origin: Annotated[str, Field(description=_one_of(v.Origin.values), examples=["declared"])]
    is_fictional: Annotated[bool, Field(description="shows how Relais works; nobody does it")]
    parent: Annotated[str | None, Field(description="code of the action that it is a part of")]
    level: Annotated[str | None, Field(description="level of power", examples=["region"])]
    targets: Annotated[list[str], Field(description=_one_of(v.Target.values), examples=[["all"]])]
    contact_point: Annotated[str | None, Field(description="a service, never a private person")]
    start_date: Day
    due_date: Day
    finished_date: Day
    decision: Annotated[str, Field(description=_one_of(v.Decision.values), examples=["adopted"])]
    decision_date: Day
    decision_source: str | None
    phase: Annotated[str, Field(description=_one_of(v.Phase.values), examples=["running"])]
    completion_by_hand: Annotated[
        int | None, Field(description="of every 100 parts of the work; an estimate")
    ]
    completion_reason: Annotated[str | None, Field(description="what that estimate rests on")]
    completion_date: Day
    completion_said_by: Annotated[str | None, Field(description="slug of the organisation that estimates it")]
    expected_result: Words | None
    indicator: Annotated[str | None, Field(description="what is counted, with its unit")]
    aim: Annotated[str, Field(description=_one_of(v.Aim.values), examples=["at-least"])]
    target_value: float | None
    result_value: Annotated[float | None, Field(description="as measured; null: not measured, or not told")]
    result_date: Day
    result_source: str | None


class AnsweredMeasure(TypedDict):
    """A measure, or a lettered part of it, that an action answers."""

    measure: Annotated[int, Field(examples=[16])]
    letter: Annotated[str, Field(description='"" is the measure as a whole', examples=["a"])]
    in_part: bool


class Owner(TypedDict):
    """An organisation that carries an action."""

    organisation: Slug
    role: Annotated[str, Field(description=_one_of(v.OwnerRole.values), examples=["lead"])]
    share: Annotated[int | None, Field(description="in percent; null: not known")]


class Milestone(TypedDict):
    """A step. `weight` is its part in the work done."""

    place: Place
    title: Words
    due_date: Day
    done_date: Annotated[str | None, Field(description="null: not done yet")]
    weight: int


class Budget(TypedDict):
    """Money of one year, in whole EUR. Null is not known, 0 is nothing."""

    year: Annotated[int, Field(examples=[2026])]
    planned: int | None
    committed: int | None
    paid: int | None
    source: str | None


class DateChange(TypedDict):
    """A known date that moved, and why."""

    place: Place
    which: Annotated[str, Field(description="start or due", examples=["due"])]
    before: Annotated[str, Field(examples=["2026-06-30"])]
    after: Day
    reason: str
    changed_date: Annotated[str, Field(examples=["2026-03-01"])]
    organisation: Annotated[str | None, Field(description="slug of who moved it")]


class Absorption(TypedDict):
    """The action went on inside another plan; `until_date` is when it came back."""

    place: Place
    into: Words
    document: Annotated[str | None, Field(description="slug of that plan, where it is among the documents")]
    since_date: Day
    until_date: Day
    reason: Words | None
    source: str | None


class LevelRequest(TypedDict):
    """What an action asks of another level of power, and the reply."""

    place: Place
    level: Annotated[str, Field(examples=["federal"])]
    addressee: str
    words: Words
    asked_date: Annotated[str, Field(examples=["2026-01-15"])]
    due_date: Day
    reply: Annotated[str, Field(description=_one_of(v.LevelReply.values), examples=["awaited"])]
    reply_date: Day
    reply_words: Words | None
    reply_source: str | None


class DataGap(TypedDict):
    """A figure that is missing, as a task."""

    place: Place
    measure: Annotated[int | None, Field(description="number of the measure that it is about")]
    wanted: Words
    owner: Annotated[str | None, Field(description="slug of the organisation asked to find it")]
    due_date: Day
    state: Annotated[str, Field(description=_one_of(v.GapState.values), examples=["open"])]
    outcome: Words | None
    closed_date: Day
    source: str | None


class Fact(TypedDict):
    """Something publicly known of an action, with its source."""

    place: Place
    words: Words
    date: Annotated[
        str | None, Field(description="year, month or day, as far as known", examples=["2023-06"])
    ]
    source: str


class Completion(TypedDict):
    """How much of the work was done: `done` of `of`, by weight of steps or, by hand, in hundredths.

    `of` is 0 when nothing is known.
    """

    done: int
    of: int
    steps_done: int
    steps: int
    by_hand: bool


class Standing(TypedDict):
    """What is computed today, and kept nowhere."""

    timeliness: Annotated[str, Field(description=_one_of(v.Timeliness.values), examples=["on-time"])]
    completion: Completion
    result: Annotated[str, Field(description=_one_of(v.Result.values), examples=["unknown"])]
