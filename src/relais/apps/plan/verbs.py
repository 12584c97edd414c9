"""What acts of people may be about, of the plan."""

from django.utils.translation import pgettext_lazy

from relais.apps.audit.subjects import Kind, by_number, by_slug
from relais.apps.plan.models import Actor, Measure, Theme

Kind(
    "measure",
    pgettext_lazy("thing", "measure"),
    page="plan:measure",
    names=by_number(Measure.objects.all, "title"),
)
Kind("actor", pgettext_lazy("thing", "actor"), page="plan:actor", names=by_slug(Actor.objects.all, "name"))
Kind("theme", pgettext_lazy("thing", "theme"), page="plan:theme", names=by_number(Theme.objects.all, "name"))
