"""The fictional year: asked, answered, done, blocked, reported, contested, consulted, met, frozen."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from relais.apps.freeze.actions import freeze_year
from relais.faces.cli.fiction import asking, consulting, doing, meeting, reporting
from relais.faces.cli.fiction.cast import Cast, assemble
from relais.faces.cli.fiction.clock import on

# A year is told and frozen in the first weeks of the next: until then, the year before is the last whole one.
CLOSING = dt.timedelta(days=60)


def tell() -> Cast:
    """The last whole year, from its first request to its freeze, and what stands open after it."""
    today = timezone.localdate()
    year = (today - CLOSING).year - 1
    with on(dt.date(year, 1, 6)):
        cast = assemble()
    with on(dt.date(year, 1, 8)):
        freeze_year(year=year - 1, by=cast.cell)
    asking.tell(cast, year)
    doing.tell(cast, year)
    meeting.tell(cast, year)
    consulting.tell(cast, year)
    reporting.tell(cast, year)
    with on(dt.date(year + 1, 2, 2)):
        freeze_year(year=year, by=cast.cell)
    reporting.open_next(cast, year + 1, today)
    consulting.open_next(cast, today)
    return cast
