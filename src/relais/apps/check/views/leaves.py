"""Leave formulas side by side: a few questions, then all of them. What was told travels in the page alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from relais.apps.check import catalogue
from relais.apps.check.forms import QuestionsForm
from relais.apps.check.leave_form import LeaveForm
from relais.apps.check.leave_lines import IN_TABLE, effects_of, line, together, told_of
from relais.apps.check.leaving import Choosing, by_amount, by_kind
from relais.apps.check.sealed import Gone, Told, seal, unseal
from relais.apps.check.showing import answers
from relais.apps.check.vocabulary import Effect
from relais.apps.languages.reader import reader_language
from relais.core.rights.outcomes import State
from relais.core.rights.unknown import Need

MEASURES = (17, 26)  # those of the advice that ask for full information on leave


@login_not_required
@csrf_exempt  # it changes nothing, and a token would need a cookie
@never_cache
def leaves(request: HttpRequest) -> HttpResponse:
    """Begin, answer, change an answer, or compare: the button that was pressed says which."""
    pressed = request.POST.get("do", "")
    if pressed in ("", "start"):
        form = LeaveForm(request.POST if pressed else None)
        law = catalogue.law(timezone.localdate())
        return _asked(request, form.told(law)) if pressed and form.is_valid() else _begin(request, form)
    try:
        told = unseal(request.POST.get("sealed", ""))
    except Gone:
        return _begin(request, LeaveForm(), is_gone=True)
    match pressed.split(":"):
        case ["change", place] if place.isdecimal() and int(place) < len(told.given):
            need = told.given[int(place)][0]
            return _asked(request, told.without(need), needs=(need,))
        case ["result" | "amount" as order]:
            return _compared(request, _progress(told), is_by_amount=order == "amount")
        case ["more"]:
            return _asked(request, told)
    page = QuestionsForm(request.POST, law=_progress(told).law, needs=told.asking)
    return _asked(request, page.answered(told)) if page.is_valid() else _show(request, _progress(told), page)


def _progress(told: Told) -> Choosing:
    return Choosing(told, timezone.localdate())


def _begin(request: HttpRequest, form: LeaveForm, *, is_gone: bool = False) -> HttpResponse:
    return render(request, "check/leaves.html", {"form": form, "is_gone": is_gone, "measures": MEASURES})


def _asked(request: HttpRequest, told: Told, *, needs: Sequence[Need] = ()) -> HttpResponse:
    """The next questions; the comparison when there is nothing to ask any more."""
    progress = _progress(told)
    wanted = needs or progress.next
    if not wanted:
        return _compared(request, progress)
    return _show(request, progress, QuestionsForm(None, law=progress.law, needs=wanted))


def _show(request: HttpRequest, progress: Choosing, form: QuestionsForm) -> HttpResponse:
    context = {
        "form": form, "sealed": seal(replace(progress.told, asking=tuple(form.needs))),
        "answers": answers(progress), "progress": progress,
    }  # fmt: skip
    return render(request, "check/leave_questions.html", context)


def _compared(request: HttpRequest, progress: Choosing, *, is_by_amount: bool = False) -> HttpResponse:
    language, rights = reader_language(), catalogue.rights()
    found = {state: progress.in_state(state) for state in State}
    open_ = by_amount(found[State.ENTITLED]) if is_by_amount else by_kind(found[State.ENTITLED])
    kinds = told_of(open_)
    first = {each.formula.right: each for each in reversed(open_)}
    context = {
        "progress": progress, "answers": answers(progress), "is_by_amount": is_by_amount, "kinds": Effect,
        "sealed": seal(replace(progress.told, asking=())),
        "open": [line(progress, each, language, kinds) for each in open_],
        "depends": [line(progress, each, language) for each in found[State.DEPENDS]],
        "shut": together(line(progress, each, language) for each in found[State.NOT_ENTITLED]),
        "shown": kinds, "unknown": [kind for kind in IN_TABLE if kind not in kinds],
        "used_to": max((each.used_to for each in open_ if each.used_to), default=None),
        "is_derived": any(each.is_derived for each in open_),
        "steps": [(name, rights[name], effects_of(each)) for name, each in first.items()],
    }  # fmt: skip
    return render(request, "check/leaves_compared.html", context)
