"""What every form that writes has: a token, the organisation acted for, the version that was read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import Conflict


class ActForm(forms.Form):
    """Give `who` and, where only some of their organisations may act, the keys of those.

    `by` is the person as the act wants them; `seen` the version they read; a form sent twice acts once.
    """

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    acting_for = forms.ChoiceField(label=_("For which organisation"))

    def __init__(
        self, *args: Any, who: Who, organisations: Iterable[int] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.who = who
        self.conflict: list[tuple[str, Any, Any]] = []
        may = who.organisations if organisations is None else frozenset(organisations) & who.organisations
        named = [(o.slug, str(o.name)) for o in Organisation.objects.filter(pk__in=may).in_order()]
        choice: Any = self.fields["acting_for"]
        choice.choices = named
        if len(named) <= 1:
            choice.widget = forms.HiddenInput()
            choice.initial = named[0][0] if named else None
            choice.required = bool(named)

    @property
    def by(self) -> Who:
        """Who acts, for which organisation, with the token of this form. Only after `is_valid()`."""
        return self.who.acting(self.cleaned_data["acting_for"] or None, self.cleaned_data["token"])

    @property
    def given(self) -> dict[str, Any]:
        """What was filled in, without what every form has."""
        return {k: v for k, v in self.cleaned_data.items() if k not in ("token", "seen", "acting_for")}

    def show(self, conflict: Conflict) -> None:
        """Put what another wrote beside what was to be written; saving again then replaces it knowingly."""
        self.conflict = [
            (str(self.fields[name].label or name) if name in self.fields else name,
             getattr(conflict.row, name), value)
            for name, value in conflict.wanted.items()
        ]  # fmt: skip
        fresh = {"seen": str(conflict.row.version), "token": str(uuid4())}
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data.update({self.add_prefix(name): value for name, value in fresh.items()})
        self.data = data
