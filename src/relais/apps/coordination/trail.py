"""The trail of one thing in words, with the names of the organisations that acted."""

from __future__ import annotations

from django.db.models import OuterRef, Subquery

from relais.apps.accounts.models import Organisation
from relais.apps.audit.models import Event

LONGEST = 30  # newest acts that a page tells


def told_of(subject: str, *, with_private: bool = False) -> list[Event]:
    """Newest first, each with `organisation_name` for its sentence. One query."""
    named = Organisation.objects.filter(slug=OuterRef("organisation")).values("name")[:1]
    events = Event.objects.about(subject) if with_private else Event.objects.public().about(subject)
    return list(events.annotate(organisation_name=Subquery(named)).order_by("-pk")[:LONGEST])
