"""Editing an action: one page for every section of it, and one to propose a new action."""

from __future__ import annotations

from inspect import signature

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from relais.apps.accounts.acting import SAVED, act_or_show
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.coordination import models as m
from relais.apps.coordination import permissions as may
from relais.apps.coordination.actions.action import propose_action
from relais.apps.coordination.forms.action import ProposeForm
from relais.apps.coordination.views.sections import ON_ACTION, ON_ROWS, Section
from relais.apps.languages.addresses import address
from relais.core.texts.text import LANGUAGES


def edit(request: HttpRequest, code: str, section: str) -> HttpResponse:
    """Change the action itself, or add something to it."""
    if section in ON_ACTION:
        return _section(request, code, ON_ACTION[section])
    if section in ON_ROWS:
        return _section(request, code, ON_ROWS[section].add)
    raise Http404


def edit_row(request: HttpRequest, code: str, section: str, row: int) -> HttpResponse:
    """Change something that hangs on the action."""
    rows = ON_ROWS.get(section)
    if rows is None or rows.change is None:
        raise Http404
    return _section(request, code, rows.change, (rows.of, row))


def remove_row(request: HttpRequest, code: str, section: str, row: int) -> HttpResponse:
    """Take away something that hangs on the action, and say why."""
    rows = ON_ROWS.get(section)
    if rows is None or rows.remove is None:
        raise Http404
    return _section(request, code, rows.remove, (rows.of, row))


def _section(
    request: HttpRequest, code: str, section: Section, place: tuple[str, int] | None = None
) -> HttpResponse:
    who: Who = request.who  # type: ignore[attr-defined]
    action = get_object_or_404(m.Action.objects.readable_by(who).whole().select_related("parent"), code=code)
    row = get_object_or_404(getattr(action, place[0]), pk=place[1]) if place else None
    if row is not None:
        row.action = action
    require(section.may(who, action, row))
    back = action.get_absolute_url() + (f"#{section.anchor}" if section.anchor else "")
    asked = request.GET.get("language")
    form = section.form(
        request.POST if request.method == "POST" else None, who=who, action=action, row=row,
        organisations=section.acting(who, action, row), writing=asked if asked in LANGUAGES else None,
    )  # fmt: skip

    def act() -> str:
        on = {section.noun: action if section.noun == "action" else row}
        seen = {"seen": form.cleaned_data["seen"]} if "seen" in signature(section.act).parameters else {}
        section.act(**on, by=form.by, **seen, **form.given)
        return back

    context = {"action": action, "row": row, "section": section, "back": back, "button": form.button}
    return act_or_show(request, form, act, template="coordination/section.html", context=context, says=SAVED)


def propose(request: HttpRequest) -> HttpResponse:
    """Propose a new action; `?measure=16` says in answer to what."""
    who: Who = request.who  # type: ignore[attr-defined]
    require(may.can_propose_action(who))
    form = ProposeForm(
        request.POST if request.method == "POST" else None, who=who,
        initial={"measures": request.GET.get("measure", "")[:20]},
    )  # fmt: skip

    def act() -> str:
        made = propose_action(by=form.by, **form.given)
        return made.get_absolute_url()

    context = {"button": form.button, "back": address("coordination:actions")}
    return act_or_show(request, form, act, template="coordination/propose.html", context=context, says=SAVED)
