"""Replying to opinions, and saying what they led to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.audit.models import Event
from relais.apps.consultation.forms.preparing import Named
from relais.apps.consultation.forms.writing import Language, Words
from relais.apps.consultation.models import Answer, Consultation, Opinion
from relais.apps.consultation.vocabulary import Verdict
from relais.apps.coordination.models import Action
from relais.apps.languages.reader import colon, reader_language
from relais.apps.plan.models import Measure

LAST_ACTS = 30  # of the log, to choose from


class ReplyForm(ActForm):
    """A verdict with its reason."""

    verdict = forms.ChoiceField(label=_("Your answer"), choices=Verdict.choices, widget=forms.RadioSelect)
    reason = Words(label=_("Your reason"), rows=5, help_text=_("Everyone reads it beside the opinion."))
    language = Language()

    def __init__(self, *args: Any, answer: Answer | None = None, **kwargs: Any) -> None:
        known: dict[str, Any] = {"language": reader_language()}
        if answer:
            known = {name: getattr(answer, name) for name in ("verdict", "reason", "language")}
            known["seen"] = answer.version
        kwargs["initial"] = {**known, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class ChosenOpinions(ActForm):
    """Opinions ticked in a list, by their key."""

    opinions = forms.MultipleChoiceField(
        label=_("Opinions"), error_messages={"required": _("Tick at least one opinion.")}
    )

    def __init__(self, *args: Any, among: Iterable[Opinion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {str(opinion.pk): opinion for opinion in among}
        field: Any = self.fields["opinions"]
        field.choices = [(key, opinion.code) for key, opinion in self.rows.items()]

    @property
    def chosen(self) -> list[Opinion]:
        return [self.rows[key] for key in self.cleaned_data["opinions"]]

    @property
    def ticked(self) -> set[str]:
        """What is ticked in the form as it stands, sent or not."""
        return set(self["opinions"].value() or ())


class AnswerForm(ChosenOpinions, ReplyForm):
    """One reply to those that are ticked."""

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "opinions": self.chosen}


class ChangeForm(ChosenOpinions):
    """What accepted opinions led to, in words, and where it can be seen."""

    may_leave_empty = True

    words = Words(label=_("What changed"), rows=4)
    language = Language()
    action = Named(
        label=_("In this action"), queryset=Action.objects.none(), required=False, to_field_name="code",
        empty_label=_("in no action"), help_text=_("Say at least one: an action, a measure or an act."),
    )  # fmt: skip
    measure = Named(
        label=_("For this measure"), queryset=Measure.objects.in_order(), required=False,
        to_field_name="number", empty_label=_("for no measure"),
    )  # fmt: skip
    other_measure = Named(
        label=_("In its link with this measure"), queryset=Measure.objects.in_order(), required=False,
        to_field_name="number", empty_label=_("in no link"),
    )  # fmt: skip
    event = forms.ChoiceField(
        label=_("By this act"), required=False,
        help_text=_("The last acts of the public log about what was put to opinion."),
    )  # fmt: skip

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        about = {"measure": consultation.measure, "action": consultation.action}
        kwargs["initial"] = {"language": reader_language(), **about, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        acts = Event.objects.public().about(*consultation.about_subjects).newest_first()[:LAST_ACTS]
        self.acts = {str(event.pk): event for event in acts}
        action: Any = self.fields["action"]
        action.queryset = Action.objects.readable_by(self.who).in_order()
        field: Any = self.fields["event"]
        said = (
            (key, f"{date_format(localdate(act.at))}{colon()} {act.sentence}")
            for key, act in self.acts.items()
        )
        field.choices = [("", _("none of these")), *said]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not any(given.get(name) for name in ("action", "measure", "event")):
            raise ValidationError(_now("Say where it changed: an action, a measure or an act."))
        return given

    @property
    def given(self) -> dict[str, Any]:
        given = super().given
        return {**given, "opinions": self.chosen, "event": self.acts.get(given["event"])}
