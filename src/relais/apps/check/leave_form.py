"""The first questions about leave: why, who lives together, and whether leave was taken before."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.check import catalogue
from relais.apps.check.forms import UNKNOWN
from relais.apps.check.sealed import Told
from relais.apps.check.vocabulary import Reason
from relais.apps.check.who_form import YES_OR_NO, WhoForm
from relais.core.rights.law import PERSON
from relais.core.rights.laws import Law
from relais.core.rights.unknown import Need


class LeaveForm(WhoForm):
    """What is asked before the law asks."""

    fewest_children = 0
    field_order = ("reasons", "children", "has_partner", "others", "has_taken", "use_last")

    reasons = forms.MultipleChoiceField(
        label=_("Why do you want leave?"), widget=forms.CheckboxSelectMultiple, choices=Reason.choices,
        error_messages={"required": _("Tick at least one.")},
    )  # fmt: skip
    has_taken = forms.ChoiceField(
        label=_("Have you taken leave of these kinds before?"), widget=forms.RadioSelect,
        help_text=_("Parental leave, time credit, or leave for someone who is ill or dying."),
        choices=[*YES_OR_NO, (UNKNOWN, _("I don’t know"))],
    )  # fmt: skip

    def told(self, law: Law) -> Told:
        """As a check keeps it: the reasons stand where a check has its rights."""
        given: dict[str, Any] = self.cleaned_data
        told = Told(tuple(given["reasons"]), self.persons, given["use_last"])
        for need in _taken(law, self.persons) if given["has_taken"] == "no" else ():
            told = told.with_answer(need, 0)
        return told


def _taken(law: Law, roles: dict[str, str]) -> list[Need]:
    """Every question of what was taken before: of each child, or once."""
    children = [person for person, role in roles.items() if role == "child"]
    names = [f"{leave.right}.{name}" for leave in catalogue.leaves().values() for name in leave.taken]
    return [
        Need(name, person)
        for name in names
        for person in (children if law.nodes[name].entity == PERSON else [None])
    ]
