"""What a person chooses for themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.accounts.who import Who
from relais.apps.reminder.vocabulary import Mails


class OwnForm(ActForm):
    """A person acts for themselves, not for an organisation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["acting_for"]

    @property
    def by(self) -> Who:
        return self.who.acting(None, self.cleaned_data["token"])


class MailsForm(OwnForm):
    """Which mails they want."""

    mails = forms.ChoiceField(
        label=_("Which mails do you want?"), choices=Mails.choices, widget=forms.RadioSelect
    )


class CalendarForm(OwnForm):
    """Nothing to fill in: make the address anew, or end it."""

    wanted = forms.ChoiceField(choices=[("open", "open"), ("close", "close")], widget=forms.HiddenInput)
