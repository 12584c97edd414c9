"""What is filled in to ask, to answer, to withdraw, to ask again, and to say who speaks for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.accounts.models import Organisation
from relais.apps.coordination.actions.asking import ANSWERS, Wanted
from relais.apps.coordination.vocabulary import AskKind, Reply
from relais.apps.languages.reader import reader_language
from relais.apps.languages.switch import NAMES
from relais.apps.plan.models import Actor, Measure
from relais.core.texts.text import LANGUAGES, Text

NOBODY_CHOSEN = _("Choose whom to ask, or for which measure.")
LONGEST = 2000  # characters of a reason: what is said in two minutes

Choice = tuple[str, str]


class DateInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class WrittenForm(ActForm):
    """An act with words of a person, in one language that they name."""

    language = forms.ChoiceField(
        label=_("Language you write in"), choices=[(code, NAMES[code]) for code in LANGUAGES]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("language", reader_language())


class AskForm(WrittenForm):
    """Ask one actor for several measures, or several actors for one measure or one of its parts.

    Give `measure` or `actor`. A choice is written “actiris/16a”: whom, and for what.
    """

    may_leave_empty = True
    wanted = forms.MultipleChoiceField(
        label=_("Whom to ask, for what"), widget=forms.CheckboxSelectMultiple, required=False,
        error_messages={"required": NOBODY_CHOSEN},
    )  # fmt: skip
    other = forms.ChoiceField(label=_("Another actor"), required=False)
    letter = forms.ChoiceField(label=_("For which part"), required=False)
    kind = forms.ChoiceField(label=_("Asked to"), choices=AskKind, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("What exactly is asked"), widget=forms.Textarea, max_length=LONGEST,
        help_text=_("Everyone may read this. Say what you expect, and what you do not."),
    )  # fmt: skip
    due_date = forms.DateField(label=_("Answer by"), widget=DateInput)
    field_order = ("wanted", "other", "letter", "kind", "words", "language", "due_date", "acting_for")

    def __init__(
        self, *args: Any, measure: Measure | None = None, actor: Actor | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("kind", AskKind.CARRY)
        fields: Any = self.fields
        if measure:
            named, proposed, others = _actors_for(measure)
            fields["wanted"].choices = _filled(
                (_("Named by the measure"), named), (_("Proposed for its theme by annex 1"), proposed)
            )
            fields["other"].choices = [("", "—"), *others]
            parts = [(part.letter, f"{part.letter}. {part.title}") for part in measure.parts.all()]
            fields["letter"].choices = [("", _("the whole measure")), *parts]
        elif actor:
            naming, proposing = _measures_for(actor)
            fields["wanted"].choices = _filled(
                (_("Measures that name it"), naming),
                (_("Measures of the themes for which annex 1 proposes it"), proposing),
            )
        for name in ("other", "letter"):
            if len(fields[name].choices) < 2:
                del fields[name]
        fields["wanted"].required = "other" not in fields  # it may stay empty only where there is another

    @property
    def has_choice(self) -> bool:
        """Whether there is anyone, or anything, to tick."""
        fields: Any = self.fields
        return bool(fields["wanted"].choices) or "other" in fields

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "other" in self.fields and not given.get("wanted") and not given.get("other"):
            self.add_error("wanted", NOBODY_CHOSEN)
        return given

    @property
    def chosen(self) -> list[Wanted]:
        """Whom and what, as the act wants them. Only after `is_valid()`."""
        given = self.cleaned_data
        pairs = [value.split("/") for value in (*given["wanted"], given.get("other")) if value]
        actors = {a.slug: a for a in Actor.objects.filter(slug__in=[slug for slug, _of in pairs])}
        measures = {m.number: m for m in Measure.objects.filter(number__in={_number(of) for _s, of in pairs})}
        return [
            Wanted(actors[slug], measures[_number(of)], _letter(of) or given.get("letter") or "")
            for slug, of in pairs
        ]

    @property
    def text(self) -> Text:
        return Text({self.cleaned_data["language"]: self.cleaned_data["words"]})


def _filled(*groups: tuple[str | Promise, list[Choice]]) -> list[tuple[str, list[Choice]]]:
    return [(str(legend), choices) for legend, choices in groups if choices]


def _number(of: str) -> int:
    return int(of.rstrip("abcdefghijklmnopqrstuvwxyz"))


def _letter(of: str) -> str:
    return of.removeprefix(str(_number(of)))


def _actors_for(measure: Measure) -> tuple[list[Choice], list[Choice], list[Choice]]:
    """Those the measure names, those annex 1 proposes for its theme, and everyone else."""
    actors = Actor.objects.order_by("position")
    named = list(actors.filter(measures=measure))
    proposed = list(actors.filter(annex_entries__theme=measure.theme_id).exclude(measures=measure).distinct())
    others = list(actors.exclude(pk__in=[actor.pk for actor in (*named, *proposed)]))

    def choices(group: list[Actor]) -> list[Choice]:
        return [(f"{actor.slug}/{measure.number}", str(actor.name)) for actor in group]

    return choices(named), choices(proposed), choices(others)


def _measures_for(actor: Actor) -> tuple[list[Choice], list[Choice]]:
    """The measures that name it, then those of the themes for which annex 1 proposes it; with their parts."""
    measures = Measure.objects.in_order().prefetch_related("parts")
    proposed = measures.filter(theme__annex_entries__actors=actor).exclude(actors=actor).distinct()
    return list(_each(actor, measures.filter(actors=actor))), list(_each(actor, proposed))


def _each(actor: Actor, measures: Iterable[Measure]) -> Iterator[Choice]:
    for measure in measures:
        yield f"{actor.slug}/{measure.number}", f"{measure.number}. {measure.title}"
        for part in measure.parts.all():
            of = f"{measure.number}{part.letter}"
            yield f"{actor.slug}/{of}", f"{of}. {part.title}"


class AnswerForm(WrittenForm):
    """At most two minutes: one choice, and why."""

    reply = forms.ChoiceField(
        label=_("Your answer"), widget=forms.RadioSelect, choices=[(r, Reply(r).label) for r in ANSWERS]
    )
    reason = forms.CharField(
        label=_("Why, and with which conditions"), widget=forms.Textarea, max_length=LONGEST,
        help_text=_("Everyone may read this. One or two sentences are enough. You may answer again later."),
    )  # fmt: skip
    field_order = ("reply", "reason", "language", "acting_for")


class WithdrawForm(WrittenForm):
    reason = forms.CharField(
        label=_("Why it is no longer asked"), widget=forms.Textarea, max_length=LONGEST,
        help_text=_("Everyone may read this."),
    )  # fmt: skip
    field_order = ("reason", "language", "acting_for")


class AskAgainForm(WrittenForm):
    due_date = forms.DateField(label=_("Answer by"), widget=DateInput)
    reason = forms.CharField(
        label=_("Why you ask again, or give more time"), widget=forms.Textarea, max_length=LONGEST,
        help_text=_("Everyone may read this."),
    )  # fmt: skip
    field_order = ("due_date", "reason", "language", "acting_for")


class MandateForm(ActForm):
    """Which organisation speaks for which actor."""

    may_leave_empty = True
    organisation = forms.ModelChoiceField(
        label=_("Organisation"), queryset=Organisation.objects.none(), to_field_name="slug"
    )
    actor = forms.ModelChoiceField(label=_("Actor"), queryset=Actor.objects.none(), to_field_name="slug")
    why = forms.CharField(label=_("How you know"), max_length=LONGEST, required=False)
    field_order = ("organisation", "actor", "why", "acting_for")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (
            ("organisation", Organisation.objects.in_order()),
            ("actor", Actor.objects.order_by("position")),
        ):
            field: Any = self.fields[name]
            field.queryset = rows
            field.label_from_instance = lambda row: str(row.name)


class EndMandateForm(ActForm):
    why = forms.CharField(label=_("Why it ends"), max_length=LONGEST)
