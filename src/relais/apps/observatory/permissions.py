"""Who may propose figures, judge them, and publish those of a year. Reading is for everyone."""

from __future__ import annotations

from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import SCHEDULE, Who
from relais.apps.observatory.models import Release


def can_propose_release(who: Who) -> bool:
    """Propose a release of figures: the cell and members; and whoever may run commands on the server."""
    return who.is_a(Role.CELL, Role.MEMBER) or who == SCHEDULE


def can_read_proposal(who: Who, release: Release) -> bool:
    """Look at a release that is not accepted: the cell, and members of the organisation that proposes it."""
    return who.is_cell or release.proposed_by in who_proposes(who)


def can_judge_release(who: Who, release: Release) -> bool:
    """Accept or refuse a proposed release: the cell, but never the person who proposed it.

    A command names no person: then any person of the cell may. No command accepts.
    """
    return who.is_cell and who.person is not None and who.person != release.proposer


def who_proposes(who: Who) -> frozenset[str]:
    """Slugs of the organisations for which they may propose."""
    return frozenset(part.slug for part in who.parts if part.role in (Role.CELL, Role.MEMBER))


def can_publish_figures(who: Who) -> bool:
    """The cell; and whoever may run commands on the server."""
    return who.is_cell or who == SCHEDULE
