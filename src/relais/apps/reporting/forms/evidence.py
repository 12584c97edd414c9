"""What backs a report: a link or a file."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm


class LinkForm(ActForm):
    """Evidence that stands elsewhere."""

    title = forms.CharField(label=_("What it is"), max_length=200)
    url = forms.URLField(label=_("Address"), max_length=400, assume_scheme="https")


class FileForm(ActForm):
    """Evidence as a file."""

    title = forms.CharField(label=_("What it is"), max_length=200)
    file = forms.FileField(label=_("File"), max_length=255)
