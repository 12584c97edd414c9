"""What is asked about people: their details, their roles, an invitation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms.act import ActForm
from relais.apps.accounts.models import Organisation, User
from relais.apps.accounts.permissions import can_invite
from relais.apps.accounts.signing import PASSWORD_HELP
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.languages.switch import NAMES
from relais.core.texts.text import LANGUAGES

MANAGERS = (Role.CELL, Role.ADMINISTRATOR)
LANGUAGE_CHOICES = [(code, NAMES[code]) for code in LANGUAGES]


def own_name() -> forms.CharField:
    """How someone wants to be called."""
    return forms.CharField(
        label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )


def own_language() -> forms.ChoiceField:
    """The language of letters."""
    return forms.ChoiceField(label=_("Language of the letters you get"), choices=LANGUAGE_CHOICES)


def any_organisation() -> forms.ModelChoiceField:  # type: ignore[type-arg]  # it cannot be asked at run time
    """One organisation of all, by name."""
    return forms.ModelChoiceField(Organisation.objects.in_order(), label=_("Organisation"))


class ManagingForm(ActForm):
    """An act of the cell or the administrator, for the organisation in which they are that."""

    def __init__(self, *args: Any, who: Who, **kwargs: Any) -> None:
        super().__init__(*args, who=who, organisations=who.organisations_as(*MANAGERS), **kwargs)


class WhyForm(ManagingForm):
    """Why: it stays in the trail."""

    why = forms.CharField(
        label=_("Why"), max_length=500, help_text=_("It stays in the trail; name no person.")
    )


class DetailsForm(ActForm):
    """One's own details."""

    name = own_name()
    language = own_language()


class RoleForm(ManagingForm):
    """A role for someone who has an account."""

    organisation = any_organisation()
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)


class InvitationForm(ManagingForm):
    """Whom to invite, as what. Only roles that the person may offer are offered."""

    email = forms.EmailField(label=_("E-mail address"))
    organisation = any_organisation()
    role = forms.ChoiceField(label=_("Role"))
    language = forms.ChoiceField(label=_("Language of the letter"), choices=LANGUAGE_CHOICES)

    def __init__(self, *args: Any, who: Who, **kwargs: Any) -> None:
        super().__init__(*args, who=who, **kwargs)
        role: Any = self.fields["role"]
        role.choices = [(r.value, r.label) for r in Role if can_invite(who, 0, r)]


class AcceptForm(ActForm):
    """Nothing to fill in: the button says yes."""


class JoinForm(ActForm):
    """A new account: `email` is that of the invitation."""

    name = own_name()
    language = own_language()
    password1 = forms.CharField(
        label=_("Password"), help_text=PASSWORD_HELP, strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip
    password2 = forms.CharField(
        label=_("Password once more"), strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("This is not the same password."))
        if first:
            try:
                validate_password(first, User(email=self.email, name=cleaned.get("name", "")))
            except ValidationError as error:
                self.add_error("password1", error)
        return cleaned
