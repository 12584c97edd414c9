"""The trail of one thing in words, with the names of the organisations that acted."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q
from django.utils import timezone

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.telling import with_organisations
from relais.apps.accounts.vocabulary import Role
from relais.apps.audit.models import Event
from relais.apps.coordination.models import Action

LONGEST = 30  # newest acts that a page tells


def told_of(subject: str, *, with_private: bool = False) -> list[Event]:
    """Newest first, each with `organisation_name` for its sentence. One query."""
    events = Event.objects.about(subject) if with_private else Event.objects.public().about(subject)
    return list(with_organisations(events).order_by("-pk")[:LONGEST])


def last_told(action: Action) -> dt.date | None:
    """The day on which one of its owners, or an observer, last said something of it. One query.

    What others do with it is not told of it: who opens a round asks, and a silent owner stays silent.
    """
    tellers = Organisation.objects.filter(Q(owned__action=action) | Q(memberships__role=Role.OBSERVER))
    events = Event.objects.about(f"action:{action.code}").filter(organisation__in=tellers.values("slug"))
    seen = events if action.is_draft else events.public()
    at = seen.order_by("-pk").values_list("at", flat=True).first()
    return timezone.localdate(at) if at else None
