"""What actions show on pages of the rooms below."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from relais.apps.coordination import models as m
from relais.apps.coordination import permissions as may
from relais.apps.coordination.axes import rollup
from relais.apps.coordination.models.lines import lines, with_steps
from relais.apps.plan.models import Measure
from relais.apps.ui.slots import fills


@fills("measure", position=30)
def actions_of_measure(request: HttpRequest, measure: Measure) -> str:
    """The actions that answer it, each with its axes; and which figures are missing about it."""
    who = request.who  # type: ignore[attr-defined]
    answering = m.Action.objects.readable_by(who).filter(
        pk__in=m.AnsweredMeasure.objects.filter(measure=measure).values("action")
    )
    found = with_steps(lines(answering, timezone.localdate()))
    context = {
        "measure": measure,
        "lines": found,
        "rollup": rollup(line.axes for line in found),
        "gaps": m.DataGap.objects.open().filter(measure=measure, action=None),
        "may_propose": may.can_propose_action(who),
    }
    return render_to_string("coordination/measure_actions.html", context, request)
