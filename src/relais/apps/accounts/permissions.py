"""The beginning of every permission: a pure predicate of who and what, and the refusal when it says no."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from relais.apps.accounts.models import Invitation, User
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who


class Refused(PermissionDenied):
    """The act is not theirs. A page answers 403, a spreadsheet says so in its row, a command in a line."""


def require(is_allowed: bool, why: str = "") -> None:
    """Raises Refused unless allowed: `require(can_edit_action(by, action))` opens every act."""
    if not is_allowed:
        raise Refused(why)


def can_manage_people(who: Who) -> bool:
    """Invite, give and take roles, make organisations."""
    return who.is_a(Role.ADMINISTRATOR)


def can_manage_organisations(who: Who) -> bool:
    """Make an organisation, or correct its name."""
    return who.is_a(Role.ADMINISTRATOR, Role.CELL)


def can_invite(who: Who, organisation: int, role: Role) -> bool:
    """The administrator invites anyone; the cell invites members and referents, of any organisation."""
    if who.is_a(Role.ADMINISTRATOR):
        return True
    return who.is_cell and role in (Role.MEMBER, Role.REFERENT)


def can_read_trail(who: Who) -> bool:
    """The whole trail, with persons: the cell and the administrator."""
    return who.is_a(Role.CELL, Role.ADMINISTRATOR)


def can_read_invitations(who: Who) -> bool:
    """See which invitations are open: those who may send any."""
    return who.is_a(Role.CELL, Role.ADMINISTRATOR)


def is_invited(who: Who, invitation: Invitation) -> bool:
    """Accept an invitation, link in hand: without an account when its address has none, else as that account.

    Uses the annotated `invitee`.
    """
    return bool(who.person == invitation.invitee)  # type: ignore[attr-defined]


def can_close_account(who: Who, user: User) -> bool:
    """Empty the account of someone who left: the administrator, and never one's own."""
    return who.is_a(Role.ADMINISTRATOR) and who.person != user.pk


def can_recover_account(who: Who, user: User) -> bool:
    """Remove a second factor that someone lost: the administrator, and never one's own."""
    return who.is_a(Role.ADMINISTRATOR) and who.person != user.pk


def can_change_details(who: Who, user: User) -> bool:
    """Change one's own name and language: nobody does it for another."""
    return who.is_signed_in and who.person == user.pk
