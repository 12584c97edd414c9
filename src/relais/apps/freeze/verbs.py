"""The acts of this room, in the words of the public change log."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relais.apps.audit.subjects import Kind
from relais.apps.audit.verb import Verb

YEAR_FROZEN = Verb("year-frozen", _("%(organisation)s froze the data of %(year)s (edition %(edition)s)."))

Kind("freeze", pgettext_lazy("thing", "freeze"), page="freeze:freeze")
