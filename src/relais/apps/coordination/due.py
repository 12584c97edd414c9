"""What is open in coordination, by when, for whom: what reminders and calendars are made of."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.due import Due
from relais.apps.coordination.asking import OPEN
from relais.apps.coordination.models import Ask, Mandate


def due_dates() -> Iterator[Due]:
    """Everything in this room that someone must do by a day."""
    yield from _asks()


def _asks() -> Iterator[Due]:
    """Asks without an answer, the silent too. Without anyone who speaks for the actor, the cell must act."""
    speakers = Mandate.objects.speakers()
    today = timezone.localdate()
    for ask in Ask.objects.whole():
        if ask.state(today) not in OPEN:
            continue
        organisations = frozenset(each.pk for each in speakers.get(ask.actor_id, ()))
        yield Due(
            key=f"ask:{ask.pk}",
            date=ask.due_date,
            what=_("%(actor)s: answer what is asked in measure %(of)s")
            % {"actor": ask.actor.name, "of": ask.of},
            address=ask.get_absolute_url(),
            organisations=organisations,
            is_public=True,
            for_cell=not organisations,
            is_fictional=ask.is_fictional,
        )
