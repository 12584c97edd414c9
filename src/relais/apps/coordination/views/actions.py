"""Public pages of actions: the list, and one action with all that is known of it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from relais.apps.accounts.who import Who
from relais.apps.coordination import models as m
from relais.apps.coordination import permissions as may
from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.axes import staleness
from relais.apps.coordination.forms.filters import ActionFilters
from relais.apps.coordination.models.lines import lines, with_steps
from relais.apps.coordination.money import totals
from relais.apps.coordination.trail import last_told, told_of
from relais.apps.languages.switch import NAMES
from relais.apps.ui.slots import added
from relais.core.texts.text import LANGUAGES

A_PAGE = 50  # rows that are shown at once; counts are of all


@login_not_required
def actions(request: HttpRequest) -> HttpResponse:
    """The list of actions, narrowed by search words and facets. htmx asks for the same address."""
    who: Who = request.who  # type: ignore[attr-defined]
    filters = ActionFilters.read(request.GET)
    readable = m.Action.objects.readable_by(who)
    everything = lines(readable, timezone.localdate(), with_descriptions=bool(filters.words))
    narrowed = filters.apply(everything)
    page = Paginator(narrowed.items, A_PAGE).get_page(request.GET.get("page"))
    shown = with_steps(list(page.object_list))
    more = added("actions", request, shown)
    for line in shown:
        line.told = [(column.heading, said) for column in more if (said := column.of(line))]
    context = {
        "filters": filters,
        "lines": shown,
        "page": page,
        "found": len(narrowed.items),
        "total": len(everything),
        "has_fiction": any(line.is_fictional for line in shown),
        "facets": filters.facets(narrowed, everything),
        "removals": filters.removals(everything),
        "may_propose": may.can_propose_action(who),
    }
    is_fragment = request.htmx  # type: ignore[attr-defined]
    template = "coordination/actions_results.html" if is_fragment else "coordination/actions.html"
    response = render(request, template, context)
    response["Vary"] = "HX-Request"
    return response


@login_not_required
def action(request: HttpRequest, code: str) -> HttpResponse:
    """One action: words, axes, owners, dates, steps, money, result, what it meets elsewhere, its trail."""
    who: Who = request.who  # type: ignore[attr-defined]
    found = get_object_or_404(m.Action.objects.readable_by(who).for_page(), code=code)
    may_edit = may.can_edit_action(who, found)
    told_date = last_told(found)
    context = {
        "action": found,
        "axes": found.axes,
        "staleness": staleness(told_date, timezone.localdate()),
        "last_told": told_date,
        "log": told_of(f"action:{code}", with_private=may_edit),
        "totals": totals(found.budgets.all()),
        "original": NAMES[found.original_language],
        "languages": [(code, NAMES[code], code in found.title) for code in LANGUAGES],
        "targets": [v.Target(target).label for target in found.targets],
        "parent": found.parent if found.parent and may.can_read_action(who, found.parent) else None,
        "parts": [part for part in found.sub_actions.all() if may.can_read_action(who, part)],
        "may_edit": may_edit,
        "may_take_over": may.can_take_over_action(who, found),
        "may_raise_gap": may.can_raise_data_gap(who),
        "may_see_person": may.can_see_contact_person(who),
        "gaps": [(gap, may.can_close_data_gap(who, gap)) for gap in found.data_gaps.all()],
    }
    return render(request, "coordination/action.html", context)
