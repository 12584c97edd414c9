"""What is filled in about what stops an action, and about what must come first."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.forms.fields import (
    OnAction,
    Written,
    choice,
    day,
    figure,
    line,
    story,
    web_address,
)
from relais.apps.coordination.models import Action, Blocker
from relais.apps.plan.models import Actor


class BlockerForm(Written):
    is_of_row = True
    texts = ("words",)
    cause = choice(_("Why it does not move"), v.Cause)
    words = story(
        _("What exactly stops it"), _("Everyone may read this. Name no private person."), required=True
    )
    since_date = day(_("Since"), required=True)
    lifter = forms.ModelChoiceField(
        Actor.objects.order_by("position"), to_field_name="slug", required=False, empty_label=_("not known"),
        label=_("Who can lift it"),
    )  # fmt: skip
    field_order = ("acting_for", "cause", "language", "words", "since_date", "lifter")
    button = _("Report it")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lifter: Any = self.fields["lifter"]
        lifter.label_from_instance = lambda actor: str(actor.name)


class CorrectBlockerForm(BlockerForm):
    """Begins in the reader's language where it has words in it, else in the language that it has."""

    button = _("Save")

    def __init__(self, *args: Any, row: Blocker, writing: str | None = None, **kwargs: Any) -> None:
        super().__init__(*args, row=row, writing=writing or row.words.language, **kwargs)


class LiftForm(OnAction):
    is_of_row = True
    lifted_date = day(_("Since which day it stops the action no longer"), _("Empty: it still does."))
    lifted_words = story(_("What changed"), _("Everyone may read this."))

    def known(self) -> dict[str, Any]:
        found = super().known()
        return {**found, "lifted_date": found.get("lifted_date") or timezone.localdate()}


class GateForm(OnAction):
    is_of_row = True
    kind = choice(_("It may start once"), v.GateKind)
    other = forms.ModelChoiceField(
        Action.objects.published().in_order(), to_field_name="code", required=False, empty_label="–",
        label=_("Which action"), help_text=_("When it waits for another action."),
    )  # fmt: skip
    indicator = line(_("Which indicator, with its unit"), _("When it waits for a figure."))
    aim = choice(_("The figure must be"), v.Aim)
    threshold = figure(_("Value to reach"))
    field_order = ("acting_for", "kind", "other", "indicator", "aim", "threshold")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("aim", v.Aim.AT_LEAST)
        other: Any = self.fields["other"]
        other.queryset = other.queryset.exclude(pk=self.action.pk if self.action else None)
        other.label_from_instance = lambda action: f"{action.title} ({action.code})"


class GateValueForm(OnAction):
    is_of_row = True
    value = figure(_("Last known value"))
    value_date = day(_("Day of the figure"))
    value_source = web_address(_("Where it can be read"))
