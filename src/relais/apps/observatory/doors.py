"""The ways from the page of figures to the other pages of the room, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.languages.addresses import address


@dataclass(frozen=True, slots=True)
class Door:
    """A page of the room: its name, and what one finds there."""

    page: str
    name: str | Promise
    what: str | Promise

    @property
    def address(self) -> str:
        return address(f"observatory:{self.page}")


DOORS = (
    Door("compare", _("Compare"), _("Two to four groups or places, with the difference said honestly.")),
    Door("places", _("Municipalities"), _("What is known of each, beside the region.")),
    Door("crossed", _("Crossed"), _("Sex, origin, age and family at once, where enough people answered.")),
    Door(
        "parenthood", _("Who can cut by parenthood"), _("Whose figures can tell parents apart, year by year.")
    ),
    Door("wanted", _("Data wanted"), _("What nobody counts, and whom to ask for it.")),
    Door("corrections", _("Corrections"), _("What was wrong, and what it became.")),
    Door("calendar", _("Calendar"), _("When which figures come out.")),
    Door("publications", _("Publications"), _("The figures of a year, as they stood, for good.")),
    Door("releases", _("Releases"), _("Every edition of every source that was read.")),
    Door("downloads", _("Downloads"), _("All figures as files, with their definitions.")),
)
