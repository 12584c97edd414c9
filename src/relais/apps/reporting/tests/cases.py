"""What the acts of the yearly round are about, for the matrix of permissions (tests/permissions)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from relais.apps.coordination.models import Action, Owner
from relais.apps.plan.models import Theme
from relais.apps.reporting.models import Evidence, Report, Round

if TYPE_CHECKING:
    from tests.permissions.stage import Stage


def _action(stage: Stage, **fields: Any) -> Action:
    action = Action.objects.create(code="case", title={"en": "Case"}, is_fictional=True, **fields)
    Owner.objects.create(action=action, organisation=stage.own, role="lead")
    return Action.objects.with_carriers().get(pk=action.pk)


def _report(stage: Stage, state: str) -> Report:
    now = timezone.now()
    year = Round.objects.create(
        label="2026", period_from=dt.date(2026, 1, 1), period_to=dt.date(2026, 12, 31),
        due_date=dt.date(2027, 1, 31), opened_at=now,
    )  # fmt: skip
    signed: dict[str, Any] = {} if state == "draft" else {"submitted_at": now, "submitted_by": stage.own}
    if state == "validated":
        signed |= {"validated_at": now, "validated_by": stage.other}
    made = Report.objects.create(round=year, action=_action(stage), state=state, **signed)
    return Report.objects.whole().get(pk=made.pk)


def _evidence(stage: Stage, state: str) -> Evidence:
    return Evidence.objects.create(
        report=_report(stage, state), title="Case", url="https://example.org", attached_by=stage.own,
        attached_at=timezone.now(),
    )  # fmt: skip


def _address(report: Report) -> tuple[str, str]:
    return report.round.label, report.action.code


CASES = {
    "a draft": lambda stage: (_report(stage, "draft"),),
    "submitted": lambda stage: (_report(stage, "submitted"),),
    "validated": lambda stage: (_report(stage, "validated"),),
    "of a draft": lambda stage: (_evidence(stage, "draft"),),
    "of a submitted report": lambda stage: (_evidence(stage, "submitted"),),
    "as the owner of an action": lambda stage: ("owner", _action(stage), {stage.own.pk}),
    "as the observer of an action": lambda stage: ("observer", _action(stage), {stage.own.pk}),
    "as the observer of a draft": lambda stage: ("observer", _action(stage, is_draft=True), {stage.own.pk}),
    "as an owner in a theme": lambda stage: ("owner", Theme.objects.get(number=5), {stage.own.pk}),
}

PAGES = {
    "reporting:working": lambda stage: (_report(stage, "draft").round.label,),
    "reporting:close-round": lambda stage: (_report(stage, "draft").round.label,),
    "reporting:byfile": lambda stage: (_report(stage, "draft").round.label,),
    "reporting:byfile-workbook": lambda stage: (_report(stage, "draft").round.label,),
    "reporting:write: a draft": lambda stage: _address(_report(stage, "draft")),
    "reporting:write: submitted": lambda stage: _address(_report(stage, "submitted")),
    "reporting:review": lambda stage: _address(_report(stage, "submitted")),
    "reporting:reopen": lambda stage: _address(_report(stage, "validated")),
    "reporting:attach": lambda stage: _address(_report(stage, "draft")),
    "reporting:remove": lambda stage: (_evidence(stage, "draft").pk,),
    "reporting:speak-on-action: owner": lambda stage: (_action(stage).code, "owner"),
    "reporting:speak-on-action: observer": lambda stage: (_action(stage).code, "observer"),
    "reporting:speak-on-theme": lambda stage: (5, "observer"),
}
