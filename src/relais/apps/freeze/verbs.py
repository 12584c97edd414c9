"""The acts of this room, in the words of the public change log."""

from django.utils.translation import gettext_lazy as _

from relais.apps.audit.verb import Verb

YEAR_FROZEN = Verb("year-frozen", _("%(organisation)s froze the data of %(year)s (edition %(edition)s)."))
