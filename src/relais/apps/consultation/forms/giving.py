"""Giving an opinion, and reading it before anyone else does."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.accounts.who import NOBODY, Who
from relais.apps.consultation.forms.writing import Language, Words
from relais.apps.consultation.models import Opinion
from relais.apps.consultation.vocabulary import Giver, HiddenReason, Moderation, Position
from relais.apps.languages.reader import reader_language


class OpinionForm(ActForm):
    """An organisation's position on a point."""

    may_leave_empty = True

    position = forms.ChoiceField(label=_("Your position"), choices=Position.choices, widget=forms.RadioSelect)
    words = Words(
        label=_("Why"), required=False, rows=6,
        help_text=_("Do not name persons, and write no telephone number or address."),
    )  # fmt: skip
    wording = Words(
        label=_("Another wording that you propose"), required=False, rows=4,
        help_text=_("How the text should read instead."),
    )  # fmt: skip
    language = Language()

    def __init__(self, *args: Any, opinion: Opinion | None = None, **kwargs: Any) -> None:
        known: dict[str, Any] = {"language": reader_language()}
        if opinion:
            known = {name: getattr(opinion, name) for name in ("position", "words", "wording", "language")}
            known["seen"] = opinion.version
        kwargs["initial"] = {**known, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class SayForm(OpinionForm):
    """A member of the public: no account, no name, no cookie."""

    giver = forms.ChoiceField(
        label=_("You are"),
        choices=Giver.choices,
        widget=forms.RadioSelect,
        initial=Giver.UNSAID,
    )
    website = forms.CharField(
        label=_("Leave this field empty: it is a trap for robots"), required=False,
        widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
    )  # fmt: skip
    trap = "website"  # seen by robots, and by those who hear the page: its label says what it is

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, who=NOBODY, **kwargs)
        del self.fields["acting_for"], self.fields["seen"]

    @property
    def by(self) -> Who:
        """Nobody, with the token of this form."""
        return NOBODY.acting(None, self.cleaned_data["token"])

    @property
    def given(self) -> dict[str, Any]:
        given = super().given
        del given["website"]
        return given

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError(_now("This field must stay empty."))
        return ""


class ModerationForm(ActForm):
    """Show it, with or without words taken out, or hide it and say why."""

    may_leave_empty = True

    moderation = forms.ChoiceField(
        label=_("What readers see"), widget=forms.RadioSelect,
        choices=[(Moderation.SHOWN, _("show it, as it stands below")),
                 (Moderation.HIDDEN, _("hide its words; it stays counted"))],
    )  # fmt: skip
    hidden_reason = forms.ChoiceField(
        label=_("Why it is hidden"), required=False,
        choices=[("", _("it is not hidden")), *HiddenReason.choices],
        help_text=_("Readers see this reason in the place of the words."),
    )  # fmt: skip
    words = Words(
        label=_("Its words"), required=False,
        help_text=_("Put […] in the place of what points to a person. What you take out is not kept."),
    )  # fmt: skip
    wording = Words(label=_("The wording it proposes"), required=False, rows=4)

    def __init__(self, *args: Any, opinion: Opinion, **kwargs: Any) -> None:
        names = ("words", "wording", "hidden_reason")
        known = {name: getattr(opinion, name) for name in names} | {"seen": opinion.version}
        if opinion.moderation != Moderation.WAITING:
            known["moderation"] = opinion.moderation
        kwargs["initial"] = {**known, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        is_hidden = given.get("moderation") == Moderation.HIDDEN
        if is_hidden and not given.get("hidden_reason"):
            self.add_error("hidden_reason", _now("Say why: readers will see the reason."))
        given["hidden_reason"] = given.get("hidden_reason") or None if is_hidden else None
        return given
