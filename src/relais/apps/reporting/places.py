"""Every public page of this room, for the site map."""

from __future__ import annotations

from collections.abc import Iterator

from relais.apps.coordination.models import Action
from relais.apps.languages.addresses import address
from relais.apps.plan.models import Theme
from relais.apps.reporting.models import Report, Round


def public_pages() -> Iterator[str]:
    """Their addresses in the current language."""
    yield address("reporting:rounds")
    for label in Round.objects.values_list("label", flat=True):
        yield address("reporting:round", label)
    named = Report.objects.published().values_list("round__label", "action__code")
    for label, code in named:
        yield address("reporting:report", label, code)
    for code in Action.objects.published().values_list("code", flat=True):
        yield address("reporting:voices-on-action", code)
    for number in Theme.objects.values_list("number", flat=True):
        yield address("reporting:voices-on-theme", number)
