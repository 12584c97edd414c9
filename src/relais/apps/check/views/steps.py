"""The pages of a check, each from what was told; what was told travels on in the page, sealed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relais.apps.check.ahead import ahead
from relais.apps.check.beside import besides, sums
from relais.apps.check.checking import Progress
from relais.apps.check.forms import ChangeForm, FamilyForm, QuestionsForm
from relais.apps.check.sealed import seal
from relais.apps.check.showing import answers, results
from relais.apps.check.vocabulary import Becomes, Way
from relais.apps.check.what_if import said
from relais.apps.languages.reader import reader_language
from relais.core.rights.outcomes import State


def _page(request: HttpRequest, template: str, progress: Progress, **more: Any) -> HttpResponse:
    context = {
        "progress": progress, "answers": answers(progress), "sealed": seal(replace(progress.told, asking=())),
        "change": said(progress.told), "ways": Way, "kinds": Becomes,
    }  # fmt: skip
    return render(request, template, context | more)


def begin(request: HttpRequest, form: FamilyForm, *, is_gone: bool = False) -> HttpResponse:
    """Who lives together, and what to look at."""
    return render(request, "check/begin.html", {"form": form, "is_gone": is_gone})


def questions(request: HttpRequest, progress: Progress, form: QuestionsForm) -> HttpResponse:
    """Some questions, and how far it is."""
    sealed = seal(replace(progress.told, asking=tuple(form.needs)))
    return _page(
        request, "check/questions.html", progress, form=form, sealed=sealed, asked=len(progress.told.ask)
    )


def result(request: HttpRequest, progress: Progress) -> HttpResponse:
    """What the law says of this family today."""
    return _page(
        request, "check/result.html", progress, **_states(progress), sums=sums(progress.checked.outcomes)
    )


def sheet(request: HttpRequest, progress: Progress) -> HttpResponse:
    """The result as one sheet of A4, to take along."""
    return _page(
        request, "check/sheet.html", progress, **_states(progress), sums=sums(progress.checked.outcomes)
    )


def what_if(request: HttpRequest, progress: Progress, form: ChangeForm) -> HttpResponse:
    """What may change, of whom, and when."""
    return _page(request, "check/what_if.html", progress, form=form)


def calendar(request: HttpRequest, progress: Progress) -> HttpResponse:
    """The days on which something changes by itself."""
    soon, late = ahead(progress)
    return _page(request, "check/calendar.html", progress, soon=soon, late=late)


def side_by_side(request: HttpRequest, progress: Progress) -> HttpResponse:
    """Right by right, today and after the change."""
    assert progress.before
    every = besides(progress)
    return _page(
        request, "check/side_by_side.html", progress, before=progress.before,
        changing=[each for each in every if each.becomes != Becomes.SAME],
        same=[each for each in every if each.becomes == Becomes.SAME],
        sums_before=sums(progress.before.checked.outcomes), sums_after=sums(progress.checked.outcomes),
        is_clear=all(each.becomes != Becomes.UNCLEAR for each in every),
    )  # fmt: skip


def _states(progress: Progress) -> dict[str, Any]:
    language = reader_language()
    states = {"entitled": State.ENTITLED, "depends": State.DEPENDS, "not_entitled": State.NOT_ENTITLED}
    return {name: results(progress, language, state) for name, state in states.items()}


PAGES: Mapping[str, Callable[[HttpRequest, Progress], HttpResponse]] = {
    "now": result, "calendar": calendar, "print": sheet,
}  # fmt: skip
