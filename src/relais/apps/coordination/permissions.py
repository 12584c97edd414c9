"""Who may do what in coordination: pure predicates over a person and prefetched rows."""

from __future__ import annotations

from collections.abc import Collection

from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.coordination.models import WORKING, Action, Blocker, DataGap, Gate, LevelRequest
from relais.apps.coordination.vocabulary import Origin


def owner_organisations(action: Action) -> frozenset[int]:
    """Keys of the organisations that own it; uses the prefetched `owners`."""
    return frozenset(owner.organisation_id for owner in action.owners.all())


def can_ask(who: Who) -> bool:
    """Ask an actor to carry a measure, and withdraw an ask."""
    return who.is_cell


def can_answer_ask(who: Who, speakers: Collection[int]) -> bool:
    """Answer for an actor: members and referents of an organisation with a mandate for it."""
    return not who.organisations_as(*WORKING).isdisjoint(speakers)


def can_give_mandate(who: Who) -> bool:
    """Say which organisation speaks for which actor."""
    return who.is_cell


def can_propose_action(who: Who) -> bool:
    """Declare a new action, owned by an organisation of theirs; the cell may for any organisation."""
    return who.is_a(Role.CELL, *WORKING)


def can_read_action(who: Who, action: Action) -> bool:
    """Anyone reads an action; a draft is read by its owners and the cell."""
    return not action.is_draft or who.is_cell or is_owner(who, action)


def is_owner(who: Who, action: Action) -> bool:
    """Whether they speak for one of its owners."""
    return not who.organisations_as(*WORKING).isdisjoint(owner_organisations(action))


def can_edit_action(who: Who, action: Action) -> bool:
    """Its owners and the cell; while it comes from public sources, its owners take it over first."""
    return who.is_cell or (is_owner(who, action) and action.origin == Origin.DECLARED)


def acting_on(who: Who, action: Action) -> frozenset[int]:
    """Keys of their organisations for which they may act on it: the cell’s, and owners they speak for."""
    speaking = who.organisations_as(*WORKING) & owner_organisations(action)
    return who.organisations_as(Role.CELL) | speaking


def can_take_over_action(who: Who, action: Action) -> bool:
    """Make one's own what was so far only known from public sources."""
    return action.origin == Origin.PUBLIC_SOURCES and (who.is_cell or is_owner(who, action))


def can_see_contact_person(who: Who) -> bool:
    """The name of a person is for those who work with them."""
    return who.is_signed_in


def can_report_blocker(who: Who, action: Action) -> bool:
    """Say what stops an action: its owners and the cell."""
    return who.is_cell or is_owner(who, action)


def can_lift_blocker(who: Who, blocker: Blocker) -> bool:
    """Say that it stops it no longer: the same."""
    return who.is_cell or is_owner(who, blocker.action)


def can_set_gate(who: Who, action: Action) -> bool:
    """Say what must come before it: its owners and the cell."""
    return who.is_cell or is_owner(who, action)


def can_note_gate_value(who: Who, gate: Gate) -> bool:
    """Note the last value of the figure that it waits for: its owners, the cell, and observers."""
    return who.is_a(Role.CELL, Role.OBSERVER) or is_owner(who, gate.action)


def can_reply_to_level_request(who: Who, request: LevelRequest) -> bool:
    """Note what the other level of power answered: the owners and the cell."""
    return who.is_cell or is_owner(who, request.action)


def can_close_data_gap(who: Who, gap: DataGap) -> bool:
    """Say that a figure was found or cannot be had: the owner of the gap and the cell."""
    return who.is_cell or gap.owner_id in who.organisations_as(*WORKING, Role.OBSERVER)


def can_raise_data_gap(who: Who) -> bool:
    """Say that a figure is missing: anyone who works with the plan."""
    return who.is_a(Role.CELL, Role.OBSERVER, *WORKING)
