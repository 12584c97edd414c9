"""What a freeze keeps of coordination: every row as plain data with natural keys, no person named."""

from __future__ import annotations

from relais.apps.coordination.models import Ask, Mandate
from relais.apps.plan.reading import words
from relais.apps.sheets.tables import Table, table

ASK = "actor measure letter kind"


def tables() -> list[Table]:
    """The tables of this room, as they are now."""
    return [_mandates(), _asks(), _ask_answers()]


def _mandates() -> Table:
    rows = [
        {"actor": mandate.actor.slug, "organisation": mandate.organisation.slug}
        for mandate in Mandate.objects.in_order()
    ]
    key = "actor organisation"
    return table("mandates", "which organisation speaks for which actor", key, key, rows)


def _key(ask: Ask) -> dict[str, object]:
    return {"actor": ask.actor.slug, "measure": ask.measure.number, "letter": ask.letter, "kind": ask.kind}


def _asks() -> Table:
    rows = [
        {
            **_key(ask), "words": words(ask.words), "asked_date": ask.asked_date.isoformat(),
            "due_date": ask.due_date.isoformat(), "is_fictional": ask.is_fictional,
        }
        for ask in Ask.objects.whole()
    ]  # fmt: skip
    about = "what the cell asked of actors; the state on a day follows from ask_answers and the due date"
    return table("asks", about, ASK, f"{ASK} words* asked_date due_date is_fictional", rows)


def _ask_answers() -> Table:
    rows = [
        {
            **_key(ask), "place": place, "reply": step.reply, "organisation": step.organisation.slug,
            "reason": {step.language: step.reason}, "answered_date": step.answered_date.isoformat(),
            "old_due_date": step.old_due_date and step.old_due_date.isoformat(),
            "new_due_date": step.new_due_date and step.new_due_date.isoformat(),
        }
        for ask in Ask.objects.whole()
        for place, step in enumerate(ask.answers.all(), start=1)
    ]  # fmt: skip
    about = "every answer to an ask, and every time the cell withdrew it or asked again, oldest first"
    columns = f"{ASK} place reply organisation reason* answered_date old_due_date new_due_date"
    return table("ask_answers", about, f"{ASK} place", columns, rows)
