"""What is filled in about what hangs on an action."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.forms.action import measures_named
from relais.apps.coordination.forms.fields import (
    OnAction,
    OrganisationField,
    Written,
    choice,
    day,
    euro,
    line,
    story,
    web_address,
)
from relais.apps.plan.models import Document
from relais.apps.plan.vocabulary import Level


class MilestoneForm(Written):
    is_of_row = True
    texts = ("title",)
    title = line(_("Step"), required=True)
    due_date = day(_("Due date"))
    done_date = day(_("Done on"), _("Empty: not done yet."))
    weight = forms.IntegerField(
        label=_("Weight"), min_value=1, max_value=99, initial=1,
        help_text=_("How much of the work it is, beside a step of weight 1."),
    )  # fmt: skip
    field_order = ("acting_for", "language", "title")


class RoleForm(OnAction):
    is_of_row = True
    role = choice(_("Role"), v.OwnerRole)
    share = forms.IntegerField(
        label=_("Share of the work, in percent"), required=False, min_value=0, max_value=100,
        help_text=_("Empty: not known."),
    )  # fmt: skip


class OwnerForm(RoleForm):
    organisation = OrganisationField(label=_("Organisation"))
    field_order = ("acting_for", "organisation", "role", "share")


class MeasureForm(OnAction):
    is_of_row = True
    measure = line(
        _("Measure"), _("Its number in the advice, with the letter of a part: 17b."), required=True
    )
    in_part = forms.TypedChoiceField(
        label=_("How far it answers"), coerce=lambda chosen: chosen == "part", widget=forms.RadioSelect,
        choices=[("whole", _("wholly")), ("part", _("in part"))], initial="part",
    )  # fmt: skip

    def clean_measure(self) -> Any:
        found = measures_named(self.cleaned_data["measure"])
        if len(found) != 1:
            raise ValidationError(_now("Give one measure."))
        return found[0]

    @property
    def given(self) -> dict[str, Any]:
        measure, letter = self.cleaned_data["measure"]
        return {"measure": measure, "letter": letter, "in_part": self.cleaned_data["in_part"]}


class BudgetForm(OnAction):
    is_of_row = True
    year = forms.IntegerField(label=_("Year"), min_value=2010, max_value=2060)
    planned = euro(_("Planned, in EUR"))
    committed = euro(_("Committed, in EUR"))
    paid = euro(_("Paid, in EUR"))
    source = web_address(_("Where it can be read"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.row is not None:
            self.fields["year"].widget = forms.HiddenInput()


class AbsorbForm(Written):
    is_of_row = True
    into = line(_("Plan that takes it in"), required=True)
    document = forms.ModelChoiceField(
        Document.objects.order_by("position"), to_field_name="slug", required=False,
        label=_("Its document, if it is listed here"), empty_label=_("none"),
    )  # fmt: skip
    since_date = day(_("Since"))
    reason = story(_("Why"))
    source = web_address(_("Where it can be read"))
    button = _("Note that it goes on elsewhere")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        document: Any = self.fields["document"]
        document.label_from_instance = lambda row: str(row.title)


class ReturnForm(OnAction):
    is_of_row = True
    until_date = day(_("Came back on"), _("Empty: it is still there."))
    reason = story(_("Why"))


class LevelRequestForm(Written):
    is_of_row = True
    level = forms.ChoiceField(label=_("Level of power"), choices=Level.choices)
    addressee = line(
        _("Addressed to"), _("A minister, a service: an office, not a private person."), required=True
    )
    words = story(_("What is asked"), required=True)
    asked_date = day(_("Asked on"), required=True)
    due_date = day(_("Answer hoped for by"))
    field_order = ("acting_for", "level", "addressee", "language", "words", "asked_date", "due_date")


class LevelReplyForm(Written):
    is_of_row = True
    texts = ("reply_words",)
    reply = choice(_("Reply"), v.LevelReply)
    reply_date = day(_("Day of the reply"))
    reply_words = story(_("What was replied"))
    reply_source = web_address(_("Where it can be read"))
    field_order = ("acting_for", "reply", "reply_date", "language", "reply_words", "reply_source")


class GapForm(Written):
    is_of_row = True
    wanted = story(_("Which figure is missing"), _("And for what it is needed."), required=True)
    owner = OrganisationField(label=_("Who is asked to find it"), required=False, empty_label=_("nobody yet"))
    due_date = day(_("Wanted by"))
    button = _("Note that it is missing")


class GapCloseForm(Written):
    is_of_row = True
    texts = ("outcome",)
    state = choice(_("How it stands"), v.GapState)
    outcome = story(_("In words"), _("The figure, or why it cannot be had."))
    source = web_address(_("Where it can be read"), _("Needed when it was found."))
    field_order = ("acting_for", "state", "language", "outcome", "source")
