"""How the sign-in library behaves in this house: closed, in our words, in the language of the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import render, resolve_url
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts import mailing
from relais.apps.accounts.sealing import seal, unseal
from relais.apps.accounts.squares import squares

if TYPE_CHECKING:
    from allauth.socialaccount.models import SocialApp, SocialLogin

    from relais.apps.accounts.models import User

WRONG_CODE = _("This code is not right. Codes change every half minute: try the one that shows now.")
UNREADABLE = _("This site can no longer check your codes. Ask the administrator to remove your second step.")
TOO_OFTEN = _("Too many attempts. Wait a few minutes, then try again.")

# What the library would say after an act, and what we say; the rest is left unsaid.
SAID = {
    "account/messages/logged_out.txt": _("You are signed out."),
    "account/messages/password_changed.txt": _("Your password is changed."),
    "account/messages/password_set.txt": _("Your password is set."),
    "mfa/messages/totp_activated.txt": _("The app is set up: from now on, signing in asks for a code."),
    "mfa/messages/totp_deactivated.txt": _("The app is removed: signing in no longer asks for its code."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "mfa/messages/recovery_codes_generated.txt": _(
        "There are new recovery codes. Keep them where you will find them without your telephone."
    ),
}

# What people are told by mail, whoever did it.
TOLD = {
    "account/email/password_changed": _("The password of your account was changed."),
    "account/email/password_set": _("A password was set for your account."),
    "account/email/password_reset": _("The password of your account was reset by a link sent to you."),
    "mfa/email/totp_activated": _("An app that gives codes was added to your account."),
    "mfa/email/totp_deactivated": _("The app that gives codes was removed from your account."),
    "mfa/email/webauthn_added": _("A passkey was added to your account."),
    "mfa/email/webauthn_removed": _("A passkey was removed from your account."),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made; the old ones no longer work."),
    "socialaccount/email/account_connected": _("Your account can now be opened with another sign-in."),
}


# Ways to show once more who one is.
AGAIN = {
    "reauthenticate": _("Use your password"),
    "mfa_reauthenticate": _("Use a code"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}


def name_of(user: User) -> str:
    """How a person is called, also by their own telephone when it keeps a passkey."""
    return user.name


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """No open sign-up; messages and letters are ours."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("E-mail address and password do not go together."),
        "enter_current_password": _("This is not your password of now."),
        "incorrect_password": _("This is not your password."),
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
        "invalid_password_reset": _("This link does not work any more."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Only invited people have accounts."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To what waits for them: in the language of the page, or in theirs where it has none."""
        with override(get_language_from_path(request.path) or getattr(request.user, "language", None)):
            return resolve_url(settings.LOGIN_REDIRECT_URL)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """The library's, in our words."""
        ways = super().get_reauthentication_methods(user)
        return [{**way, "description": AGAIN[way["id"]]} for way in ways]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's own page."""
        return reverse("accounts:me")

    def add_message(self, request: HttpRequest, level: int, message_template: str | None = None,
                    *args: Any, message: str | None = None, **more: Any) -> None:  # fmt: skip
        """What we say instead, if anything."""
        if words := message or SAID.get(message_template or ""):
            super().add_message(request, level, message=str(words))

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        """The link, in the language of the person."""
        with override(user.language):
            page = reverse("account_reset_password_from_key", args=[context["uid"], context["key"]])
        link = self.request.build_absolute_uri(page)
        mailing.send(email, user.language, _("A new password for Relais"), "accounts/mail/reset.txt",
                     name=user.name, link=link)  # fmt: skip

    def send_notification_mail(self, template_prefix: str, user: User, *args: Any, **more: Any) -> None:
        """Tell the person what changed, and what to do when it was not them."""
        mailing.send(user.email, user.language, _("Your account on Relais was changed"),
                     "accounts/mail/changed.txt", name=user.name, what=TOLD[template_prefix],
                     at=timezone.localtime(), host=self.request.get_host())  # fmt: skip


SECOND_FACTOR = "second factor"


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Seeds are kept encrypted; the QR code is drawn in the page."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "cannot_generate_recovery_codes": _("Recovery codes need an app or a passkey first."),
    }

    def encrypt(self, text: str) -> str:
        return seal(text, SECOND_FACTOR)

    def decrypt(self, encrypted_text: str) -> str:
        """Raises ValidationError, which the form of the code shows, when the key of the site is a new one."""
        try:
            return unseal(encrypted_text, SECOND_FACTOR)
        except InvalidToken:
            raise ValidationError(UNREADABLE) from None

    def build_totp_svg(self, url: str) -> str:
        """The code as an SVG element."""
        return render_to_string("accounts/squares.svg", {"squares": squares(url)})


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Sign-in by an identity provider: for those who have an account here, and for nobody else."""

    def list_apps(self, request: HttpRequest, provider: str | None = None,
                  client_id: str | None = None) -> list[SocialApp]:  # fmt: skip
        """From the settings alone: the environment says which provider there is."""
        from allauth.socialaccount.adapter import _build_apps_from_settings

        found = _build_apps_from_settings(provider=provider, client_id=client_id)
        return [app for apps in found.values() for app in apps]

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """An address that nobody was invited by is refused, politely; no account is made."""
        if not sociallogin.is_existing:
            raise ImmediateHttpResponse(render(request, "account/signup_closed.html", status=403))
