"""Decisions: the forms that write them down, correct them and say that they were carried out."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from relais.apps.accounts.acting import act_or_show, who_is
from relais.apps.accounts.permissions import require
from relais.apps.accounts.vocabulary import Role
from relais.apps.meeting.actions import resolutions as acts
from relais.apps.meeting.forms import AmendForm, FinishForm, ResolutionForm
from relais.apps.meeting.models import Meeting, Resolution
from relais.apps.meeting.permissions import can_finish_resolution, can_run_groups

ACT = "meeting/act.html"


def take(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The cell writes down a decision."""
    require(can_run_groups(who_is(request)))
    meeting = get_object_or_404(Meeting.objects.select_related("group"), group__slug=slug, number=number)
    form = ResolutionForm(
        request.POST or None, who=who_is(request), organisations=who_is(request).organisations_as(Role.CELL)
    )
    return act_or_show(
        request, form,
        lambda: acts.take_resolution(meeting=meeting, by=form.by, **form.given).get_absolute_url(),
        template=ACT, context=_around(meeting, _("Write down a decision")),
    )  # fmt: skip


def amend(request: HttpRequest, slug: str, number: int, resolution: int) -> HttpResponse:
    """The cell corrects how a decision was written down."""
    require(can_run_groups(who_is(request)))
    shown = _resolution(slug, number, resolution)
    form = AmendForm(
        request.POST or None, who=who_is(request), organisations=who_is(request).organisations_as(Role.CELL),
        texts={"words": shown.words},
        initial={
            "seen": shown.version, "due_date": shown.due_date,
            "organisation": shown.organisation.slug if shown.organisation else None,
            "measure_numbers": ", ".join(map(str, shown.measure_numbers)),
            "action_codes": ", ".join(shown.action_codes),
        },
    )  # fmt: skip

    def act() -> str:
        acts.amend_resolution(resolution=shown, by=form.by, seen=form.cleaned_data["seen"], **form.given)
        return shown.get_absolute_url()

    return act_or_show(
        request, form, act, template=ACT, context=_around(shown.meeting, _("Correct a decision"))
    )


def finish(request: HttpRequest, slug: str, number: int, resolution: int) -> HttpResponse:
    """Who must carry it out, or the cell, says that it was done."""
    shown = _resolution(slug, number, resolution)
    require(can_finish_resolution(who_is(request), shown))
    speaks_for = who_is(request).organisations_as(Role.CELL) | {shown.organisation_id}
    form = FinishForm(
        request.POST or None, who=who_is(request), organisations=speaks_for, initial={"seen": shown.version}
    )

    def act() -> str:
        acts.finish_resolution(resolution=shown, by=form.by, seen=form.cleaned_data["seen"], **form.given)
        return shown.get_absolute_url()

    title = _("Decision %(code)s was carried out") % {"code": shown.code}
    context = {**_around(shown.meeting, title), "resolution": shown}
    return act_or_show(request, form, act, template=ACT, context=context)


def _resolution(slug: str, number: int, resolution: int) -> Resolution:
    found = Resolution.objects.whole().filter(meeting__group__slug=slug, meeting__number=number)
    return get_object_or_404(found, number=resolution)


def _around(meeting: Meeting, title: str) -> dict[str, Any]:
    return {
        "group": meeting.group, "meeting": meeting, "title": title, "button": _("Save"),
        "back": meeting.get_absolute_url(),
    }  # fmt: skip
