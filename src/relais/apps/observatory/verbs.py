"""The acts of the observatory, in the words of the public change log."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relais.apps.audit.subjects import Kind
from relais.apps.audit.verb import Verb

RELEASE_PROPOSED = Verb(
    "figures-proposed", _("%(organisation)s proposed figures of “%(source)s” (%(edition)s)"), is_public=False
)
RELEASE_ACCEPTED = Verb("figures-accepted", _("New figures of “%(source)s” were accepted (%(edition)s)"))
RELEASE_REFUSED = Verb(
    "figures-refused", _("Figures of “%(source)s” were refused (%(edition)s)"), is_public=False
)
FIGURES_PUBLISHED = Verb("figures-published", _("%(organisation)s published the figures of %(year)s."))

Kind(
    "release",
    pgettext_lazy("thing", "figures of"),
    page="observatory:release",
    arguments=lambda key: tuple(key.split("/")),
)
Kind("publication", pgettext_lazy("thing", "publication of figures"), page="observatory:publication")
