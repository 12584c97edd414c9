"""The one act of this room: a year is frozen, whole or not at all."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import record
from relais.apps.freeze.models import Freeze
from relais.apps.freeze.permissions import can_freeze
from relais.apps.freeze.taking import NotBegun, take
from relais.apps.freeze.verbs import YEAR_FROZEN
from relais.apps.sheets.moment import one_moment


def freeze_year(*, year: int, by: Who, why: str = "") -> Freeze:
    """Keep the dataset of `year` as a new edition. A second edition needs `why`.

    Raises Refused, ValidationError (a year to come, no reason, nothing new), AlreadyDone, NotPlain.
    """
    require(can_freeze(by))
    now = timezone.localtime()
    with one_moment():
        try:
            dataset = take(year, now.date())
        except NotBegun as error:
            raise ValidationError(_("%(year)s has not begun yet.") % {"year": year}) from error
        frozen = Freeze.holding(dataset, taken_at=now, organisation=by.acting_for, note=why)
        frozen.edition = _next_edition(frozen, why)
        record(
            YEAR_FROZEN, by=by, about=[f"freeze:{frozen.name}"],
            after={"year": year, "edition": frozen.edition, "sha256": frozen.sha256}, why=why,
        )  # fmt: skip
        frozen.save()
    return frozen


def _next_edition(frozen: Freeze, why: str) -> int:
    last = Freeze.objects.filter(year=frozen.year).newest_first().first()
    if last is None:
        return 1
    if Freeze.objects.filter(sha256=frozen.sha256).exists():
        raise ValidationError(_("Nothing has changed since the last freeze of this year: it stands."))
    if not why.strip():
        raise ValidationError(_("This year was frozen before: say why it is frozen again."))
    return last.edition + 1
