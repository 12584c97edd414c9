"""What the acts and pages of the meeting room are about, for the matrix of tests/permissions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from relais.apps.meeting.models import Meeting, Resolution
from relais.apps.meeting.tests.make import make_group, make_meeting, make_resolution

if TYPE_CHECKING:
    from tests.permissions.stage import Stage

DAY = dt.date(2026, 3, 2)


def _meeting(stage: Stage, state: str) -> Meeting:
    return make_meeting(make_group("case", seats=[stage.own.slug]), DAY, state)


def _resolution(stage: Stage) -> Resolution:
    return make_resolution(_meeting(stage, "held"), organisation=stage.own.slug)


def _group_of(stage: Stage) -> tuple[str]:
    return (make_group("case", seats=[stage.own.slug]).slug,)


def _planned(stage: Stage) -> tuple[str, int]:
    return (_meeting(stage, "planned").group.slug, 1)


def _decision(stage: Stage) -> tuple[str, int, int]:
    return (_resolution(stage).meeting.group.slug, 1, 1)


CASES = {
    "to come": lambda stage: (_meeting(stage, "planned"),),
    "held": lambda stage: (_meeting(stage, "held"),),
    "cancelled": lambda stage: (_meeting(stage, "cancelled"),),
    "to be carried out by its organisation": lambda stage: (_resolution(stage),),
}
PAGES = {
    **dict.fromkeys(("meeting:edit", "meeting:join", "meeting:plan"), _group_of),
    "meeting:leave": lambda stage: (*_group_of(stage), stage.own.slug),
    **dict.fromkeys(
        ("meeting:move", "meeting:hold", "meeting:cancel", "meeting:propose", "meeting:attendance"), _planned
    ),
    "meeting:take": lambda stage: _decision(stage)[:2],
    **dict.fromkeys(("meeting:amend", "meeting:finish"), _decision),
}
