"""Inviting people, and accepting an invitation."""

from __future__ import annotations

import datetime as dt
import secrets

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts import verbs
from relais.apps.accounts.models import Invitation, Membership, Organisation, User, hash_of
from relais.apps.accounts.permissions import can_invite, is_invited, require
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import record

LASTS = dt.timedelta(days=14)


@transaction.atomic
def invite(
    *, email: str, organisation: Organisation, role: Role, language: str, by: Who
) -> tuple[Invitation, str]:
    """Offer `role` in `organisation` to an address. Gives the secret of the link too: it is kept nowhere.

    An earlier open invitation to the same is taken back. Raises Refused, and ValidationError when the person
    holds that role already.
    """
    require(can_invite(by, organisation.pk, role))
    email = email.strip().lower()
    same = {"organisation": organisation, "role": role}
    if Membership.objects.filter(user__email__iexact=email, **same).exists():
        raise ValidationError(_("This person holds that role already."))
    now, secret = timezone.now(), secrets.token_urlsafe(32)
    Invitation.objects.open().filter(email=email, **same).update(revoked_at=now)
    invitation = Invitation.objects.create(
        secret_hash=hash_of(secret), email=email, language=language, invited_at=now, expires_at=now + LASTS,
        **same,
    )  # fmt: skip
    record(verbs.INVITED, by=by, about=invitation.subjects, after={"role": role.value})
    return invitation, secret


@transaction.atomic
def revoke(*, invitation: Invitation, by: Who) -> None:
    """Take an invitation back: its link no longer works.

    Raises Refused; ValidationError when it is not open.
    """
    require(can_invite(by, invitation.organisation_id, Role(invitation.role)))
    _close(invitation, revoked_at=timezone.now())
    record(verbs.REVOKED, by=by, about=invitation.subjects, after={"role": invitation.role})


@transaction.atomic
def join(*, invitation: Invitation, name: str, language: str, password: str, by: Who) -> User:
    """Make the account that `invitation` offers; its link proves the address.

    Raises Refused; ValidationError when it was used meanwhile.
    """
    require(is_invited(by, invitation))
    _close(invitation, accepted_at=timezone.now())
    user = User(email=invitation.email, name=name, language=language)
    user.set_password(password)
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    _seat(user, invitation, by)
    return user


@transaction.atomic
def accept(*, invitation: Invitation, by: Who) -> User:
    """Add the role that `invitation` offers to one's account.

    Raises Refused; ValidationError when it was used meanwhile.
    """
    require(by.is_signed_in and is_invited(by, invitation))
    _close(invitation, accepted_at=timezone.now())
    user = User.objects.get(pk=by.person or 0)
    _seat(user, invitation, by)
    return user


def _close(invitation: Invitation, **moment: dt.datetime) -> None:
    """Raises ValidationError when someone else closed it first."""
    if not Invitation.objects.open().filter(pk=invitation.pk).update(**moment):
        raise ValidationError(_("This invitation was used or taken back meanwhile."))


def _seat(user: User, invitation: Invitation, by: Who) -> None:
    Membership.objects.get_or_create(user=user, organisation=invitation.organisation, role=invitation.role)
    record(
        verbs.JOINED,
        by=Who(person=user.pk, acting_for=invitation.organisation.slug, token=by.token),
        about=[f"person:{user.pk}", *invitation.subjects],
        after={"role": invitation.role},
    )
