"""What holds up a measure or an action, on its page; how many are held up, on the page of the chain."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from relais.apps.accounts.who import Who
from relais.apps.coordination import permissions as may
from relais.apps.coordination.chains import action_node, measure_node, situation
from relais.apps.coordination.doings import Trouble
from relais.apps.coordination.held_up import effects_of, held_as
from relais.apps.coordination.models import Action, Blocker, Gate
from relais.apps.coordination.roads import Words, trouble
from relais.apps.coordination.vocabulary import GateState, TroubleKind
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


@fills("action", position=30)
def action(request: HttpRequest, shown: Action) -> str:
    """Its blockers and gates, with what its owners can do; what holds it up, and what it holds up."""
    who: Who = request.who  # type: ignore[attr-defined]
    words = Words(situation(timezone.localdate()))
    node = action_node(shown.code)
    row, hold = words.situation.actions.get(shown.code), words.situation.held.get(node)
    blockers = shown.blockers.select_related("lifter", "reported_by")
    context = {
        "action": shown,
        "blockers": [(blocker, _trouble(blocker)) for blocker in blockers if blocker.is_open],
        "lifted": [blocker for blocker in blockers if not blocker.is_open],
        "gates": [_gate(words, who, shown, gate) for gate in shown.gates.all()],
        "held": held_as(words, hold) if hold else None,
        "effects": effects_of(words, node) if hold or node in words.situation.troubles else None,
        "may_report": may.can_report_blocker(who, shown),
        "may_gate": may.can_set_gate(who, shown),
        "may_ask": row is not None and not row.is_over,
    }
    return render_to_string("coordination/action_blocking.html", context, request)


def _trouble(blocker: Blocker) -> SafeString:
    return trouble(Trouble(TroubleKind.BLOCKED, blocker.since_date, blocker))


def _gate(words: Words, who: Who, action: Action, gate: Gate) -> tuple[Gate, SafeString, GateState, bool]:
    gate.action = action  # with its owners, which are fetched already
    state = gate.state(words.situation.other(gate))
    return gate, words.gate(gate), state, may.can_note_gate_value(who, gate)
