"""What meetings decided, on the pages of what it touches; and who meets, on the home page."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from relais.apps.accounts.models import Organisation
from relais.apps.coordination.models import Action
from relais.apps.meeting.models import Group, Resolution, ResolutionQuerySet, Seat
from relais.apps.plan.models import Measure
from relais.apps.ui.slots import fills


@fills("measure", position=70)
def decisions_on_measure(request: HttpRequest, measure: Measure) -> SafeString | str:
    """Decisions of meetings that touch the measure."""
    return _decisions(request, Resolution.objects.filter(measures=measure))


@fills("action", position=70)
def decisions_on_action(request: HttpRequest, action: Action) -> SafeString | str:
    """Decisions of meetings that touch the action."""
    return _decisions(request, Resolution.objects.filter(actions=action))


@fills("organisation", position=70)
def groups_of_organisation(request: HttpRequest, organisation: Organisation) -> SafeString | str:
    """The groups in which it takes part, and how often it was there."""
    seats = list(Seat.objects.counted().filter(organisation=organisation))
    return render_to_string("meeting/of_organisation.html", {"seats": seats}, request) if seats else ""


@fills("home", position=70)
def who_meets(request: HttpRequest, _nothing: None) -> SafeString | str:
    """The way to the groups, and how many of them are overdue."""
    groups, overdue = Group.objects.how_many_meet()
    context = {"groups": groups, "overdue": overdue}
    return render_to_string("meeting/home.html", context, request)


def _decisions(request: HttpRequest, resolutions: ResolutionQuerySet) -> SafeString | str:
    found = list(resolutions.with_meeting().newest_first())
    return render_to_string("meeting/touching.html", {"resolutions": found}, request) if found else ""
