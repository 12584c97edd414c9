"""What is filled in about an action itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.models import Organisation
from relais.apps.coordination import models as m
from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.forms.fields import (
    Confirm,
    OnAction,
    OrganisationField,
    Written,
    choice,
    day,
    figure,
    line,
    parse_measures,
    story,
    web_address,
)
from relais.apps.plan.models import Measure
from relais.apps.plan.vocabulary import Level


def measures_named(words: str) -> list[tuple[Measure, str]]:
    """The measures and letters of parts that `words` name. Raises ValidationError for what is not there."""
    pairs = parse_measures(words)
    wanted = Measure.objects.filter(number__in={number for number, _letter in pairs})
    known = {measure.number: measure for measure in wanted.prefetch_related("parts")}
    for number, letter in pairs:
        if number not in known:
            raise ValidationError(_now("There is no measure %(of)s.") % {"of": number})
        if letter and letter not in {part.letter for part in known[number].parts.all()}:
            raise ValidationError(
                _now("Measure %(of)s has no part “%(letter)s”.") % {"of": number, "letter": letter}
            )
    return [(known[number], letter) for number, letter in pairs]


class ProposeForm(Written):
    """A new action, as short as it can begin; all else is added on its page."""

    title = line(
        _("Title"), _("What is done, in one line: “Extend the label to 20 sports clubs”."), required=True
    )
    description = story(_("Description"), _("What exactly, for whom, and how families will notice."))
    measures = line(
        _("Measures that it answers"), _("Their numbers in the advice, with the letter of a part: 16, 17b."),
        required=True,
    )  # fmt: skip
    in_part = forms.TypedChoiceField(
        label=_("How far it answers them"), coerce=lambda chosen: chosen == "part", widget=forms.RadioSelect,
        choices=[("whole", _("wholly")), ("part", _("in part"))], initial="part",
    )  # fmt: skip
    owner = OrganisationField(label=_("Who carries it"), empty_label=None)
    is_draft = forms.TypedChoiceField(
        label=_("Who may read it"), coerce=lambda chosen: chosen == "draft", widget=forms.RadioSelect,
        choices=[("draft", _("its owners and the coordination cell")), ("public", _("everyone, at once"))],
        initial="draft", help_text=_("A draft can be published later; what is public stays public."),
    )  # fmt: skip
    button = _("Propose this action")
    field_order = (
        "acting_for",
        "language",
        "title",
        "description",
        "measures",
        "in_part",
        "owner",
        "is_draft",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.who.is_cell:
            owner: Any = self.fields["owner"]
            owner.queryset = Organisation.objects.filter(
                pk__in=self.who.organisations_as(*m.WORKING)
            ).in_order()

    def clean_measures(self) -> list[tuple[Measure, str]]:
        return measures_named(self.cleaned_data["measures"])


class WordsForm(Written):
    """Title, description and expected result in one language, which the address of the page gives."""

    texts = ("title", "description", "expected_result")
    title = line(_("Title"), _("Empty, while another language has one: there is no translation."), most=300)
    description = story(_("Description"))
    expected_result = story(_("Expected result"), _("What will have changed for families."))
    is_original = forms.BooleanField(label=_("This language is the original"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].widget = forms.HiddenInput()
        self.fields["title"].empty_value = ""  # type: ignore[attr-defined]

    def known(self) -> dict[str, Any]:
        is_original = self.action is not None and self.action.original_language == self.writing
        return {**super().known(), "is_original": is_original}


class DecisionForm(OnAction):
    decision = choice(
        _("Decision"), v.Decision, _("Decided is not done: the phase of the work stands apart.")
    )
    decision_date = day(_("Day of the decision"))
    decision_source = web_address(
        _("Where it can be read"), _("The address of the decision or of its announcement.")
    )


class PhaseForm(OnAction):
    phase = choice(_("Phase"), v.Phase)
    finished_date = day(_("Day on which the work was finished"), _("Only for finished work."))
    reason = story(_("Why"), _("Needed when the work has stopped."))


class DatesForm(OnAction):
    start_date = day(_("Start"))
    due_date = day(_("Due date"))
    reason = story(
        _("Why"), _("Needed when a known date changes: the old one stays readable, with this reason.")
    )


class PlaceForm(OnAction):
    level = forms.ChoiceField(
        label=_("Level of power"), choices=[("", _("not known")), *Level.choices], required=False
    )
    targets = forms.MultipleChoiceField(
        label=_("For whom"), choices=v.Target.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    contact_point = line(
        _("Public contact point"),
        _("A service with its mail or telephone, never a private person."),
        most=300,
    )
    contact_person = line(_("Contact person"), _("A name, shown to signed-in people only."))

    def known(self) -> dict[str, Any]:
        return {**super().known(), "level": (self.action.level if self.action else "") or ""}


class ParentForm(OnAction):
    parent = line(_("Part of the action"), _("Its code, such as a-12. Empty: an action on its own."))

    def known(self) -> dict[str, Any]:
        above = self.action.parent if self.action else None
        return {**super().known(), "parent": above.code if above else ""}

    def clean_parent(self) -> m.Action | None:
        code = self.cleaned_data["parent"]
        if not code:
            return None
        found = m.Action.objects.readable_by(self.who).filter(code=code.strip()).first()
        if found is None:
            raise ValidationError(_now("There is no action with the code “%(code)s”.") % {"code": code})
        return found


class PublishForm(Confirm):
    button = _("Publish this action")


class TakeOverForm(OnAction):
    reason = story(_("Why"), _("For example: checked with the service that carries it."), required=True)
    button = _("Take over this action")


class TargetForm(OnAction):
    indicator = line(
        _("What is counted, with its unit"), _("For example: households that receive the allowance.")
    )
    aim = choice(_("The target is a value of"), v.Aim)
    target_value = figure(_("Target"))


class ResultForm(OnAction):
    result_value = figure(
        _("Measured value"), _("Empty: not measured. That is shown as unknown, never as zero.")
    )
    result_date = day(_("Day of the measurement"))
    result_source = web_address(_("Where the figure can be checked"))


class CompletionForm(OnAction):
    completion_by_hand = forms.IntegerField(
        label=_("Of every 100 parts of the work, done"), required=False, min_value=0, max_value=100,
        help_text=_("Empty: counted from the steps."),
    )  # fmt: skip
    reason = story(
        _("What this estimate rests on"),
        _("It stands beside the figure, with your organisation and the day."),
    )

    def known(self) -> dict[str, Any]:
        return {**super().known(), "reason": self.action.completion_reason if self.action else ""}
