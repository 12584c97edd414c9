"""Fields that many forms of coordination have, and what every form about an action does with a conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.accounts.models import Organisation
from relais.apps.audit.actions import Conflict
from relais.apps.coordination.models import Action
from relais.apps.languages.reader import reader_language
from relais.apps.languages.switch import NAMES
from relais.apps.ui.fields import Day
from relais.core.texts.text import LANGUAGES, Text

LONG, SHORT = 4000, 200  # characters: what is said in two minutes, what fits in a title

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = str | _StrPromise


def day(label: Words, help_text: Words = "", required: bool = False) -> forms.DateField:
    """A date, with the browser's own calendar; empty is not known."""
    return Day(label=label, help_text=help_text, required=required)


def line(label: Words, help_text: Words = "", required: bool = False, most: int = SHORT) -> forms.CharField:
    """A line of text; empty is not known."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=most,
        empty_value="" if required else None,
    )


def story(label: Words, help_text: Words = "", required: bool = False) -> forms.CharField:
    """A few sentences."""
    widget = forms.Textarea(attrs={"rows": 5})
    return forms.CharField(
        label=label, help_text=help_text, required=required, widget=widget, max_length=LONG
    )


def web_address(label: Words, help_text: Words = "") -> forms.URLField:
    """Where something can be read; empty is not known."""
    return forms.URLField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=400,
        empty_value=None,
        assume_scheme="https",
    )


def euro(label: Words) -> forms.IntegerField:
    """Whole EUR; empty is not known, 0 is nothing."""
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=10**12)


def figure(label: Words, help_text: Words = "") -> forms.DecimalField:
    """A number with at most two decimals; empty is not known."""
    return forms.DecimalField(
        label=label, help_text=help_text, required=False, max_digits=14, decimal_places=2
    )


def choice(label: Words, vocabulary: Any, help_text: Words = "") -> forms.ChoiceField:
    """One of a closed list, all of it in sight."""
    return forms.ChoiceField(
        label=label, choices=vocabulary.choices, help_text=help_text, widget=forms.RadioSelect
    )


def language_of_words() -> forms.ChoiceField:
    """In which language something is written."""
    return forms.ChoiceField(
        label=_("Language you write in"), choices=[(code, NAMES[code]) for code in LANGUAGES]
    )


class OrganisationField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """An organisation by its name in the reader's language; the act gets the organisation."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Organisation.objects.in_order(), to_field_name="slug", **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.name)


class OnAction(ActForm):
    """A form about `action`, or about `row`, something that hangs on it; begins with what is known now.

    `writing` is the language to begin writing in.
    """

    button: Words = _("Save")
    is_of_row = False

    def __init__(
        self, *args: Any, action: Action | None = None, row: Any = None, writing: str | None = None,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        self.action, self.row = action, row
        self.writing = writing or reader_language()
        kwargs["initial"] = {**self.known(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)

    def known(self) -> dict[str, Any]:
        """What the fields begin with."""
        row = self.row if self.is_of_row else self.action
        found = {name: getattr(row, name) for name in self.base_fields if hasattr(row, name)}
        return {"language": self.writing, **found, "seen": getattr(row, "version", None)}

    def show(self, conflict: Conflict) -> None:
        """In words: the names of values of closed lists, texts in the language that is being written."""
        super().show(conflict)
        shown = {name: value for name, value in conflict.wanted.items() if name in self.fields}
        self.conflict = [
            (
                str(self.fields[name].label),
                self._said(name, getattr(conflict.row, name)),
                self._said(name, value),
            )
            for name, value in shown.items()
        ]

    def _said(self, name: str, value: Any) -> Any:
        if isinstance(value, Text):
            return value.get(self.data.get("language") or self.writing)
        choices = dict(getattr(self.fields[name], "choices", ()))
        if isinstance(value, list):
            return ", ".join(str(choices.get(each, each)) for each in value)
        return choices.get(value, value)


class Written(OnAction):
    """Words of a person, in one language that they name. `texts` are fields that hold a text."""

    language = language_of_words()
    texts: tuple[str, ...] = ()

    def known(self) -> dict[str, Any]:
        found = super().known()
        for name in self.texts:
            text = found.get(name)
            found[name] = text.get(self.writing, "") if text else ""
        return found


class Confirm(OnAction):
    """Nothing to fill in but, where it is asked, why."""


class Remove(OnAction):
    """Why something is taken away. The trail keeps what it was."""

    is_of_row = True
    reason = story(_("Why"), _("The public change log tells it, with this reason."), required=True)
    button = _("Remove")


def parse_measures(words: str) -> list[tuple[int, str]]:
    """“16, 17b” to [(16, ""), (17, "b")]. Raises ValidationError naming what is not a measure."""
    found = []
    for part in words.replace(";", ",").replace(" ", ",").split(","):
        if not part:
            continue
        number = part.rstrip("abcdefghijklmnopqrstuvwxyz")
        letter = part[len(number) :]
        if not (number.isascii() and number.isdigit() and len(number) <= 4 and len(letter) <= 1):
            said = _now("“%(part)s” is not the number of a measure. Write for example: 16, 17b.")
            raise ValidationError(said % {"part": part})
        found.append((int(number), letter))
    return list(dict.fromkeys(found))
