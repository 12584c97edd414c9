"""Meetings: the page of one, and the forms that plan it, fill its agenda and say what became of it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from relais.apps.accounts.acting import act_or_show, who_is
from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.vocabulary import Role
from relais.apps.meeting import permissions as may
from relais.apps.meeting.actions import meetings as acts
from relais.apps.meeting.forms import (
    AttendanceForm,
    CancelForm,
    HoldForm,
    MeetingForm,
    MovedMeetingForm,
    PointForm,
)  # fmt: skip
from relais.apps.meeting.models import Group, Meeting

ACT = "meeting/act.html"


@login_not_required
def meeting(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One meeting: when, where, who was there, what was decided and what that touches."""
    shown = _meeting(slug, number)
    who = who_is(request)
    context = {
        "meeting": shown,
        "attendance": [(each, shown.presence_of(each.pk)) for each in shown.invited],
        "resolutions": [(each, may.can_finish_resolution(who, each)) for each in shown.resolutions.all()],
        "can_read_agenda": may.can_read_agenda(who, shown),
        "can_run": may.can_run_groups(who),
        "can_propose": may.can_propose_point(who, shown),
        "can_note": not shown.is_to_come and may.can_note_attendance(who, shown),
    }
    return render(request, "meeting/meeting.html", context)


def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """The cell plans a meeting."""
    require(may.can_run_groups(who_is(request)))
    group = get_object_or_404(Group, slug=slug)
    form = MeetingForm(request.POST or None, who=who_is(request), organisations=_cell(request))
    return act_or_show(
        request, form,
        lambda: acts.plan_meeting(group=group, by=form.by, **form.given).get_absolute_url(), template=ACT,
        context={"group": group, "title": _("Plan a meeting"), "button": _("Plan the meeting"),
                 "back": group.get_absolute_url()},
    )  # fmt: skip


def move(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The cell changes day or place."""
    require(may.can_run_groups(who_is(request)))
    shown = _meeting(slug, number)
    facts = {name: getattr(shown, name) for name in ("date", "is_online", "place")}
    form = MovedMeetingForm(
        request.POST or None, who=who_is(request), organisations=_cell(request),
        initial={"seen": shown.version, **facts},
    )  # fmt: skip

    def act() -> str:
        acts.change_meeting(meeting=shown, by=form.by, seen=form.cleaned_data["seen"], **form.given)
        return shown.get_absolute_url()

    return act_or_show(request, form, act, template=ACT, context=_around(shown, _("Change day or place")))


def hold(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The cell says that it was held."""
    require(may.can_run_groups(who_is(request)))
    shown = _meeting(slug, number)
    form = HoldForm(
        request.POST or None,
        who=who_is(request),
        organisations=_cell(request),
        initial={"seen": shown.version},
    )

    def act() -> str:
        acts.hold_meeting(meeting=shown, by=form.by, seen=form.cleaned_data["seen"])
        return shown.get_absolute_url()

    context = {**_around(shown, _("This meeting was held")), "button": _("Yes, it was held")}
    return act_or_show(request, form, act, template=ACT, context=context)


def cancel(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The cell says that it does not take place, and why."""
    require(may.can_run_groups(who_is(request)))
    shown = _meeting(slug, number)
    form = CancelForm(
        request.POST or None,
        who=who_is(request),
        organisations=_cell(request),
        initial={"seen": shown.version},
    )

    def act() -> str:
        acts.cancel_meeting(meeting=shown, by=form.by, seen=form.cleaned_data["seen"], **form.given)
        return shown.get_absolute_url()

    context = {**_around(shown, _("Cancel this meeting")), "button": _("Cancel the meeting")}
    return act_or_show(request, form, act, template=ACT, context=context)


def propose(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A referent, or the cell, puts a point on the agenda."""
    shown = _meeting(slug, number)
    require(may.can_propose_point(who_is(request), shown))
    speaks_for = may.sits_for(who_is(request), shown.group) | _cell(request)
    form = PointForm(request.POST or None, who=who_is(request), organisations=speaks_for)

    def act() -> str:
        organisation = Organisation.objects.get(slug=form.by.acting_for)
        acts.propose_point(meeting=shown, organisation=organisation, by=form.by, **form.given)
        return shown.get_absolute_url()

    context = _around(shown, _("Put a point on the agenda"))
    return act_or_show(request, form, act, template=ACT, context=context)


def attendance(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The cell, or a referent for their own organisation, notes who was there."""
    shown = _meeting(slug, number)
    mine = may.may_note_attendance_of(who_is(request), shown)
    require(may.can_note_attendance(who_is(request), shown))
    form = AttendanceForm(
        request.POST or None, who=who_is(request), meeting=shown, initial={"seen": shown.version},
        organisations=_cell(request) or mine, invited=[each for each in shown.invited if each.pk in mine],
    )  # fmt: skip

    def act() -> str:
        acts.note_attendance(meeting=shown, noted=form.noted, by=form.by, seen=form.cleaned_data["seen"])
        return shown.get_absolute_url()

    return act_or_show(request, form, act, template=ACT, context=_around(shown, _("Note who was there")))


def _meeting(slug: str, number: int) -> Meeting:
    return get_object_or_404(Meeting.objects.for_page(), group__slug=slug, number=number)


def _cell(request: HttpRequest) -> frozenset[int]:
    return who_is(request).organisations_as(Role.CELL)


def _around(meeting: Meeting, title: str) -> dict[str, object]:
    return {
        "group": meeting.group, "meeting": meeting, "title": title, "button": _("Save"),
        "back": meeting.get_absolute_url(),
    }  # fmt: skip
