"""The weekly digest: what changed in public on what is theirs, and what is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext, override

from relais.apps.accounts.who import Who
from relais.apps.audit.models import Event, EventQuerySet
from relais.apps.coordination.models import AnsweredMeasure, Ask
from relais.apps.reminder.changes import Change, read
from relais.apps.reminder.gathering import Spoken, tasks_of
from relais.apps.reminder.letters import Letter, whole
from relais.apps.reminder.models import mails_of, people, sent_to
from relais.apps.reminder.reminding import line
from relais.apps.reminder.vocabulary import Mails

MOST = 50  # changes in one letter; the feed has them all


def week_before(today: dt.date) -> dt.date:
    """The Monday of the last week that has ended."""
    return today - dt.timedelta(days=today.weekday() + 7)


def letters(today: dt.date) -> Iterator[Letter]:
    """A letter for everyone who wants one and has something to read, once for each week that has ended."""
    monday = week_before(today)
    wanting = [(user, who) for user, who in people() if mails_of(user) != Mails.NONE]
    told = sent_to([user.pk for user, _ in wanting])
    spoken, followed = Spoken(), _followed()
    changes: dict[str, list[Change]] = {}
    for user, who in wanting:
        mark = (user.pk, "digest", monday, "digest")
        if mark in told:
            continue
        if user.language not in changes:
            with override(user.language):
                changes[user.language] = read(_events_of(monday))
        theirs = [change for change in changes[user.language] if _concerns(change, who, followed)]
        tasks = tasks_of(who, spoken.in_language(user.language), today)
        if not theirs and not tasks.pressing:
            continue
        with override(user.language):
            subject = gettext("Your week on Relais")
        context = {
            "changes": [(change, whole(change.address)) for change in theirs[:MOST]],
            "more": max(0, len(theirs) - MOST), "monday": monday, "sunday": monday + dt.timedelta(days=6),
            "late": [line(due) for due in tasks.late],
            "coming": [line(due) for due in tasks.soon],
        }  # fmt: skip
        yield Letter(user, subject, "digest", context, [mark])


def _events_of(monday: dt.date) -> EventQuerySet:
    begins = timezone.make_aware(dt.datetime.combine(monday, dt.time()))
    ends = timezone.make_aware(dt.datetime.combine(monday + dt.timedelta(days=7), dt.time()))
    return Event.objects.public().newest_first().filter(at__gte=begins, at__lt=ends)


def _concerns(change: Change, who: Who, followed: dict[int, set[str]]) -> bool:
    """The cell follows everything; anyone else their organisations, and the measures of those."""
    if who.is_cell:
        return True
    own = {f"organisation:{part.slug}" for part in who.parts}
    theirs = own.union(*(followed.get(part.organisation, set()) for part in who.parts))
    return not change.subjects.isdisjoint(theirs)


def _followed() -> dict[int, set[str]]:
    """Each organisation to the measures it works on or was asked to carry, as the trail names them."""
    answered = AnsweredMeasure.objects.filter(action__is_draft=False).exclude(action__owners=None)
    asked = Ask.objects.exclude(actor__mandates=None)
    pairs = [
        *answered.values_list("action__owners__organisation", "measure__number"),
        *asked.values_list("actor__mandates__organisation", "measure__number"),
    ]
    found: dict[int, set[str]] = {}
    for organisation, number in pairs:
        found.setdefault(organisation, set()).add(f"measure:{number}")
    return found
