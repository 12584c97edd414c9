"""Roles, details, and what happens when someone loses a second factor, or leaves."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts import verbs
from relais.apps.accounts.models import Invitation, Membership, Organisation, User
from relais.apps.accounts.permissions import (
    can_change_details,
    can_close_account,
    can_manage_people,
    can_recover_account,
    require,
)
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import record


@transaction.atomic
def give_role(*, user: User, organisation: Organisation, role: Role, by: Who, why: str = "") -> Membership:
    """Let someone be `role` in `organisation`. Raises Refused; ValidationError when they are already."""
    require(can_manage_people(by))
    membership, is_new = Membership.objects.get_or_create(user=user, organisation=organisation, role=role)
    if not is_new:
        raise ValidationError(_("This person holds that role already."))
    record(verbs.ROLE_GIVEN, by=by, about=_subjects(user, organisation), after={"role": role.value}, why=why)
    return membership


@transaction.atomic
def take_role(*, membership: Membership, by: Who, why: str = "") -> None:
    """Take a role away. Raises Refused; ValidationError when nobody would be left to administer the site."""
    require(can_manage_people(by))
    _require_another_administrator(membership.user, membership)
    membership.delete()
    about = _subjects(membership.user, membership.organisation)
    record(verbs.ROLE_TAKEN, by=by, about=about, before={"role": membership.role}, why=why)


@transaction.atomic
def change_details(*, user: User, name: str, language: str, by: Who) -> None:
    """Change one's name and language. The trail notes the language, and that the name changed; no names."""
    require(can_change_details(by, user))
    before = {"language": user.language}
    after = {"language": language}
    user.name, user.language = name, language
    user.save(update_fields=["name", "language"])
    record(verbs.DETAILS_CHANGED, by=by, about=[f"person:{user.pk}"], before=before, after=after)


@transaction.atomic
def recover_account(*, user: User, by: Who, why: str = "") -> None:
    """Remove the second factor that someone lost: app, passkeys and recovery codes. Their password stays.

    They are signed out everywhere, and must have a new one from then on (`Who.held_back`). Raises Refused;
    ValidationError when they have none.
    """
    require(can_recover_account(by, user))
    removed, _kinds = Authenticator.objects.filter(user=user).delete()
    if not removed:
        raise ValidationError(_("This person has no second factor."))
    user.recovered_at = timezone.now()
    user.save(update_fields=["recovered_at"])
    _end_sessions(user)
    record(verbs.RECOVERED, by=by, about=[f"person:{user.pk}"], why=why)


@transaction.atomic
def close_account(*, user: User, by: Who, why: str = "") -> None:
    """Empty the account of someone who left: name, address, roles and every way to sign in are gone.

    What they did stays in the trail, under a key that leads to nobody any more. Raises Refused;
    ValidationError when nobody would be left to administer the site.
    """
    require(can_close_account(by, user))
    _require_another_administrator(user)
    roles = [f"{m.organisation.slug}: {m.role}" for m in user.memberships.select_related("organisation")]
    Invitation.objects.open().filter(email__iexact=user.email).update(revoked_at=timezone.now())
    Invitation.objects.filter(email__iexact=user.email).update(email="")
    for kept in (Membership, EmailAddress, Authenticator, SocialAccount):
        kept._default_manager.filter(user=user).delete()
    user.name, user.email, user.is_active = "", f"closed-{user.pk}@relais.invalid", False
    user.set_unusable_password()
    user.save()
    about = [f"person:{user.pk}"]
    record(verbs.ACCOUNT_CLOSED, by=by, about=about, before={"role": roles}, why=why)


def _end_sessions(user: User) -> None:
    """Everywhere they are signed in. A session says whose it is only when it is opened."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()):
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()


def _require_another_administrator(user: User, leaving: Membership | None = None) -> None:
    """Someone must remain who can give rights. `leaving`: only this role of theirs goes; else all of them."""
    administrators = Membership.objects.filter(role=Role.ADMINISTRATOR)
    if leaving is not None and leaving.role != Role.ADMINISTRATOR:
        return
    going = administrators.filter(pk=leaving.pk) if leaving else administrators.filter(user=user)
    if going.exists() and not administrators.exclude(pk__in=going).exists():
        raise ValidationError(
            _("Nobody would be left to administer this site: make someone else administrator.")
        )


def _subjects(user: User, organisation: Organisation) -> list[str]:
    return [f"person:{user.pk}", f"organisation:{organisation.slug}"]
