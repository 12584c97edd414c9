"""The letters of the administrator's acts: that invites, and that tells of a second factor removed."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from relais.apps.accounts import mailing
from relais.apps.accounts.models import Invitation, User
from relais.apps.accounts.vocabulary import Role


def link_of(secret: str, language: str) -> str:
    """Where the invited person goes, without the host, in their language."""
    with override(language):
        return reverse("accounts:join", args=[secret])


def send_invitation(invitation: Invitation, link: str) -> bool:
    """False when the mail server did not take it. `link` is whole, with the host."""
    return mailing.send(
        invitation.email, invitation.language, _("You are invited to Relais"), "accounts/mail/invitation.txt",
        invitation=invitation, role=Role(invitation.role), link=link,
    )  # fmt: skip


def own_page(language: str) -> str:
    """Where a person looks after how they sign in, without the host, in their language."""
    with override(language):
        return reverse("accounts:me")


def send_recovery(user: User, link: str) -> bool:
    """False when the mail server did not take it. `link` is whole, with the host."""
    return mailing.send(
        user.email, user.language, _("Your account on Relais was changed"), "accounts/mail/recovered.txt",
        name=user.name, at=timezone.localtime(), link=link,
    )  # fmt: skip
