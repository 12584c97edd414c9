"""Whose voice an owner's is: the owners of an action, or all who own an action that answers a theme."""

from __future__ import annotations

from relais.apps.coordination.models import Action, Owner
from relais.apps.coordination.permissions import owner_organisations
from relais.apps.plan.models import Theme


def owners_of(subject: Action | Theme) -> frozenset[int]:
    """Keys of organisations. An action's come from its prefetched owners; a theme's cost one query."""
    if isinstance(subject, Action):
        return owner_organisations(subject)
    owning = Owner.objects.filter(action__is_draft=False, action__measures__theme=subject)
    return frozenset(owning.values_list("organisation", flat=True))
