"""The first questions about leave: why, who lives together, and whether leave was taken before."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.check import catalogue
from relais.apps.check.forms import MOST_CHILDREN, UNKNOWN
from relais.apps.check.persons import persons
from relais.apps.check.sealed import Told
from relais.apps.check.vocabulary import Reason
from relais.core.rights.law import PERSON
from relais.core.rights.laws import Law
from relais.core.rights.unknown import Need

MOST_OTHERS = 6
YES_OR_NO = [("no", _("no")), ("yes", _("yes"))]


class LeaveForm(forms.Form):
    """What is asked before the law asks."""

    reasons = forms.MultipleChoiceField(
        label=_("Why do you want leave?"), widget=forms.CheckboxSelectMultiple, choices=Reason.choices,
        error_messages={"required": _("Tick at least one.")},
    )  # fmt: skip
    children = forms.TypedChoiceField(
        label=_("How many children live with you, also if only a part of the time?"), coerce=int,
        choices=[(n, n) for n in range(MOST_CHILDREN + 1)], initial=1,
    )  # fmt: skip
    has_partner = forms.TypedChoiceField(
        label=_("Does a partner live with you?"), widget=forms.RadioSelect,
        coerce=lambda said: said == "yes", choices=YES_OR_NO, initial="no",
    )  # fmt: skip
    others = forms.TypedChoiceField(
        label=_("How many other people live at your address?"), coerce=int,
        help_text=_("A parent or a housemate, for instance. Their being there can change the amount."),
        choices=[(n, n) for n in range(MOST_OTHERS + 1)],
    )  # fmt: skip
    has_taken = forms.ChoiceField(
        label=_("Have you taken leave of these kinds before?"), widget=forms.RadioSelect,
        help_text=_("Parental leave, time credit, or leave for someone who is ill or dying."),
        choices=[*YES_OR_NO, (UNKNOWN, _("I don’t know"))],
    )  # fmt: skip
    use_last = forms.BooleanField(
        label=_("Where the amounts of today are not known, compute with the last known ones"),
        required=False,
        initial=True,
    )

    def told(self, law: Law) -> Told:
        """As a check keeps it: the reasons stand where a check has its rights."""
        given: dict[str, Any] = self.cleaned_data
        roles = persons(given["children"], given["has_partner"], given["others"])
        told = Told(tuple(given["reasons"]), roles, given["use_last"])
        for need in _taken(law, roles) if given["has_taken"] == "no" else ():
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
