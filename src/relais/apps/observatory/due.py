"""What the observatory has open: figures that someone proposed and nobody has judged yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.due import Due
from relais.apps.languages.addresses import address
from relais.apps.observatory import models as m

PATIENCE = dt.timedelta(days=30)  # our own: nothing says how long a proposal may wait


def due_dates() -> Iterator[Due]:
    """In the language that is active now. One query."""
    for release in m.Release.objects.proposed().select_related("source").order_by("recorded_at"):
        said = {"title": release.source.title, "edition": release.edition}
        yield Due(
            f"figures:{release.pk}", timezone.localdate(release.recorded_at) + PATIENCE,
            _("Accept or refuse the figures “%(title)s” (%(edition)s)") % said,
            address("observatory:proposal", release.pk), for_cell=True,
        )  # fmt: skip
