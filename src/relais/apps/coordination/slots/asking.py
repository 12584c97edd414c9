"""Who was asked, and what was answered, on the pages of measures, actors and themes, and on the home page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from relais.apps.coordination.models import Ask
from relais.apps.coordination.permissions import can_ask
from relais.apps.coordination.sorting import COLUMNS
from relais.apps.coordination.standing import silent_first, standings, tally, weigh
from relais.apps.coordination.vocabulary import AskState
from relais.apps.plan.models import Actor, Measure, Theme
from relais.apps.ui.slots import Column, adds, fills


@fills("measure", position=20)
def measure(request: HttpRequest, shown: Measure) -> str:
    """Who was asked for this measure, who answered what, who is silent; for the cell, the way to ask."""
    found = standings(shown.asks.whole(), timezone.localdate())
    context = {"found": silent_first(found), "tally": tally(found), "measure": shown}
    return _rendered(request, "coordination/measure_asks.html", context)


@fills("actor", position=20)
def actor(request: HttpRequest, shown: Actor) -> str:
    """What weighs on this actor, what it was asked, what it answered, who speaks for it."""
    today = timezone.localdate()
    found = standings(shown.asks.whole(), today)
    [weighed] = weigh([shown], today, found)
    named = bool(weighed.load.named) or shown.annex_entries.exists()
    context = {"weighed": weighed, "found": silent_first(found), "actor": shown, "is_named": named}
    return _rendered(request, "coordination/actor_asks.html", context)


@fills("theme", position=20)
def theme(request: HttpRequest, shown: Theme) -> str:
    """For how many measures of this theme someone was asked, and how they stand."""
    found = standings(Ask.objects.filter(measure__theme=shown).whole(), timezone.localdate())
    measures = len({each.ask.measure_id for each in found if each.state != AskState.WITHDRAWN})
    context = {"tally": tally(found), "measures": measures, "of": shown.measures.count(), "theme": shown}
    return _rendered(request, "coordination/theme_asks.html", context)


@fills("home", position=20)
def home(request: HttpRequest, _nothing: None) -> str:
    """For how many measures someone was asked, and how many asks met silence."""
    found = standings(Ask.objects.whole(), timezone.localdate())
    measures = len({each.ask.measure_id for each in found if each.state != AskState.WITHDRAWN})
    context = {"tally": tally(found), "measures": measures, "of": Measure.objects.count()}
    return _rendered(request, "coordination/home_asks.html", context)


@fills("actors", position=20)
def above_actors(request: HttpRequest, shown: Sequence[Actor]) -> str:
    """Whether any of them was asked yet, and where the whole table stands."""
    asked = len(set(Ask.objects.values_list("actor", flat=True)))
    return _rendered(request, "coordination/actors_asked.html", {"asked": asked, "of": len(shown)})


@adds("actors")
def actors(_request: HttpRequest, shown: Sequence[Actor]) -> list[Column]:
    """Three columns of the list of actors: asked, accepted, silent."""
    loads = {each.actor.pk: each.load for each in weigh(shown, timezone.localdate())}
    return [
        Column(COLUMNS[name], {pk: str(getattr(load, name)) for pk, load in loads.items()}, is_number=True)
        for name in ("asked", "accepted", "silent")
    ]


def _rendered(request: HttpRequest, template: str, context: dict[str, Any]) -> str:
    may_ask = can_ask(request.who)  # type: ignore[attr-defined]
    return render_to_string(template, {**context, "may_ask": may_ask}, request)
