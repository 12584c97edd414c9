"""A file taken row by row, all of it or nothing: a dry run is the real run, undone at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from relais.apps.sheets.incoming import Row
from relais.apps.sheets.verdicts import Judgement, Verdict, refused


def take_rows(
    rows: Iterable[Row], take: Callable[[Row], Verdict], *, key: str, only_check: bool
) -> Judgement:
    """`take` does what a row asks and says what became of it; nothing stays on a check or a refusal.

    A row is refused by PermissionDenied or ValidationError; what it had begun is undone before the next one.
    """
    with transaction.atomic():
        judgement = Judgement([_judged(row, take, row.cells.get(key, "")) for row in rows])
        if only_check or not judgement.is_sound:
            transaction.set_rollback(True)
    return judgement


def _judged(row: Row, take: Callable[[Row], Verdict], key: str) -> Verdict:
    try:
        with transaction.atomic():
            return take(row)
    except PermissionDenied as error:
        return refused(row.place, key, str(error) or _("Your account does not allow this change."))
    except ValidationError as error:
        return refused(row.place, key, " ".join(error.messages))
