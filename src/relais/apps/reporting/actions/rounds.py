"""Opening a round asks every action for a report; closing it locks them all."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, record
from relais.apps.coordination.models import Action
from relais.apps.coordination.vocabulary import Phase
from relais.apps.reporting import verbs
from relais.apps.reporting.models import Report, Round
from relais.apps.reporting.permissions import can_run_rounds
from relais.apps.reporting.prefilling import carried_from


@transaction.atomic
def open_round(
    *, label: str, period_from: dt.date, period_to: dt.date, due_date: dt.date, by: Who,
    is_fictional: bool = False,
) -> Round:  # fmt: skip
    """Ask every published action that was not stopped for a report, prefilled from its last validated one.

    Raises ValidationError when the label is taken, AlreadyDone for a form sent twice.
    """
    require(can_run_rounds(by))
    asked = list(Action.objects.published().exclude(phase=Phase.STOPPED).in_order())
    record(
        verbs.ROUND_OPENED, by=by, about=[f"round:{label}", *(f"action:{action.code}" for action in asked)],
        after={"round": label, "reports": len(asked), "period_from": period_from, "period_to": period_to,
               "due_date": due_date},
    )  # fmt: skip
    if Round.objects.filter(label=label).exists():
        raise ValidationError({"label": _("There is a round with this name already.")})
    opened = Round.objects.create(
        label=label, period_from=period_from, period_to=period_to, due_date=due_date,
        opened_at=timezone.now(), is_fictional=is_fictional,
    )  # fmt: skip
    last = {report.action_id: report for report in Report.objects.latest_validated()}
    Report.objects.bulk_create(
        (
            Report(round=opened, action=action, **{"language": action.original_language}
                   | carried_from(last.get(action.pk)))
            for action in asked
        ),
        batch_size=500,
    )  # fmt: skip
    return opened


@transaction.atomic
def close_round(*, round: Round, by: Who, seen: int) -> None:
    """Lock every report of the round, whatever its state. What was never submitted is silence from now on.

    Raises Conflict when the round changed since it was seen, AlreadyDone for a form sent twice.
    """
    require(can_run_rounds(by))
    now = timezone.now()
    reports = Report.objects.filter(round=round)
    counts = {"reports": reports.count(), "silent": reports.filter(submitted_at=None).count()}
    reports.update(locked_at=now, version=F("version") + 1)
    if round.closed_at is None:
        change(
            round, verbs.ROUND_CLOSED, by=by, seen=seen, also={"round": round.label, **counts}, closed_at=now
        )
