"""What is filled in before anyone is asked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.accounts.models import Organisation
from relais.apps.consultation.forms.writing import SHORT, Words, WrittenForm
from relais.apps.consultation.models import Consultation
from relais.apps.consultation.stages import Span, problems
from relais.apps.consultation.vocabulary import ActionPart, StageKind
from relais.apps.coordination.models import Action
from relais.apps.languages.reader import colon
from relais.apps.plan.models import Measure, Theme
from relais.apps.ui.fields import Day

RESERVED = {"new", "nieuw", "nouvelle"}  # words that an address of this room has in that place


class Named(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A row by its name in the language of the reader."""

    def label_from_instance(self, obj: Any) -> str:
        match obj:
            case Theme():
                return f"{obj.number}. {obj.name}"
            case Measure():
                return f"{obj.number}. {obj.title}"
            case Action():
                return f"{obj.code}{colon()} {obj.title}"
            case _:
                return str(obj.name)


class ConsultationForm(WrittenForm):
    """The text of a consultation, what it is about, and who answers."""

    written = ("title", "intro")

    title = forms.CharField(label=_("Title"), max_length=SHORT)
    intro = Words(
        label=_("What it is about, and what will be done with the opinions"), required=False, rows=5
    )
    theme = Named(
        label=_("About a theme"), queryset=Theme.objects.order_by("number"), required=False,
        to_field_name="number", empty_label=_("not about a theme"),
    )  # fmt: skip
    measure = Named(
        label=_("About a measure"), queryset=Measure.objects.in_order(), required=False,
        to_field_name="number", empty_label=_("not about a measure"),
    )  # fmt: skip
    action = Named(
        label=_("About an action"), queryset=Action.objects.none(), required=False, to_field_name="code",
        empty_label=_("not about an action"),
        help_text=_("Of a draft, the public reads the points that you put to opinion, and nothing more."),
    )  # fmt: skip
    authority = Named(
        label=_("Who answers every opinion"), queryset=Organisation.objects.in_order(), to_field_name="slug",
        empty_label=None,
    )  # fmt: skip
    is_public = forms.BooleanField(
        label=_("The public may give opinions too"), required=False,
        help_text=_("Without an account and without a name; each is read before it is shown."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        action: Any = self.fields["action"]
        action.queryset = Action.objects.readable_by(self.who).in_order()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if sum(bool(given.get(name)) for name in ("theme", "measure", "action")) > 1:
            self.add_error(
                None, _now("Choose a theme, a measure or an action: one, or none for the plan as a whole.")
            )
        return given


class NewConsultationForm(ConsultationForm):
    """A new one has its address once and for all."""

    slug = forms.SlugField(
        label=_("Short name for its address"), max_length=80,
        help_text=_("Letters, digits and hyphens. It never changes."),
    )  # fmt: skip
    is_fictional = forms.BooleanField(label=_("This is an invented example"), required=False)

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if slug in RESERVED or Consultation.objects.filter(slug=slug).exists():
            raise forms.ValidationError(_now("Another consultation has this short name."))
        return slug


class PointForm(WrittenForm):
    """One text that is put to opinion."""

    written = ("title", "words")

    title = forms.CharField(label=_("Title of the point"), max_length=SHORT)
    words = Words(label=_("The text that is put to opinion"))
    measure = Named(
        label=_("Measure it is about"), queryset=Measure.objects.in_order(), required=False,
        to_field_name="number", empty_label=_("none in particular"),
    )  # fmt: skip
    part = forms.ChoiceField(
        label=_("Part of the action"),
        choices=[("", _("none in particular")), *ActionPart.choices],
        required=False,
    )

    def clean_part(self) -> str | None:
        return self.cleaned_data["part"] or None


class StagesForm(ActForm):
    """From and to of each stage; a stage without dates is left out."""

    may_leave_empty = True

    reading_from = Day(label=_("The text can be read from"), required=False)
    reading_to = Day(label=_("until"), required=False)
    opinions_from = Day(label=_("Opinions can be given from"))
    opinions_to = Day(label=_("until"))
    answers_from = Day(label=_("The authority answers from"))
    answers_to = Day(label=_("until"))
    closed_from = Day(label=_("Closed from"), required=False)
    why = forms.CharField(
        label=_("Why the dates move"), max_length=500, required=False,
        help_text=_("Needed once it is published. Everyone may read it."),
    )  # fmt: skip

    def __init__(self, *args: Any, spans: list[Span], **kwargs: Any) -> None:
        known = {
            f"{span.kind}_{end}": getattr(span, f"{end}_date") for span in spans for end in ("from", "to")
        }
        kwargs["initial"] = {**known, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    @property
    def spans(self) -> list[Span]:
        """The stages that have a first day."""
        data = self.cleaned_data
        return [
            Span(kind, data[f"{kind}_from"], data.get(f"{kind}_to"))
            for kind in StageKind.values
            if data.get(f"{kind}_from")
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("reading_to") and not given.get("reading_from"):
            self.add_error("reading_from", _now("From which day?"))
        if not self.errors:
            for problem in problems(self.spans):
                self.add_error(None, str(problem))
        return given


class InviteForm(ActForm):
    """Organisations to ask; those that were asked before are not in the list."""

    organisations = forms.MultipleChoiceField(
        label=_("Whom to ask"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one organisation.")},
    )  # fmt: skip

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = [invitee.organisation_id for invitee in consultation.invitees.all()]
        self.rows = {
            o.slug: o
            for o in Organisation.objects.in_order().exclude(pk__in=[*asked, consultation.authority_id])
        }
        field: Any = self.fields["organisations"]
        field.choices = [(slug, str(o.name)) for slug, o in self.rows.items()]

    @property
    def chosen(self) -> list[Organisation]:
        return [self.rows[slug] for slug in self.cleaned_data["organisations"]]


class ConfirmForm(ActForm):
    """A button: nothing to fill in."""
