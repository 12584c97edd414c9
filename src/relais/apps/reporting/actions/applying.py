"""What a validated report says of how its action stands becomes so, through the acts of coordination."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction

from relais.apps.accounts.who import Who
from relais.apps.coordination.actions.action import set_decision, set_phase
from relais.apps.coordination.actions.measuring import set_completion, set_result
from relais.apps.coordination.models import Action
from relais.apps.reporting.models import Report


@transaction.atomic
def apply_to_action(*, report: Report, by: Who) -> None:
    """Each thing that it wants otherwise, on the action as it is now; what it leaves open stays.

    Raises ValidationError, in words without fields, when the action cannot take it.
    """
    action = Action.objects.with_carriers().get(pk=report.action_id)
    try:
        _apply(report, action, by)
    except ValidationError as error:
        raise ValidationError(error.messages) from None


def _apply(report: Report, action: Action, by: Who) -> None:
    if report.decision and report.decision != action.decision:
        set_decision(action=action, by=by, seen=action.version, decision=report.decision)
    if report.phase and report.phase != action.phase:
        why = report.stalled_words
        set_phase(action=action, by=by, seen=action.version, phase=report.phase, reason=why)
    if report.completion is not None:
        set_completion(
            action=action, by=by, seen=action.version, completion_by_hand=report.completion,
            reason=report.completion_reason, said_by=report.submitted_by,
        )  # fmt: skip
    if report.result_value is not None:
        set_result(
            action=action, by=by, seen=action.version, result_value=report.result_value,
            result_date=report.result_date, result_source=report.result_source or None,
        )  # fmt: skip
