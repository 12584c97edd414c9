"""Fields that several forms of the yearly round have."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from relais.apps.languages.switch import NAMES
from relais.apps.reporting import vocabulary as v
from relais.core.texts.text import LANGUAGES

LONGEST = 3000  # characters of an answer
ANSWERS = [
    (v.Answer.TOLD.value, _("in words, as above")),
    (v.Answer.NOTHING.value, v.Answer.NOTHING.label),
    (v.Answer.UNKNOWN.value, v.Answer.UNKNOWN.label),
]


def languages() -> forms.ChoiceField:
    """The language of what is written; that of the page to begin with."""
    return forms.ChoiceField(
        label=_("Language in which you write"), choices=[(code, NAMES[code]) for code in LANGUAGES],
        initial=get_language,
    )  # fmt: skip


def words(help_text: Any, rows: int = 4) -> forms.CharField:
    """An answer in words."""
    area = forms.Textarea({"rows": rows, "maxlength": LONGEST})
    return forms.CharField(
        label=_("In words"), required=False, max_length=LONGEST, widget=area, help_text=help_text
    )


def answer() -> forms.ChoiceField:
    """Whether a question is answered in words, with nothing or with not known."""
    return forms.ChoiceField(
        label=_("Answer"), required=False, choices=ANSWERS, widget=forms.RadioSelect, initial=v.Answer.TOLD
    )


def euro(label: Any) -> forms.IntegerField:
    """Whole EUR; empty is not known, 0 is nothing."""
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=10**12,
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )  # fmt: skip
