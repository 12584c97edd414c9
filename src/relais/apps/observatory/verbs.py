"""The acts of this room, in the words of the public change log."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relais.apps.audit.subjects import Kind
from relais.apps.audit.verb import Verb

FIGURES_PUBLISHED = Verb("figures-published", _("%(organisation)s published the figures of %(year)s."))

Kind("publication", pgettext_lazy("thing", "publication of figures"), page="observatory:publication")
