"""The check: a few questions a page, then what the law says. What was told travels in the page alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from relais.apps.check import what_if
from relais.apps.check.checking import Progress
from relais.apps.check.forms import ChangeForm, FamilyForm, QuestionsForm
from relais.apps.check.sealed import Gone, Told, unseal
from relais.apps.check.views import steps
from relais.core.rights.problems import WrongInput
from relais.core.rights.unknown import Need


@login_not_required
@csrf_exempt  # it changes nothing, and a token would need a cookie
@never_cache
def check(request: HttpRequest) -> HttpResponse:
    """Begin, answer, see the result and what would change it: the button that was pressed says which."""
    pressed = request.POST.get("do", "")
    if pressed in ("", "start"):
        form = FamilyForm(request.POST if pressed else None)
        return _asked(request, form.told) if pressed and form.is_valid() else steps.begin(request, form)
    try:
        told = unseal(request.POST.get("sealed", ""))
    except Gone:
        return steps.begin(request, FamilyForm(), is_gone=True)
    today = timezone.localdate()
    match pressed.split(":"):
        case ["change", place] if place.isdecimal() and int(place) < len(told.given):
            need = told.given[int(place)][0]
            return _asked(request, told.without(need), needs=(need,))
        case ["result"]:
            return _result(request, Progress(told, today))
        case ["last"]:
            return _asked(request, replace(told, use_last=True))
        case ["more"]:
            return _asked(request, told)
        case ["now" | "calendar" | "print" as page]:
            return steps.PAGES[page](request, Progress(told.before or told, today))
        case ["what-if" | "after" as step]:
            return _what_if(request, told.before or told, today, is_said=step == "after")
        case ["on", day] if date := _ahead(day, today):
            then = what_if.after(told.before or told, what_if.ONLY_THE_DAY, date, today)
            return _result(request, Progress(then, today))
    progress = Progress(told, today)
    page_form = QuestionsForm(request.POST, law=progress.law, needs=told.asking)
    if page_form.is_valid():
        try:
            return _asked(request, page_form.answered(told))
        except WrongInput:  # each answer can be, but not beside the others
            page_form.add_error(
                None, _("This cannot be: a child was born after its parent. Look at the days again.")
            )
    return steps.questions(request, progress, page_form)


def _asked(request: HttpRequest, told: Told, *, needs: Sequence[Need] = ()) -> HttpResponse:
    """The next questions; the result when there is nothing to ask any more."""
    progress = Progress(told, timezone.localdate())
    wanted = needs or progress.next
    if not wanted:
        return _result(request, progress)
    return steps.questions(request, progress, QuestionsForm(None, law=progress.law, needs=wanted))


def _result(request: HttpRequest, progress: Progress) -> HttpResponse:
    """What the law says of this family; after a change, beside what it says today."""
    return steps.side_by_side(request, progress) if progress.before else steps.result(request, progress)


def _what_if(request: HttpRequest, told: Told, today: dt.date, *, is_said: bool) -> HttpResponse:
    form = ChangeForm(request.POST if is_said else None, told=told, today=today)
    if not is_said or not form.is_valid():
        return steps.what_if(request, Progress(told, today), form)
    given = form.cleaned_data
    return _asked(request, what_if.after(told, given["change"], given["day"], today))


def _ahead(day: str, today: dt.date) -> dt.date | None:
    """A day of the calendar; None for what is none."""
    try:
        date = dt.date.fromisoformat(day)
    except ValueError:
        return None
    return date if today <= date <= what_if.last_day(today) else None
