"""A year’s figures are published: frozen as they stand on a day, after checks, once and for good."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import once, record
from relais.apps.observatory.models import Publication
from relais.apps.observatory.permissions import can_publish_figures
from relais.apps.observatory.verbs import FIGURES_PUBLISHED
from relais.apps.observatory.yearly.contents import failed, publication
from relais.apps.sheets.dataset import Dataset
from relais.apps.sheets.moment import one_moment


def publish_figures(*, year: int, as_of: dt.date, by: Who, why: str = "") -> Publication:
    """Keep the set of `year`, of the figures that were current on `as_of`.

    Raises Refused, ValidationError (see `draft`; a year that is published already), AlreadyDone, NotPlain.
    """
    require(can_publish_figures(by))
    with one_moment():
        once(by)
        if Publication.objects.filter(year=year).exists():
            raise ValidationError(
                _("%(year)s is published: what is published never changes.") % {"year": year}
            )
        made = Publication.holding(
            draft(year, as_of), published_at=timezone.now(), organisation=by.acting_for
        )
        record(
            FIGURES_PUBLISHED, by=by, about=[f"publication:{year}"],
            after={"year": year, "as_of": as_of, "sha256": made.sha256}, why=why,
        )  # fmt: skip
        made.save()
    return made


def draft(year: int, as_of: dt.date) -> Dataset:
    """What would be published. Nothing is written.

    Raises ValidationError for a day that is still to come or before the year, when there is no figure, and
    when a check fails; NotPlain.
    """
    if as_of > timezone.localdate() or as_of.year < year:
        raise ValidationError(
            _("Figures of %(year)s are those of a day from 1 January %(year)s until today.") % {"year": year}
        )
    last = Publication.objects.before(year)
    held = publication(year, as_of, last.as_of if last else None)
    if not held.rows("figures"):
        raise ValidationError(_("There is no figure to publish."))
    if wrong := failed(held):
        raise ValidationError(_("This cannot be published: %(checks)s.") % {"checks": ", ".join(wrong)})
    return held
