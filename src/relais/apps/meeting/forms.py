"""What people fill in about groups, meetings and decisions: validated here, never saved here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.accounts.models import Organisation
from relais.apps.audit.actions import Conflict
from relais.apps.coordination.models import Action
from relais.apps.languages.reader import reader_language
from relais.apps.languages.switch import NAMES
from relais.apps.meeting.models import Group, Meeting
from relais.apps.meeting.vocabulary import GroupKind, Presence
from relais.apps.plan.models import Measure
from relais.apps.ui.fields import Day
from relais.core.texts.text import Text


class WritingForm(ActForm):
    """A form in which a person writes, in one language, and says which. Other languages are kept."""

    language = forms.ChoiceField(label=_("Written in"), choices=list(NAMES.items()))
    written: tuple[str, ...] = ()

    def __init__(self, *args: Any, texts: Mapping[str, Text | None] | None = None, **kwargs: Any) -> None:
        here = reader_language()
        self.texts = dict(texts or {})
        said = {name: text.get(here) for name, text in self.texts.items() if text}
        kwargs["initial"] = {"language": here, **said, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    @property
    def given(self) -> dict[str, Any]:
        """As every form, each of `written` a Text: the words now written, in the language now chosen."""
        given = super().given
        language = given.pop("language")
        for name in self.written:
            before: Mapping[str, str] = self.texts.get(name) or {}
            words = {**before, language: given[name]} if given[name] else before
            given[name] = Text(words) if any(words.values()) else None
        return given


class GroupForm(WritingForm):
    """A group: to set it up, or to change it."""

    may_leave_empty = True
    written = ("name", "purpose")

    name = forms.CharField(label=_("Name"), max_length=120)
    kind = forms.ChoiceField(label=_("Kind"), choices=GroupKind.choices)
    purpose = forms.CharField(
        label=_("What it is for"), widget=forms.Textarea, required=False, max_length=2000
    )
    rhythm_months = forms.IntegerField(
        label=_("Meets at least every … months"), min_value=1, max_value=60, required=False
    )
    since_date = Day(label=_("Set up on"))
    ended_date = Day(label=_("Ended on"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        since, ended = data.get("since_date"), data.get("ended_date")
        if since and ended and ended < since:
            self.add_error("ended_date", _now("That is before it was set up."))
        return data


class NewGroupForm(GroupForm):
    """A group that is set up has an identifier, and has not ended."""

    ended_date = None  # type: ignore[assignment]
    slug = forms.SlugField(
        label=_("Short name for its address"), max_length=60,
        help_text=_("Letters, digits and hyphens. It never changes."),
    )  # fmt: skip
    is_fictional = forms.BooleanField(label=_("This is an invented example"), required=False)

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if Group.objects.filter(slug=slug).exists():
            raise forms.ValidationError(_now("Another group has this short name."))
        return slug


class SeatForm(ActForm):
    """An organisation that joins a group."""

    organisation = forms.ModelChoiceField(
        label=_("Organisation"), queryset=Organisation.objects.in_order(), to_field_name="slug"
    )
    since_date = Day(label=_("Since"), initial=timezone.localdate)

    def __init__(self, *args: Any, group: Group, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation"]
        field.queryset = Organisation.objects.in_order().exclude(pk__in=group.seated_organisations)
        field.label_from_instance = lambda organisation: str(organisation.name)


class LeaveForm(ActForm):
    """An organisation that leaves a group."""

    until_date = Day(label=_("Until"), initial=timezone.localdate)
    why = forms.CharField(label=_("Why"), max_length=500)


class MeetingForm(ActForm):
    """Day and place of a meeting."""

    date = Day(label=_("Date"))
    is_online = forms.BooleanField(label=_("Online"), required=False)
    place = forms.CharField(
        label=_("Place"), max_length=200, required=False,
        help_text=_("A public place, such as a building of an organisation. Never someone’s home."),
    )  # fmt: skip

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "place": self.cleaned_data["place"] or None}


class MovedMeetingForm(MeetingForm):
    """The same, with the reason for the change."""

    why = forms.CharField(label=_("Why"), max_length=500)


class HoldForm(ActForm):
    """Nothing to fill in: it was held."""


class CancelForm(ActForm):
    reason = forms.CharField(label=_("Why it does not take place"), max_length=500)


class PointForm(WritingForm):
    """A point for the agenda."""

    written = ("words",)
    words = forms.CharField(label=_("Point for the agenda"), widget=forms.Textarea, max_length=1000)


class AttendanceForm(ActForm):
    """One field for each organisation whose attendance this person may note."""

    def __init__(self, *args: Any, meeting: Meeting, invited: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.invited = {organisation.slug: organisation for organisation in invited}
        choices = [("", _("not noted")), *Presence.choices]
        for slug, organisation in self.invited.items():
            noted = meeting.presence_of(organisation.pk)
            self.fields[slug] = forms.ChoiceField(
                label=str(organisation.name), choices=choices, required=False, initial=noted
            )

    @property
    def noted(self) -> dict[Organisation, Presence]:
        """What is now said of whom."""
        said = {slug: value for slug, value in self.given.items() if value}
        return {self.invited[slug]: Presence(value) for slug, value in said.items()}

    def show(self, conflict: Conflict) -> None:
        super().show(Conflict(conflict.row, {}))
        now = {each.organisation_id: each.presence for each in conflict.row.attendances.all()}  # type: ignore[attr-defined]
        self.conflict = [
            (str(who.name), _label(now.get(who.pk)), _label(mine)) for who, mine in self.noted.items()
        ]


def _label(presence: str | None) -> str:
    return str(Presence(presence).label) if presence else _now("not noted")


class ResolutionForm(WritingForm):
    """A decision: its words, by when, by whom, and what it touches."""

    written = ("words",)

    words = forms.CharField(label=_("What was decided"), widget=forms.Textarea, max_length=2000)
    organisation = forms.ModelChoiceField(
        label=_("Who must carry it out"), queryset=Organisation.objects.in_order(), to_field_name="slug",
        required=False,
    )  # fmt: skip
    due_date = Day(label=_("By when"), required=False)
    measure_numbers = forms.CharField(
        label=_("Measures that it touches"), required=False, max_length=300,
        help_text=_("Their numbers, with commas: 16, 29"),
    )  # fmt: skip
    action_codes = forms.CharField(
        label=_("Actions that it touches"), required=False, max_length=600,
        help_text=_("Their codes, with commas"),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation"]
        field.label_from_instance = lambda organisation: str(organisation.name)

    def clean_measure_numbers(self) -> list[Measure]:
        wanted = _listed(self.cleaned_data["measure_numbers"])
        numbers = {int(word) for word in wanted if word.isdecimal() and len(word) < 5}
        found = list(Measure.objects.in_order().filter(number__in=numbers))
        _require_known(wanted, {str(measure.number) for measure in found})
        return found

    def clean_action_codes(self) -> list[Action]:
        wanted = _listed(self.cleaned_data["action_codes"])
        found = list(Action.objects.published().in_order().filter(code__in=wanted))
        _require_known(wanted, {action.code for action in found})
        return found

    @property
    def given(self) -> dict[str, Any]:
        given = super().given
        touched = {"measures": given.pop("measure_numbers"), "actions": given.pop("action_codes")}
        return {**given, **touched}


class AmendForm(ResolutionForm):
    """The same, with the reason for the correction."""

    why = forms.CharField(label=_("Why"), max_length=500)


class FinishForm(WritingForm):
    """A decision that was carried out."""

    written = ("done_words",)
    done_date = Day(label=_("Carried out on"), initial=timezone.localdate)
    done_words = forms.CharField(label=_("How"), widget=forms.Textarea, required=False, max_length=1000)


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.replace(";", ",").split(",") if word.strip()]


def _require_known(wanted: list[str], found: set[str]) -> None:
    if unknown := [word for word in wanted if word not in found]:
        raise forms.ValidationError(_now("Not known: %(names)s") % {"names": ", ".join(unknown)})
