"""The forms of signing in, in our words."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as codes
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as passkeys
from django.utils.translation import gettext_lazy as _

PASSWORD_HELP = _("At least 12 characters. A few words in a row are easy to remember and hard to guess.")

LABELS = {
    "login": _("E-mail address"),
    "email": _("E-mail address"),
    "password": _("Password"),
    "oldpassword": _("Your password of now"),
    "password1": _("New password"),
    "password2": _("New password once more"),
    "code": _("Code"),
    "name": _("Name of this passkey"),
    "passwordless": _("Sign in with this passkey alone, without a password"),
}
HELP = {
    "password1": PASSWORD_HELP,
    "name": _("So that you know it again: “telephone”, “key on my key ring”."),
    "passwordless": _("It then asks for your fingerprint, your face or a PIN."),
}


class InOurWords:
    """Labels and help of the house; no placeholders, which vanish when they are needed."""

    may_leave_empty = True
    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.help_text = HELP.get(name, "")
            field.widget.attrs.pop("placeholder", None)


class LoginForm(InOurWords, account.LoginForm):  # type: ignore[misc]
    """E-mail address and password."""


class ReauthenticateForm(InOurWords, account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before something weighty."""


class ChangePasswordForm(InOurWords, account.ChangePasswordForm):  # type: ignore[misc]
    """The old one and the new one."""


class SetPasswordForm(InOurWords, account.SetPasswordForm):  # type: ignore[misc]
    """A first one, for who had none."""


class ResetPasswordForm(InOurWords, account.ResetPasswordForm):  # type: ignore[misc]
    """Where to send the link."""


class ResetPasswordKeyForm(InOurWords, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new one, behind the link."""


class CodeForm(InOurWords, codes.AuthenticateForm):  # type: ignore[misc]
    """A code of the app, or a recovery code."""


class CodeAgainForm(InOurWords, codes.ReauthenticateForm):  # type: ignore[misc]
    """The same, before something weighty."""


class FirstCodeForm(InOurWords, ActivateTOTPForm):  # type: ignore[misc]
    """The first code, which shows that the app is set up."""


class AddPasskeyForm(InOurWords, passkeys.AddWebAuthnForm):  # type: ignore[misc]
    """A name, and what the browser made."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].initial = self.initial["name"] = ""
        self.fields["name"].required = False


class RenamePasskeyForm(InOurWords, passkeys.EditWebAuthnForm):  # type: ignore[misc]
    """Another name."""
