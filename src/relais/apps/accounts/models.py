"""Tables of people and organisations, and every way of reading them."""

from __future__ import annotations

import hashlib

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Lower
from django.utils import timezone

from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import NOBODY, Part, Who
from relais.apps.audit.models import Versioned
from relais.apps.languages.addresses import address
from relais.apps.languages.fields import TranslatedField
from relais.core.texts.text import LANGUAGES

SPARE = "recovery_codes"  # how the sign-in library calls what replaces a second factor, and is none itself


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def in_order(self) -> OrganisationQuerySet:
        return self.order_by("slug")

    def of(self, who: Who) -> OrganisationQuerySet:
        """Those that this person may act for."""
        return self.filter(pk__in=who.organisations)

    def with_counts(self) -> OrganisationQuerySet:
        """With `member_count`: how many people hold a role in it."""
        return self.annotate(member_count=Count("memberships__user", distinct=True))


class Organisation(Versioned):
    """A body that can be asked, own an action, answer and sign. It may have no member yet."""

    slug = models.SlugField(unique=True, max_length=80)
    name = TranslatedField()
    url = models.URLField(max_length=400, null=True, blank=True)
    is_fictional = models.BooleanField(default=False)

    objects = OrganisationQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.name)

    @property
    def subjects(self) -> list[str]:
        return [f"organisation:{self.slug}"]

    def get_absolute_url(self) -> str:
        return address("coordination:organisation", self.slug)


class UserQuerySet(models.QuerySet["User"]):
    def in_order(self) -> UserQuerySet:
        """By name, those whose account was closed last."""
        return self.order_by("-is_active", Lower("name"), "pk")

    def with_roles(self) -> UserQuerySet:
        """With their memberships and the names of those organisations: one query more."""
        memberships = Membership.objects.select_related("organisation").order_by("organisation__slug", "role")
        return self.prefetch_related(models.Prefetch("memberships", memberships))


_UserManager = BaseUserManager.from_queryset(UserQuerySet)


class UserManager(_UserManager["User"]):
    """People are found by e-mail, whatever its capitals."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A person who signs in. What they may do hangs on their memberships, and on nothing else."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, choices=[(code, code) for code in LANGUAGES], default="nl")
    is_active = models.BooleanField(default=True)
    recovered_at = models.DateTimeField(
        null=True, help_text="when an administrator removed a second factor that was lost"
    )

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = UserManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="email_once_whatever_its_capitals")]

    def who(self) -> Who:
        """This person as plain data: one query, whatever is asked of it afterwards."""
        if not self.is_active:
            return NOBODY
        rows = (
            self.memberships.select_related("organisation")
            .annotate(factors=Count("user__authenticator", filter=~Q(user__authenticator__type=SPARE)))
            .order_by("organisation__slug", "role")
        )
        return Who(
            person=self.pk,
            name=self.name,
            parts=tuple(Part(m.organisation_id, m.organisation.slug, Role(m.role)) for m in rows),
            has_second_factor=any(m.factors for m in rows),
            was_recovered=self.recovered_at is not None,
        )


class Membership(models.Model):
    """A role of a person in an organisation."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "organisation", "role"], name="role_once_an_organisation")
        ]

    @property
    def said_role(self) -> Role:
        """The role, with its words."""
        return Role(self.role)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> InvitationQuerySet:
        """Those that still work."""
        return self.filter(accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())

    def newest_first(self) -> InvitationQuerySet:
        return self.order_by("-pk").select_related("organisation")

    def behind(self, secret: str) -> Invitation | None:
        """The open one whose link holds `secret`; with `invitee`, the account that has its address by now."""
        account = User.objects.filter(email__iexact=OuterRef("email")).values("pk")[:1]
        found = self.open().select_related("organisation").annotate(invitee=Subquery(account))
        return found.filter(secret_hash=hash_of(secret)).first()


class Invitation(models.Model):
    """A role offered to an address. Used once, and only until it expires.

    The link is in the letter alone: here is what tells that a link is right, not the link.
    """

    secret_hash = models.CharField(max_length=64, unique=True)
    email = models.EmailField(blank=True, help_text="empty once its account was closed")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=20, choices=Role)
    language = models.CharField(max_length=2, default="nl")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    @property
    def said_role(self) -> Role:
        """The role, with its words."""
        return Role(self.role)

    @property
    def subjects(self) -> list[str]:
        return [f"invitation:{self.pk}", f"organisation:{self.organisation.slug}"]


def hash_of(secret: str) -> str:
    """What is kept of the secret of a link."""
    return hashlib.sha256(secret.encode()).hexdigest()
