"""The closed list of roles."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(TextChoices):
    """What a person is in an organisation. A reader has none."""

    MEMBER = "member", pgettext_lazy("role", "member of an organisation")
    CELL = "cell", pgettext_lazy("role", "coordination cell")
    OBSERVER = "observer", pgettext_lazy("role", "observer")
    REFERENT = "referent", pgettext_lazy("role", "referent")
    ADMINISTRATOR = "administrator", pgettext_lazy("role", "administrator")

    @property
    def may(self) -> str | Promise:
        """What it lets a person do, in plain words."""
        return MAY[self]


MAY = {
    Role.MEMBER: _("Answers for the organisation, reports on its actions and proposes new ones."),
    Role.CELL: _("Asks actors, opens rounds, validates reports and looks after the whole."),
    Role.OBSERVER: _("Writes an independent opinion beside what owners say; changes nothing of theirs."),
    Role.REFERENT: _("Speaks for the organisation, and sits in the group of referents."),
    Role.ADMINISTRATOR: _("Invites people, gives and takes roles; has no say in the plan itself."),
}
