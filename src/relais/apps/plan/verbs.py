"""What acts of people may be about, of the plan."""

from collections.abc import Collection, Mapping

from django.utils.translation import pgettext_lazy

from relais.apps.audit.subjects import Kind, by_number, by_slug
from relais.apps.languages.fields import LocalText
from relais.apps.plan.models import Actor, Measure, Theme

Kind(
    "measure",
    pgettext_lazy("thing", "measure"),
    page="plan:measure",
    names=by_number(Measure.objects.all, "title"),
)
Kind("actor", pgettext_lazy("thing", "actor"), page="plan:actor", names=by_slug(Actor.objects.all, "name"))


def _themes(keys: Collection[str]) -> Mapping[str, LocalText]:
    """By number, as their pages are called; by slug, as the files of the observatory call them."""
    by_numbers, by_slugs = by_number(Theme.objects.all, "name"), by_slug(Theme.objects.all, "name")
    numbers = [key for key in keys if key.isdecimal()]
    slugs = [key for key in keys if not key.isdecimal()]
    return {**(by_numbers(numbers) if numbers else {}), **(by_slugs(slugs) if slugs else {})}


Kind("theme", pgettext_lazy("thing", "theme"), page="plan:theme", names=_themes)
