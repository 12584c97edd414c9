"""The questions of a check, a few on a page: “I don't know” and “I'd rather not say” are answers to each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.check import catalogue, what_if
from relais.apps.check.persons import called
from relais.apps.check.sealed import Told
from relais.apps.check.vocabulary import Theme
from relais.apps.check.who_form import WhoForm
from relais.apps.languages.reader import colon, for_reader
from relais.apps.ui.fields import Day
from relais.core.rights.inputs import Input
from relais.core.rights.laws import Law
from relais.core.rights.problems import WrongInput
from relais.core.rights.unknown import Need

USUAL = [Theme.CHILDREN.value, Theme.INCOME.value]  # ticked at first
UNKNOWN, PRIVATE = "unknown", "private"
INSTEAD = ((UNKNOWN, _("I don’t know")), (PRIVATE, _("I’d rather not say")))


class FamilyForm(WhoForm):
    """Who lives together, and what to look at: whole themes, or right by right, or both."""

    themes = forms.MultipleChoiceField(
        label=_("What do you want to know?"), widget=forms.CheckboxSelectMultiple, required=False,
        initial=USUAL, help_text=_("The fewer you tick, the fewer questions there are."),
    )  # fmt: skip
    ask = forms.MultipleChoiceField(
        label=_("These rights too"), widget=forms.CheckboxSelectMultiple, required=False,
    )  # fmt: skip
    field_order = ("children", "has_partner", "others", "themes", "ask", "use_last")
    asks_all = True  # no field of this form says that it may be left empty

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        computed = {name: about for name, about in catalogue.rights().items() if about.verdict}
        super().__init__(*args, **kwargs)
        ask: Any = self.fields["ask"]
        ask.choices = [(name, for_reader(about.name)) for name, about in computed.items()]
        themes: Any = self.fields["themes"]
        used = {about.theme for about in computed.values()}
        themes.choices = [(value, words) for value, words in Theme.choices if value in used]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("themes") and not given.get("ask"):
            self.add_error("themes", _("Tick at least one."))
        return given

    @property
    def told(self) -> Told:
        given = self.cleaned_data
        ask = [
            name for name, about in catalogue.rights().items()
            if name in given["ask"] or (about.verdict and about.theme in given["themes"])
        ]  # fmt: skip
        return Told(tuple(ask), self.persons, given["use_last"])


class ChangeForm(forms.Form):
    """What changes, of whom, and on which day. `told` is the family of today."""

    change = forms.ChoiceField(label=_("What changes?"), choices=())
    day = Day(label=_("From which day?"), help_text=_("Today or later, at most 25 years from now."))

    def __init__(self, data: Any, *, told: Told, today: dt.date) -> None:
        super().__init__(data, initial={"day": today})
        self.today = today
        field: Any = self.fields["change"]
        field.choices = what_if.choices(told)

    def clean_day(self) -> dt.date:
        day: dt.date = self.cleaned_data["day"]
        if not self.today <= day <= what_if.last_day(self.today):
            raise forms.ValidationError(_("Choose a day between today and 25 years from now."))
        return day


class QuestionsForm(forms.Form):
    """Some of what the law asks next. `needs` are the questions, in order."""

    asks_all = True  # to each there is an answer, “I don’t know” included

    def __init__(self, data: Any, *, law: Law, needs: Sequence[Need]) -> None:
        super().__init__(data)
        self.law, self.needs = law, needs
        for n, need in enumerate(needs):
            asked = law.nodes[need.name].what
            assert isinstance(asked, Input)
            self.fields |= _fields(f"q{n}", asked, need)

    def answered(self, told: Told) -> Told:
        """`told` with the answers of this page."""
        for n, need in enumerate(self.needs):
            given = self.cleaned_data.get(f"q{n}")
            instead = self.cleaned_data.get(f"q{n}_instead") or given in (UNKNOWN, PRIVATE)
            told = (
                told.skipping(need) if instead else told.with_answer(need, _plain(self._asked(need), given))
            )
        return told

    def _asked(self, need: Need) -> Input:
        asked = self.law.nodes[need.name].what
        assert isinstance(asked, Input)
        return asked

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for n, need in enumerate(self.needs):
            answer, asked = given.get(f"q{n}"), self._asked(need)
            if given.get(f"q{n}_instead"):  # what was begun and then passed over is no mistake
                self.errors.pop(f"q{n}", None)
                continue
            if f"q{n}" in self.errors or answer in (UNKNOWN, PRIVATE):
                continue
            if answer in (None, ""):
                self.add_error(f"q{n}", _("Answer, or say that you don’t know or would rather not say."))
                continue
            try:
                asked.read(_plain(asked, answer), called(need.person))
            except WrongInput:
                self.add_error(f"q{n}", _("This cannot be: look at the number again."))
        return given


def _fields(name: str, asked: Input, need: Need) -> dict[str, forms.Field]:
    question = for_reader(asked.question)
    label = f"{called(need.person).capitalize()}{colon()} {question}" if need.person else question
    about: dict[str, Any] = {
        "label": label,
        "required": False,
        "help_text": for_reader(asked.help) if asked.help else "",
    }
    match asked.kind:
        case "yes-no":
            choices = [("yes", _("yes")), ("no", _("no")), *INSTEAD]
            return {name: forms.ChoiceField(**about, choices=choices, widget=forms.RadioSelect)}
        case "choice":
            options = [(key, for_reader(words)) for key, words in asked.options.items()]
            return {name: forms.ChoiceField(**about, choices=[*options, *INSTEAD], widget=forms.RadioSelect)}
        case "date":
            field: forms.Field = Day(**about)
        case _:
            field = forms.FloatField(
                **about, widget=forms.NumberInput({"inputmode": "decimal", "step": "any"})
            )
    choices = [("", _("as filled in")), *INSTEAD]
    instead = forms.ChoiceField(
        label=_("Or"), required=False, choices=choices, widget=forms.RadioSelect, initial=""
    )  # fmt: skip
    return {name: field, f"{name}_instead": instead}


def _plain(asked: Input, given: Any) -> Any:
    """An answer as a file would have it."""
    match asked.kind:
        case "yes-no":
            return given == "yes"
        case "date":
            return given.isoformat()
    return given
