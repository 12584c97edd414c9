"""What a freeze keeps of each action itself: what was said, and its computed axes on the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from relais.apps.coordination import reading
from relais.apps.coordination.axes import Step, completion, result, timeliness
from relais.apps.coordination.models import Action
from relais.apps.sheets.tables import Table, table

COLUMNS = (
    "code position title* description* original_language origin parent level contact_point "
    "start_date due_date finished_date decision decision_date decision_source phase timeliness "
    "steps_done steps weight_done weight completion_by_hand completion_reason expected_result* indicator "
    "aim target_value result_value result_date result_source result targets[] is_blocked is_fictional"
)


def actions(rows: Iterable[Action], on: dt.date) -> Table:
    """`rows` with their milestones, blockers and parent."""
    about = "what someone does in answer to measures, with its axes on the reference date"
    return table("actions", about, "code", COLUMNS, (_row(action, on) for action in rows))


def _row(action: Action, on: dt.date) -> dict[str, Any]:
    steps = [Step(m.weight, m.done_date is not None) for m in action.milestones.all()]
    done = completion(steps)
    return {
        **reading.action(action),
        "position": action.position,
        "target_value": action.target_value, "result_value": action.result_value,
        "timeliness": timeliness(
            due=action.due_date, finished=action.finished_date, phase=action.phase, today=on
        ),
        "steps_done": done.steps_done, "steps": done.steps, "weight_done": done.done, "weight": done.of,
        "result": result(action.result_value, action.target_value, action.aim),
        "is_blocked": any(blocker.lifted_date is None for blocker in action.blockers.all()),
    }  # fmt: skip
