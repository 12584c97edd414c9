"""What is due in the whole house, and for whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import override

from relais.apps.accounts.due import Due
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.consultation import due as consultation
from relais.apps.coordination import due as coordination
from relais.apps.meeting import due as meeting
from relais.apps.observatory import due as observatory
from relais.apps.reporting import due as reporting

ROOMS = (coordination, reporting, consultation, meeting, observatory)  # every room that has a `due.py`

ACTING = (Role.MEMBER, Role.REFERENT, Role.OBSERVER, Role.CELL)
SOON = dt.timedelta(days=30)


def due_dates() -> list[Due]:
    """Everything that is open now, soonest first, in the language that is active."""
    found = (replace(due, what=str(due.what)) for room in ROOMS for due in room.due_dates())
    return sorted(found, key=lambda due: (due.date, due.key))


class Spoken:
    """The due dates in each language that someone reads, gathered once a language."""

    def __init__(self) -> None:
        self._by_language: dict[str, list[Due]] = {}

    def in_language(self, language: str) -> list[Due]:
        """As `due_dates`, in `language`."""
        if language not in self._by_language:
            with override(language):
                self._by_language[language] = due_dates()
        return self._by_language[language]


def public_due_dates() -> list[Due]:
    """Those that may stand in the calendar that anyone reads."""
    return [due for due in due_dates() if due.is_public]


def is_for(due: Due, who: Who) -> bool:
    """Whether it waits for this person: for an organisation they act for, or for the cell they are in."""
    return (due.for_cell and who.is_cell) or not due.organisations.isdisjoint(who.organisations_as(*ACTING))


@dataclass(frozen=True, slots=True)
class Tasks:
    """What waits for one person: past its date, within 30 days, later. `whole` is all of it."""

    late: list[Due]
    soon: list[Due]
    later: list[Due]

    @property
    def whole(self) -> list[Due]:
        return [*self.late, *self.soon, *self.later]

    @property
    def pressing(self) -> list[Due]:
        return [*self.late, *self.soon]


def tasks_of(who: Who, dues: Iterable[Due], today: dt.date) -> Tasks:
    """Those of `dues` that wait for this person, in three groups, each in the order given."""
    mine = [due for due in dues if is_for(due, who)]
    return Tasks(
        [due for due in mine if due.date < today],
        [due for due in mine if today <= due.date <= today + SOON],
        [due for due in mine if due.date > today + SOON],
    )
