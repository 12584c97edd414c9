"""Groups: who meets, who takes part, and the forms of the cell."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from relais.apps.accounts.acting import act_or_show, who_is
from relais.apps.accounts.permissions import require
from relais.apps.accounts.vocabulary import Role
from relais.apps.languages.addresses import address
from relais.apps.meeting.actions import groups as acts
from relais.apps.meeting.forms import GroupForm, LeaveForm, NewGroupForm, SeatForm
from relais.apps.meeting.models import Group, Resolution, Seat
from relais.apps.meeting.permissions import can_run_groups
from relais.apps.meeting.vocabulary import GroupKind
from relais.apps.plan.models import Demand

ASKED_FOR = "working-group-of-referents"  # the demand of the advice
ACT = "meeting/act.html"


@login_not_required
def groups(request: HttpRequest) -> HttpResponse:
    """Every group, and what the advice asks for that is not there."""
    listed = list(Group.objects.whole())
    context = {
        "groups": listed,
        "asked_for": Demand.objects.filter(slug=ASKED_FOR).first(),
        "is_there": any(g.kind == GroupKind.REFERENTS and not g.is_fictional for g in listed),
        "can_run": can_run_groups(who_is(request)),
        "has_fiction": any(group.is_fictional for group in listed),
    }
    return render(request, "meeting/groups.html", context)


@login_not_required
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """One group: who takes part and how often, its meetings, its decisions."""
    shown = get_object_or_404(Group.objects.whole(), slug=slug)
    resolutions = Resolution.objects.whole().newest_first().filter(meeting__group=shown)
    context = {
        "group": shown,
        "rates": [(seat, shown.rate_of(seat)) for seat in shown.seats.all()],
        "meetings": sorted(shown.meetings.all(), key=lambda m: (m.date, m.number), reverse=True),
        "resolutions": list(resolutions),
        "can_run": can_run_groups(who_is(request)),
    }
    return render(request, "meeting/group.html", context)


def set_up(request: HttpRequest) -> HttpResponse:
    """The cell sets up a group."""
    require(can_run_groups(who_is(request)))
    form = NewGroupForm(request.POST or None, who=who_is(request), organisations=_cell(request))
    return act_or_show(
        request, form, lambda: acts.set_up_group(by=form.by, **form.given).get_absolute_url(), template=ACT,
        context={"title": _("Set up a group"), "button": _("Set up"), "back": address("meeting:groups")},
    )  # fmt: skip


def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """The cell changes a group, or says that it has ended."""
    require(can_run_groups(who_is(request)))
    shown = get_object_or_404(Group, slug=slug)
    facts = ("kind", "rhythm_months", "since_date", "ended_date")
    form = GroupForm(
        request.POST or None, who=who_is(request), organisations=_cell(request),
        texts={"name": shown.name, "purpose": shown.purpose},
        initial={"seen": shown.version, **{name: getattr(shown, name) for name in facts}},
    )  # fmt: skip

    def act() -> str:
        acts.edit_group(group=shown, by=form.by, seen=form.cleaned_data["seen"], **form.given)
        return shown.get_absolute_url()

    return act_or_show(request, form, act, template=ACT, context=_around(shown, _("Change the group")))


def join(request: HttpRequest, slug: str) -> HttpResponse:
    """The cell lets an organisation take part."""
    require(can_run_groups(who_is(request)))
    shown = get_object_or_404(Group.objects.whole(), slug=slug)
    form = SeatForm(request.POST or None, who=who_is(request), organisations=_cell(request), group=shown)

    def act() -> str:
        acts.take_seat(group=shown, by=form.by, **form.given)
        return shown.get_absolute_url()

    return act_or_show(
        request, form, act, template=ACT, context=_around(shown, _("Let an organisation take part"))
    )


def leave(request: HttpRequest, slug: str, organisation: str) -> HttpResponse:
    """The cell says that an organisation no longer takes part."""
    require(can_run_groups(who_is(request)))
    seats = Seat.objects.select_related("group", "organisation").filter(until_date=None)
    seat = get_object_or_404(seats, group__slug=slug, organisation__slug=organisation)
    form = LeaveForm(request.POST or None, who=who_is(request), organisations=_cell(request))

    def act() -> str:
        acts.leave_seat(seat=seat, by=form.by, **form.given)
        return seat.group.get_absolute_url()

    title = _("%(organisation)s no longer takes part") % {"organisation": seat.organisation.name}
    return act_or_show(request, form, act, template=ACT, context=_around(seat.group, title))


def _cell(request: HttpRequest) -> frozenset[int]:
    return who_is(request).organisations_as(Role.CELL)


def _around(group: Group, title: str) -> dict[str, object]:
    return {"group": group, "title": title, "button": _("Save"), "back": group.get_absolute_url()}
