"""A file taken row by row, all of it or nothing: a dry run is the real run, undone at its end."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.forms import Form
from django.utils.translation import gettext as _

from relais.apps.sheets.cells import word
from relais.apps.sheets.incoming import Row
from relais.apps.sheets.verdicts import Judgement, Verdict, refused


@dataclass(frozen=True, slots=True)
class WantedRow:
    """What a row of a working copy asks for, under its key; "" for something new.

    `columns` are those that the file has, `values` what is in them as the acts want it, with a default for
    the others; `version` is the one that was exported; `problems` say where it cannot be read.
    """

    place: int
    key: str
    version: int | None
    columns: Collection[str]
    values: Mapping[str, Any]
    problems: tuple[str, ...] = ()

    @classmethod
    def of(cls, row: Row, key: str, form: Form) -> WantedRow:
        """The row as `form`, which has a field for each column, reads it; `key` is the column of its key."""
        problems = () if form.is_valid() else tuple(
            f"{name}: {' '.join(map(str, errors))}" for name, errors in form.errors.items()
        )  # fmt: skip
        values = form.cleaned_data
        return cls(row.place, row.cells[key], values.get("version"), row.cells.keys(), values, problems)

    def cells(self, names: Iterable[str]) -> dict[str, str]:
        """Those of the columns `names` that the file has, in words: what is left out of it is left alone."""
        return {name: word(self.values[name]) for name in names if name in self.columns}


def take_rows(
    rows: Iterable[WantedRow], take: Callable[[WantedRow], Verdict], *, only_check: bool
) -> Judgement:
    """`take` does what a row asks and says what became of it; nothing stays on a check or a refusal.

    A row is refused by PermissionDenied or ValidationError; what it had begun is undone before the next one.
    The second row with the same key is refused.
    """
    keys: set[str] = set()
    verdicts: list[Verdict] = []
    with transaction.atomic():
        for row in rows:
            verdicts.append(_judged(row, take, is_second=row.key in keys))
            keys |= {row.key} - {""}
        judgement = Judgement(verdicts)
        if only_check or not judgement.is_sound:
            transaction.set_rollback(True)
    return judgement


def overtaken(verdict: Verdict) -> ValidationError:
    """The row was changed since the file was made: refused, with how each of its cells is now."""
    now = "; ".join(f"{d.column}: {d.before or '—'}" for d in verdict.differences)
    return ValidationError(
        _("Someone changed it since this file was made. It is now: %(now)s. Export it again.") % {"now": now}
    )


def _judged(row: WantedRow, take: Callable[[WantedRow], Verdict], *, is_second: bool) -> Verdict:
    try:
        if is_second:
            raise ValidationError(_("This row stands in the file twice."))
        if row.problems:
            raise ValidationError(list(row.problems))
        with transaction.atomic():
            return take(row)
    except PermissionDenied as error:
        return refused(row.place, row.key, str(error) or _("Your account does not allow this change."))
    except ValidationError as error:
        return refused(row.place, row.key, _in_words(error))


def _in_words(error: ValidationError) -> str:
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(f"{name}: {' '.join(words)}" for name, words in error.message_dict.items())
