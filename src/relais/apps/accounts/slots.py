"""What this room shows on pages above it: the last changes of a measure."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string

from relais.apps.accounts.telling import with_organisations
from relais.apps.audit.models import Event, with_things
from relais.apps.ui.slots import fills

LAST = 10


@fills("measure", position=90)
def changes_of_measure(request: HttpRequest, measure: Any) -> str:
    """The last public acts about it; nothing when there were none."""
    return last_changes(request, f"measure:{measure.number}")


def last_changes(request: HttpRequest, about: str) -> str:
    """A section with the last public acts about one thing, and the way to all of them.

    Two queries, and one for each kind of thing that they touched.
    """
    events = with_organisations(Event.objects.public().about(about))
    found = list(events.newest_first()[: LAST + 1])
    if not found:
        return ""
    context = {"events": with_things(found[:LAST]), "about": about, "has_more": len(found) > LAST}
    return render_to_string("accounts/last_changes.html", context, request)
