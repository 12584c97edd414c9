"""What acts of people may be about, of the plan."""

from django.utils.translation import pgettext_lazy

from relais.apps.audit.subjects import Kind

Kind("measure", pgettext_lazy("thing", "measure"), page="plan:measure")
Kind("actor", pgettext_lazy("thing", "actor"), page="plan:actor")
Kind("theme", pgettext_lazy("thing", "theme"), page="plan:theme")
