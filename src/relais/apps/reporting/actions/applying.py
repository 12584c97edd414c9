"""What a validated report says of how its action stands becomes so."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change
from relais.apps.coordination.models import Action
from relais.apps.reporting import verbs
from relais.apps.reporting.models import Report


def proposed(report: Report) -> dict[str, Any]:
    """Fields of the action that the report wants otherwise; what it leaves open is not among them."""
    wanted: dict[str, Any] = {"decision": report.decision, "phase": report.phase}
    if report.completion is not None:
        wanted |= {
            "completion_by_hand": report.completion,
            "completion_reason": report.completion_reason,
            "completion_date": timezone.localdate(),
            "completion_said_by": report.submitted_by,
        }
    if report.result_value is not None:
        wanted |= {
            "result_value": report.result_value,
            "result_date": report.result_date,
            "result_source": report.result_source,
        }
    return {name: value for name, value in wanted.items() if value != ""}


@transaction.atomic
def apply_to_action(*, report: Report, by: Who) -> None:
    """Write it on the action as it is now; nothing is noted when nothing differs."""
    action = Action.objects.get(pk=report.action_id)
    change(
        action, verbs.REPORT_APPLIED, by=by, seen=action.version, also={"round": report.round.label},
        **proposed(report),
    )  # fmt: skip
