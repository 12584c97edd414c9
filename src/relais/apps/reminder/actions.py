"""Acts of the reminder room: what a person chooses for themselves, and the log of what was sent."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from relais.apps.accounts.models import User, hash_of
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, record
from relais.apps.reminder import verbs
from relais.apps.reminder.models import CalendarKey, Mark, Preference, Sending
from relais.apps.reminder.permissions import can_choose_mails
from relais.apps.reminder.vocabulary import Mails


@transaction.atomic
def choose_mails(*, user: User, mails: Mails, by: Who) -> None:
    """Which mails they get from now on. Choosing what stands notes nothing; the last choice counts."""
    require(can_choose_mails(by, user))
    preference, _ = Preference.objects.select_for_update().get_or_create(user=user)
    change(preference, verbs.MAILS_CHOSEN, by=by, seen=preference.version, mails=mails)


@transaction.atomic
def open_calendar(*, user: User, by: Who) -> str:
    """A new secret for their calendar; the one before it opens nothing any more. It cannot be read again."""
    require(can_choose_mails(by, user))
    secret = secrets.token_urlsafe(32)
    CalendarKey.objects.update_or_create(
        user=user, defaults={"secret_hash": hash_of(secret), "made_at": timezone.now()}
    )
    record(verbs.CALENDAR_OPENED, by=by, about=[f"person:{user.pk}"])
    return secret


@transaction.atomic
def close_calendar(*, user: User, by: Who) -> None:
    """No address opens their calendar any more."""
    require(can_choose_mails(by, user))
    if CalendarKey.objects.filter(user=user).delete()[0]:
        record(verbs.CALENDAR_CLOSED, by=by, about=[f"person:{user.pk}"])


@transaction.atomic
def log_sent(*, marks: Iterable[Mark]) -> None:
    """Note what a mail told, all of it or nothing. This is the log itself: the trail does not repeat it."""
    now = timezone.now()
    Sending.objects.bulk_create(
        Sending(person=person, key=key, date=date, stage=stage, sent_at=now)
        for person, key, date, stage in marks
    )
