"""What holds up a measure, on its page; how many are held up, on the page of the chain."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from relais.apps.coordination.chains import measure_node, situation
from relais.apps.coordination.held_up import effects_of, held_as
from relais.apps.coordination.roads import Words
from relais.apps.plan.models import Measure
from relais.apps.ui.slots import fills


@fills("measure", position=60)
def measure(request: HttpRequest, shown: Measure) -> str:
    """Held up by what, by which way, and what waits for this measure in its turn."""
    words = Words(situation(timezone.localdate()))
    node = measure_node(shown.number)
    hold = words.situation.held.get(node)
    context = {
        "measure": shown,
        "held": held_as(words, hold) if hold else None,
        "effects": effects_of(words, node) if hold else None,
    }
    return render_to_string("coordination/measure_held.html", context, request)


@fills("chain")
def chain(request: HttpRequest, _overview: Any) -> str:
    """How many measures are held up today, and where to read by what."""
    found = situation(timezone.localdate())
    holds = [hold for node, hold in found.held.items() if node.kind == "measure"]
    sure = sum(hold.is_sure for hold in holds)
    context = {"sure": sure, "perhaps": len(holds) - sure}
    return render_to_string("coordination/chain_held.html", context, request)
