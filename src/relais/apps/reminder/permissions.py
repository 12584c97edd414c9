"""Who may do what in the reminder room: everyone for themselves."""

from __future__ import annotations

from relais.apps.accounts.models import User
from relais.apps.accounts.who import Who


def can_choose_mails(who: Who, user: User) -> bool:
    """Choose which mails someone gets, and make or end the address of their calendar: only themselves."""
    return who.person == user.pk
