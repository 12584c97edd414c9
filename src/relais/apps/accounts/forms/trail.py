"""What may be asked of the trail. A wrong question is not an error: it filters nothing."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relais.apps.accounts.models import Organisation
from relais.apps.audit.models import Event, EventQuerySet
from relais.apps.audit.verb import Verb
from relais.apps.ui.fields import Day

MOST = 2**63 - 1
FIRST_DAY, LAST_DAY = dt.date(2000, 1, 1), dt.date(2999, 12, 31)


class PageForm(forms.Form):
    """Where to read on: `before` is the key of the last act that was shown; `about` a thing."""

    before = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=MOST)
    about = forms.CharField(
        label=_("About what"),
        required=False,
        max_length=120,
        help_text=_("As in “measure:16” or “action:a-12”."),
    )

    def answer(self, key: str) -> Any:
        """What was asked; None when nothing was, or nothing that can be."""
        self.is_valid()
        return self.cleaned_data.get(key) or None

    def narrowed(self, events: EventQuerySet) -> EventQuerySet:
        """The events that were asked for, newest first."""
        if about := self.answer("about"):
            events = events.about(about)
        if before := self.answer("before"):
            events = events.before(before)
        return events.newest_first()


def _day(label: Any) -> forms.DateField:
    return Day(
        label=label, required=False,
        validators=[MinValueValidator(FIRST_DAY), MaxValueValidator(LAST_DAY)],
    )  # fmt: skip


class TrailForm(PageForm):
    """Filters for the cell."""

    verb = forms.ChoiceField(label=_("Kind of act"), required=False)
    organisation = forms.ChoiceField(label=_("For which organisation"), required=False)
    since = _day(_("From the day"))
    until = _day(_("Up to and including"))
    field_order = ("verb", "organisation", "about", "since", "until", "before")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        verbs = sorted(((verb.slug, verb.shape) for verb in Verb.known.values()), key=lambda pair: pair[1])
        names = sorted((str(name), slug) for slug, name in Organisation.objects.values_list("slug", "name"))
        fields["verb"].choices = [("", pgettext_lazy("filter", "all")), *verbs]
        fields["organisation"].choices = [
            ("", pgettext_lazy("filter", "all")),
            *((slug, name) for name, slug in names),
        ]

    def narrowed(self, events: EventQuerySet | None = None) -> EventQuerySet:
        """The events that were asked for, newest first."""
        found = super().narrowed(Event.objects.all() if events is None else events)
        if verb := self.answer("verb"):
            found = found.filter(verb=verb)
        if organisation := self.answer("organisation"):
            found = found.filter(organisation=organisation)
        return found.between(self.answer("since"), self.answer("until"))
