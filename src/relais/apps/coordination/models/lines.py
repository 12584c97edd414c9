"""Every action as light as a list needs it: 1,000 of them in three queries, and no model instances."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString

from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.axes import Axes, Completion, Step, completion, result, timeliness
from relais.apps.coordination.models.action import ActionQuerySet, AnsweredMeasure, Owner
from relais.apps.coordination.models.parts import Milestone
from relais.apps.languages.addresses import address
from relais.apps.languages.fields import LocalText


@dataclass(slots=True)
class Carrier:
    """An organisation that carries an action, and how."""

    slug: str
    name: LocalText
    role: v.OwnerRole

    def get_absolute_url(self) -> str:
        return address("coordination:organisation", self.slug)


@dataclass(slots=True)
class Answered:
    """A measure, or a part of one, that an action answers."""

    number: int
    letter: str
    title: LocalText
    theme: int
    theme_name: LocalText
    in_part: bool

    def get_absolute_url(self) -> str:
        return address("plan:measure", self.number)


@dataclass(slots=True)
class Line:
    """One action in a list. `completion` comes with `with_steps`; `told` is what rooms above say of it."""

    pk: int
    code: str
    title: LocalText
    description: LocalText | None
    is_draft: bool
    is_fictional: bool
    origin: v.Origin
    level: str | None
    targets: list[str]
    decision: v.Decision
    phase: v.Phase
    timeliness: v.Timeliness
    result: v.Result
    by_hand: int | None
    owners: list[Carrier] = field(default_factory=list)
    answered: list[Answered] = field(default_factory=list)
    completion: Completion = field(default_factory=Completion)
    told: list[tuple[str | Promise, SafeString | str]] = field(default_factory=list)

    def get_absolute_url(self) -> str:
        return address("coordination:action", self.code)

    @property
    def axes(self) -> Axes:
        """Needs `with_steps`."""
        return Axes(self.decision, self.phase, self.timeliness, self.completion, self.result)


COLUMNS = (
    "pk", "code", "title", "is_draft", "is_fictional", "origin", "level", "targets", "decision", "phase",
    "due_date", "finished_date", "completion_by_hand", "result_value", "target_value", "aim",
)  # fmt: skip

FEW = 200  # actions whose owners and measures are asked for by key; of more, all are read


def lines(actions: ActionQuerySet, today: dt.date, *, with_descriptions: bool = False) -> list[Line]:
    """`actions` in their order, with owners and measures. Three queries; descriptions only when asked."""
    columns = (*COLUMNS, "description") if with_descriptions else COLUMNS
    found = {row[0]: _line(row, today) for row in actions.in_order().values_list(*columns)}
    if not found:
        return []
    these = {"action__in": found} if len(found) <= FEW else {}
    carried = Owner.objects.filter(**these).order_by(*Owner.LEAD_FIRST)
    for key, slug, name, role in carried.values_list(
        "action_id", "organisation__slug", "organisation__name", "role"
    ):
        if key in found:
            found[key].owners.append(Carrier(slug, name, v.OwnerRole(role)))
    answered: list[Any]
    for key, *answered in AnsweredMeasure.objects.filter(**these).values_list(
        "action_id", "measure__number", "letter", "measure__title", "measure__theme__number",
        "measure__theme__name", "in_part",
    ):  # fmt: skip
        if key in found:
            found[key].answered.append(Answered(*answered))
    return list(found.values())


def _line(row: tuple[Any, ...], today: dt.date) -> Line:
    (pk, code, title, is_draft, is_fictional, origin, level, targets, decision, phase, due, finished, by_hand,
     value, target, aim, *description) = row  # fmt: skip
    return Line(
        pk=pk, code=code, title=title, description=description[0] if description else None,
        is_draft=is_draft, is_fictional=is_fictional, origin=v.Origin(origin), level=level, targets=targets,
        decision=v.Decision(decision), phase=v.Phase(phase),
        timeliness=timeliness(due=due, finished=finished, phase=phase, today=today),
        result=result(value, target, aim), by_hand=by_hand,
    )  # fmt: skip


def with_steps(some: Sequence[Line]) -> Sequence[Line]:
    """The same lines, each with its completion. One query, none for no lines."""
    if not some:
        return some
    steps: dict[int, list[Step]] = {line.pk: [] for line in some}
    for key, weight, done in Milestone.objects.filter(action__in=steps).values_list(
        "action_id", "weight", "done_date"
    ):
        steps[key].append(Step(weight, done is not None))
    for line in some:
        line.completion = completion(steps[line.pk], line.by_hand)
    return some
