"""Tables of people and organisations, and every way of reading them."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import NOBODY, Part, Who
from relais.apps.audit.models import Versioned
from relais.apps.languages.addresses import address
from relais.apps.languages.fields import TranslatedField
from relais.core.texts.text import LANGUAGES


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def in_order(self) -> OrganisationQuerySet:
        return self.order_by("slug")

    def of(self, who: Who) -> OrganisationQuerySet:
        """Those that this person may act for."""
        return self.filter(pk__in=who.organisations)


class Organisation(Versioned):
    """A body that can be asked, own an action, answer and sign. It may have no member yet."""

    slug = models.SlugField(unique=True, max_length=80)
    name = TranslatedField()
    url = models.URLField(max_length=400, null=True, blank=True)
    is_fictional = models.BooleanField(default=False)

    objects = OrganisationQuerySet.as_manager()

    @property
    def subjects(self) -> list[str]:
        return [f"organisation:{self.slug}"]

    def get_absolute_url(self) -> str:
        return address("coordination:organisation", self.slug)


class UserManager(BaseUserManager["User"]):
    """People are found by e-mail, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person who signs in. What they may do hangs on their memberships, and on nothing else."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, choices=[(code, code) for code in LANGUAGES], default="nl")
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = UserManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="email_once_whatever_its_capitals")]

    def who(self) -> Who:
        """This person as plain data: one query, whatever is asked of it afterwards."""
        if not self.is_active:
            return NOBODY
        rows = self.memberships.select_related("organisation").order_by("organisation__slug", "role")
        parts = (Part(m.organisation_id, m.organisation.slug, Role(m.role)) for m in rows)
        return Who(person=self.pk, name=self.name, parts=tuple(parts))


class Membership(models.Model):
    """A role of a person in an organisation."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "organisation", "role"], name="role_once_an_organisation")
        ]


class Invitation(models.Model):
    """A seat for someone who has no account yet; used once, and only until it expires."""

    token = models.UUIDField(unique=True, default=uuid4)
    email = models.EmailField()
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=20, choices=Role)
    language = models.CharField(max_length=2, default="nl")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
