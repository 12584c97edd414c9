"""Where people of each role go from their desk."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.languages.addresses import address

EVERYONE = tuple(Role)

# Roles, page, words. Pages of every room, in the order in which they are shown.
WAYS: tuple[tuple[tuple[Role, ...], str, str | Promise], ...] = (
    (EVERYONE, "plan:measures", _("Measures")),
    ((Role.MEMBER, Role.REFERENT), "reporting:mine", _("My reports")),
    (EVERYONE, "reporting:rounds", _("Yearly rounds")),
    (EVERYONE, "coordination:actions", _("Actions")),
    (EVERYONE, "coordination:asks", _("Who was asked")),
    ((Role.CELL,), "coordination:mandates", _("Who speaks for whom")),
    ((Role.CELL, Role.OBSERVER), "coordination:held-up", _("What is held up")),
    ((Role.CELL, Role.MEMBER), "observatory:proposals", _("Proposed figures")),
    (EVERYONE, "consultation:consultations", _("Consultations")),
    ((Role.CELL, Role.REFERENT), "meeting:groups", _("Groups that meet")),
    ((Role.CELL,), "meeting:set-up", _("Set up a group")),
    (EVERYONE, "reminder:mails", _("Mails and calendar")),
    (EVERYONE, "accounts:me", _("Your account")),
)


def ways_of(who: Who) -> list[tuple[str, str | Promise]]:
    """Address and words of each way that is open to a role of theirs; the common ones to who has none yet."""
    return [(address(page), words) for roles, page, words in WAYS if roles == EVERYONE or who.is_a(*roles)]
