"""Published actions as far as the chain needs them: light rows, 1,000 of them in four queries."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef

from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.axes import timeliness
from relais.apps.coordination.models import Absorption, Action, AnsweredMeasure, Blocker, Gate
from relais.apps.languages.addresses import address
from relais.apps.languages.fields import LocalText


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with an action, since when as far as known; a blocker comes with its row."""

    kind: v.TroubleKind
    since: dt.date | None = None
    blocker: Blocker | None = None


@dataclass(slots=True)
class Doing:
    """One action: how it stands, the measures it answers (each once), its open blockers, its gates."""

    pk: int
    code: str
    title: LocalText
    is_fictional: bool
    parent: int | None
    start_date: dt.date | None
    due_date: dt.date | None
    finished_date: dt.date | None
    decision: str
    decision_date: dt.date | None
    phase: str
    is_absorbed: bool
    measures: list[int] = field(default_factory=list)
    blockers: list[Blocker] = field(default_factory=list)
    gates: list[Gate] = field(default_factory=list)

    def get_absolute_url(self) -> str:
        return address("coordination:action", self.code)

    @property
    def is_over(self) -> bool:
        """Whether it is finished: then it waits for nothing."""
        return self.phase == v.Phase.FINISHED or self.finished_date is not None

    def troubles(self, today: dt.date) -> list[Trouble]:
        """What is wrong with it today; what goes on inside another plan has not stopped."""
        if self.is_over:
            return []
        found = [Trouble(v.TroubleKind.BLOCKED, blocker.since_date, blocker) for blocker in self.blockers]
        timely = timeliness(due=self.due_date, finished=self.finished_date, phase=self.phase, today=today)
        if timely == v.Timeliness.LATE:
            found.append(Trouble(v.TroubleKind.LATE, self.due_date))
        if not self.is_absorbed:
            if self.decision == v.Decision.REFUSED:
                found.append(Trouble(v.TroubleKind.REFUSED, self.decision_date))
            elif self.phase == v.Phase.STOPPED:
                found.append(Trouble(v.TroubleKind.STOPPED))
        return found


COLUMNS = (
    "pk", "code", "title", "is_fictional", "parent", "start_date", "due_date", "finished_date", "decision",
    "decision_date", "phase", "is_absorbed",
)  # fmt: skip


def doings() -> list[Doing]:
    """Every action that anyone may read, in order."""
    elsewhere = Absorption.objects.filter(action=OuterRef("pk"), until_date=None)
    rows = Action.objects.published().in_order().annotate(is_absorbed=Exists(elsewhere)).values_list(*COLUMNS)
    found = {row[0]: Doing(*row) for row in rows}
    answered: defaultdict[int, dict[int, None]] = defaultdict(dict)
    pairs = AnsweredMeasure.objects.order_by("measure__number").values_list("action", "measure__number")
    for action, number in pairs:
        answered[action][number] = None
    for doing in found.values():
        doing.measures = list(answered[doing.pk])
    for blocker in Blocker.objects.filter(lifted_date=None).select_related("lifter"):
        if blocker.action_id in found:
            found[blocker.action_id].blockers.append(blocker)
    for gate in Gate.objects.all():
        if gate.action_id in found:
            found[gate.action_id].gates.append(gate)
    return list(found.values())
