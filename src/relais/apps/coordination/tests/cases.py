"""What the acts of coordination are about, for the matrix of permissions (tests/permissions)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db.models import prefetch_related_objects

from relais.apps.coordination.models import Action, Ask, Blocker, DataGap, Gate, LevelRequest, Mandate, Owner
from relais.apps.coordination.tests.make import make_ask, make_gate, make_mandate, make_milestone
from relais.apps.coordination.vocabulary import Cause, GateKind, Origin, OwnerRole

if TYPE_CHECKING:
    from tests.permissions.stage import Stage


def _action(stage: Stage, **fields: Any) -> Action:
    action = Action.objects.create(code="case", title={"en": "Case"}, is_fictional=True, **fields)
    Owner.objects.create(action=action, organisation=stage.own, role=OwnerRole.LEAD)
    prefetch_related_objects([action], "owners")
    return action


def _blocker(stage: Stage) -> Blocker:
    return Blocker(
        action=_action(stage), cause=Cause.BUDGET, words={"en": "Case"}, since_date=dt.date(2026, 1, 1)
    )


def _kept_blocker(stage: Stage) -> Blocker:
    blocker = _blocker(stage)
    blocker.save()
    return blocker


def _gate(stage: Stage) -> Gate:
    return make_gate(_action(stage), kind=GateKind.INDICATOR, indicator="x", threshold=1)


CASES = {
    "its organisation has a mandate": lambda stage: ({stage.own.pk},),
    "a draft": lambda stage: (_action(stage, is_draft=True),),
    "published": lambda stage: (_action(stage),),
    "declared": lambda stage: (_action(stage),),
    "from public sources": lambda stage: (_action(stage, origin=Origin.PUBLIC_SOURCES),),
    "of its action": lambda stage: (_blocker(stage),),
    "of its gate": lambda stage: (_gate(stage),),
    "of its own": lambda stage: (DataGap(owner=stage.own),),
    "sent by its action": lambda stage: (LevelRequest(action=_action(stage)),),
}


def _ask(stage: Stage) -> Ask:
    ask = make_ask()
    Mandate.objects.create(actor=ask.actor, organisation=stage.own)
    return ask


PAGES = {
    "coordination:edit-action: declared": lambda stage: (_action(stage).code, "dates"),
    "coordination:edit-action: a draft": lambda stage: (_action(stage, is_draft=True).code, "publish"),
    "coordination:edit-action: from public sources": lambda stage: (
        _action(stage, origin=Origin.PUBLIC_SOURCES).code,
        "take-over",
    ),
    "coordination:edit-action: a missing figure": lambda stage: (_action(stage).code, "gaps"),
    "coordination:edit-action: a blocker": lambda stage: (_action(stage).code, "blockers"),
    "coordination:edit-action: a gate": lambda stage: (_action(stage).code, "gates"),
    "coordination:edit-row: a blocker": lambda stage: ("case", "blockers", _kept_blocker(stage).pk),
    "coordination:remove-row: a blocker": lambda stage: ("case", "blockers", _kept_blocker(stage).pk),
    "coordination:edit-row: a gate": lambda stage: ("case", "gates", _gate(stage).pk),
    "coordination:remove-row: a gate": lambda stage: ("case", "gates", _gate(stage).pk),
    "coordination:edit-row": lambda stage: ("case", "steps", make_milestone(_action(stage)).pk),
    "coordination:remove-row": lambda stage: ("case", "steps", make_milestone(_action(stage)).pk),
    "coordination:ask-answer": lambda stage: (_ask(stage).pk,),
    "coordination:ask-again": lambda stage: (_ask(stage).pk,),
    "coordination:ask-withdraw": lambda stage: (_ask(stage).pk,),
    "coordination:mandate-end": lambda stage: (make_mandate().pk,),
}
