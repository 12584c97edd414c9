"""Who is reminded of what today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import ngettext, override

from relais.apps.accounts.due import Due
from relais.apps.reminder.gathering import Spoken, is_for
from relais.apps.reminder.letters import Letter, whole
from relais.apps.reminder.models import Mark, mails_of, people, sent_to
from relais.apps.reminder.stages import stage_of
from relais.apps.reminder.vocabulary import Mails


def letters(today: dt.date) -> Iterator[Letter]:
    """A letter for each person who has something due today that they were not told at this stage."""
    wanting = [(user, who) for user, who in people() if mails_of(user) == Mails.EACH]
    spoken = Spoken()
    told = sent_to([user.pk for user, _ in wanting])
    for user, who in wanting:
        mine = [due for due in spoken.in_language(user.language) if is_for(due, who)]
        marked = [(due, mark) for due in mine if (mark := _mark(user.pk, due, today)) and mark not in told]
        if marked:
            with override(user.language):
                subject = ngettext("%(n)s task is due", "%(n)s tasks are due", len(marked)) % {
                    "n": len(marked)
                }
            late = [line(due) for due, _ in marked if due.date < today]
            coming = [line(due) for due, _ in marked if due.date >= today]
            context = {"late": late, "coming": coming}
            yield Letter(user, subject, "reminder", context, [mark for _, mark in marked])


def line(due: Due) -> dict[str, object]:
    """A due date as a mail shows it: its address is whole."""
    return {
        "date": due.date, "what": due.what, "address": whole(due.address), "is_fictional": due.is_fictional,
    }  # fmt: skip


def _mark(person: int, due: Due, today: dt.date) -> Mark | None:
    stage = stage_of(due.date, today)
    return (person, due.key, due.date, stage) if stage else None
