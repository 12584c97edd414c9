"""Two to four groups or places side by side, by a form that is also the address to share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relais.apps.observatory import models as m
from relais.apps.observatory.comparing import comparing, words
from relais.apps.observatory.comparing.comparing import Side
from relais.apps.observatory.forms.reading import ComparisonChoice
from relais.apps.observatory.pictures.comparing import side_by_side, through_time
from relais.apps.observatory.reading.places import places
from relais.apps.observatory.reading.words import Codes, names_of_codes
from relais.apps.observatory.vocabulary import Standing
from relais.apps.ui.filters import Option


@login_not_required
def compare(request: HttpRequest) -> HttpResponse:
    """First an indicator, then its groups and places, then what they say side by side."""
    choice = ComparisonChoice.read(request.GET)
    live = m.Indicator.objects.filter(standing=Standing.LIVE).order_by("number")
    context: dict[str, Any] = {"choice": choice, "indicators": live, "most": comparing.MOST}
    if found := m.Indicator.objects.filter(slug=choice.indicator).first():
        names, sides = names_of_codes(), comparing.sides_of(found)
        chosen = [side for key in choice.keys for side in sides if side.key == key]
        context |= {"indicator": found, "groups": _groups(sides, choice, names), "chosen": len(chosen)}
        context["unknown"] = [key for key in choice.keys if key not in {side.key for side in chosen}]
        if len(chosen) > 1:
            context |= _told(chosen, choice, names)
    return render(request, "observatory/compare.html", context)


def _groups(
    sides: Sequence[Side], choice: ComparisonChoice, names: Codes
) -> list[tuple[m.Definition, list[Option], bool]]:
    """The groups of each definition: their options, those that are chosen first; and whether one is."""
    definitions = list(dict.fromkeys(side.definition for side in sides))
    options: dict[m.Definition, list[Option]] = {}
    for side in sorted(sides, key=lambda side: side.key not in choice.keys):
        option = Option(side.key, words.in_full(side, names), len(side.periods), side.key in choice.keys)
        options.setdefault(side.definition, []).append(option)
    return [(each, options[each], options[each][0].is_chosen) for each in definitions]


def _told(chosen: Sequence[Side], choice: ComparisonChoice, names: Codes) -> dict[str, Any]:
    """What they say side by side, or why they are not compared."""
    breaks = list(m.BreakMark.objects.filter(definition=chosen[0].definition))
    alike = dict(m.Dimension.objects.values_list("slug", "alike"))
    told = comparing.compare(
        chosen, places(), alike, breaks, period=choice.period, since=choice.since
    )  # fmt: skip
    if isinstance(told, comparing.Refusal):
        return {"refusal": told, "sides": [(words.in_full(side, names), side) for side in chosen]}
    return {
        "comparison": told, "lines": words.lines(told, names), "courses": words.courses(told, names),
        "periods": words.periods(told),
        "picture": side_by_side(told, words.named(told.sides, names), names),
        "course": through_time(told, breaks, names),
    }  # fmt: skip
