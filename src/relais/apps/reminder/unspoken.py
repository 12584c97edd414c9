"""Of what an observer has said nothing yet this year: no date makes them speak, so no task leads there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.coordination.models import Action
from relais.apps.coordination.vocabulary import Phase
from relais.apps.plan.models import Theme
from relais.apps.reporting.models import Statement
from relais.apps.reporting.vocabulary import Voice

SHOWN = 10  # actions on the desk; their number is told


@dataclass(frozen=True, slots=True)
class Unspoken:
    """Themes and the first actions, in the order of the plan; `count` is that of all such actions."""

    year: int
    themes: list[Theme]
    actions: list[Action]
    count: int

    @property
    def more(self) -> int:
        """How many actions are not shown."""
        return self.count - len(self.actions)


def unspoken(who: Who, today: dt.date) -> Unspoken | None:
    """What is left for the organisations for which `who` observes; None for others. Three queries."""
    observing = who.organisations_as(Role.OBSERVER)
    if not observing:
        return None
    said = Statement.objects.filter(
        voice=Voice.OBSERVER, organisation__in=observing, stated_at__year=today.year
    )
    themes = Theme.objects.exclude(pk__in=said.exclude(theme=None).values("theme")).order_by("number")
    spoken_on = said.exclude(action=None).values("action")
    left = Action.objects.published().exclude(phase=Phase.STOPPED).exclude(pk__in=spoken_on)
    return Unspoken(today.year, list(themes), list(left.in_order()[:SHOWN]), left.count())
