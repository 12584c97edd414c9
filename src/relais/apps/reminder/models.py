"""Tables of this room, and every way of reading them."""

from __future__ import annotations

import datetime as dt

from django.db import models

from relais.apps.accounts.models import Membership, User
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Part, Who
from relais.apps.audit.models import Versioned
from relais.apps.reminder.vocabulary import Mails


class Sending(models.Model):
    """A reminder that went out: to whom, about what, for which date, at which stage. Written once sent.

    `person` is a plain key, as in the trail. A date that moves is reminded of anew.
    """

    person = models.BigIntegerField(help_text="key of the account")
    key = models.CharField(max_length=200, help_text="of the due date, or “digest”")
    date = models.DateField()
    stage = models.CharField(max_length=20)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "key", "date", "stage"], name="reminded_once_a_stage")
        ]

    @property
    def mark(self) -> Mark:
        return self.person, self.key, self.date, self.stage


Mark = tuple[int, str, dt.date, str]


def sent_to(people: list[int]) -> set[Mark]:
    """Everything that was sent to these people: one query."""
    rows = Sending.objects.filter(person__in=people)
    return set(rows.values_list("person", "key", "date", "stage"))


class Preference(Versioned):
    """Which mails a person wants. Who never chose has no row, and gets each reminder."""

    user = models.OneToOneField(User, models.CASCADE, related_name="preference")
    mails = models.CharField(max_length=10, choices=Mails, default=Mails.EACH)

    @property
    def subjects(self) -> list[str]:
        return [f"person:{self.user_id}"]


class CalendarKey(models.Model):
    """Opens the private calendar of one person. Only what proves the secret is kept, never the secret."""

    user = models.OneToOneField(User, models.CASCADE, related_name="calendar_key")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()


def mails_of(user: User) -> Mails:
    """What they chose, or what those get who never chose. Uses `select_related("preference")` if given."""
    preference = getattr(user, "preference", None)
    return Mails(preference.mails) if preference else Mails.EACH


def people() -> list[tuple[User, Who]]:
    """Everyone with an account and a role, and who they are: two queries, whatever their number."""
    parts: dict[int, list[Part]] = {}
    for row in Membership.objects.select_related("organisation").order_by("organisation__slug", "role"):
        part = Part(row.organisation_id, row.organisation.slug, Role(row.role))
        parts.setdefault(row.user_id, []).append(part)
    users = User.objects.filter(is_active=True, pk__in=parts).select_related("preference").order_by("pk")
    return [(user, Who(user.pk, user.name, tuple(parts[user.pk]))) for user in users]
