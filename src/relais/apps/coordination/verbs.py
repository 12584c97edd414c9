"""The acts of coordination, in the words of the public change log."""

from django.utils.translation import gettext_lazy as _

from relais.apps.audit.verb import Verb

# Asking
ASKED = Verb("asked", _("%(organisation)s asked %(actor)s about measure %(of)s; answer by %(due_date)s"))
ASKED_AGAIN = Verb(
    "asked-again",
    _("%(organisation)s asked %(actor)s again about measure %(of)s; answer by %(due_date)s, "
      "before: %(before_due_date)s"),
)  # fmt: skip
ACCEPTED = Verb("ask-accepted", _("%(organisation)s accepted for %(actor)s what was asked in measure %(of)s"))
CONDITIONS = Verb(
    "ask-conditions",
    _("%(organisation)s accepted for %(actor)s, with conditions, what was asked in measure %(of)s"),
)
CONTESTED = Verb(
    "ask-contested", _("%(organisation)s contested for %(actor)s what was asked in measure %(of)s")
)
WITHDRAWN = Verb("ask-withdrawn", _("%(organisation)s no longer asks %(actor)s about measure %(of)s"))
MANDATE_GIVEN = Verb("mandate-given", _("%(speaker)s now speaks for %(actor)s, says %(organisation)s"))
MANDATE_ENDED = Verb("mandate-ended", _("%(speaker)s no longer speaks for %(actor)s, says %(organisation)s"))
