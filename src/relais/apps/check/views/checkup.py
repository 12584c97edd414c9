"""The check: a few questions a page, then what the law says. What was told travels in the page alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from relais.apps.check.checking import Progress
from relais.apps.check.forms import FamilyForm, QuestionsForm
from relais.apps.check.sealed import Gone, Told, seal, unseal
from relais.apps.check.showing import answers, results
from relais.apps.check.vocabulary import Way
from relais.apps.languages.reader import reader_language
from relais.core.rights.outcomes import State
from relais.core.rights.problems import WrongInput
from relais.core.rights.unknown import Need


@login_not_required
@csrf_exempt  # it changes nothing, and a token would need a cookie
@never_cache
def check(request: HttpRequest) -> HttpResponse:
    """Begin, answer, change an answer, or see the result: the button that was pressed says which."""
    pressed = request.POST.get("do", "")
    if pressed in ("", "start"):
        form = FamilyForm(request.POST if pressed else None)
        return _asked(request, form.told) if pressed and form.is_valid() else _begin(request, form)
    try:
        told = unseal(request.POST.get("sealed", ""))
    except Gone:
        return _begin(request, FamilyForm(), is_gone=True)
    match pressed.split(":"):
        case ["change", place] if place.isdecimal() and int(place) < len(told.given):
            need = told.given[int(place)][0]
            return _asked(request, told.without(need), needs=(need,))
        case ["result"]:
            return _result(request, Progress(told, _today()))
        case ["last"]:
            return _asked(request, replace(told, use_last=True))
        case ["more"]:
            return _asked(request, told)
    progress = Progress(told, _today())
    page = QuestionsForm(request.POST, law=progress.law, needs=told.asking)
    if page.is_valid():
        try:
            return _asked(request, page.answered(told))
        except WrongInput:  # each answer can be, but not beside the others
            page.add_error(
                None, _("This cannot be: a child was born after its parent. Look at the days again.")
            )
    return _show(request, progress, page)


def _today() -> dt.date:
    return timezone.localdate()


def _begin(request: HttpRequest, form: FamilyForm, *, is_gone: bool = False) -> HttpResponse:
    return render(request, "check/begin.html", {"form": form, "is_gone": is_gone})


def _asked(request: HttpRequest, told: Told, *, needs: Sequence[Need] = ()) -> HttpResponse:
    """The next questions; the result when there is nothing to ask any more."""
    progress = Progress(told, _today())
    wanted = needs or progress.next
    if not wanted:
        return _result(request, progress)
    return _show(request, progress, QuestionsForm(None, law=progress.law, needs=wanted))


def _show(request: HttpRequest, progress: Progress, form: QuestionsForm) -> HttpResponse:
    context = {
        "form": form, "sealed": seal(replace(progress.told, asking=tuple(form.needs))),
        "answers": answers(progress), "progress": progress, "asked": len(progress.told.ask),
    }  # fmt: skip
    return render(request, "check/questions.html", context)


def _result(request: HttpRequest, progress: Progress) -> HttpResponse:
    language = reader_language()
    context = {
        "progress": progress, "answers": answers(progress),
        "sealed": seal(replace(progress.told, asking=())),
        "entitled": results(progress, language, State.ENTITLED),
        "depends": results(progress, language, State.DEPENDS),
        "not_entitled": results(progress, language, State.NOT_ENTITLED),
        "ways": Way,
    }  # fmt: skip
    return render(request, "check/result.html", context)
