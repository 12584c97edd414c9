"""What a freeze keeps of asking: organisations, whom they speak for, asks and their answers."""

from __future__ import annotations

import datetime as dt

from relais.apps.accounts.models import Organisation
from relais.apps.coordination.models import Ask, Mandate
from relais.apps.plan.reading import words
from relais.apps.sheets.tables import Table, table

ASK = "actor measure letter kind"


def organisations() -> Table:
    rows = [
        {"slug": o.slug, "name": words(o.name), "url": o.url, "is_fictional": o.is_fictional}
        for o in Organisation.objects.in_order()
    ]
    about = "bodies that can be asked, own an action, answer and sign"
    return table("organisations", about, "slug", "slug name* url is_fictional", rows)


def mandates() -> Table:
    rows = [
        {"actor": mandate.actor.slug, "organisation": mandate.organisation.slug}
        for mandate in Mandate.objects.in_order()
    ]
    key = "actor organisation"
    return table("mandates", "which organisation speaks for which actor", key, key, rows)


def _key(ask: Ask) -> dict[str, object]:
    return {"actor": ask.actor.slug, "measure": ask.measure.number, "letter": ask.letter, "kind": ask.kind}


def asks(on: dt.date) -> Table:
    rows = [
        {
            **_key(ask), "words": words(ask.words), "asked_date": ask.asked_date.isoformat(),
            "due_date": ask.due_date.isoformat(), "state": ask.state(on), "is_fictional": ask.is_fictional,
        }
        for ask in Ask.objects.whole()
    ]  # fmt: skip
    about = "what the cell asked of actors, and how that stands on the reference date"
    return table("asks", about, ASK, f"{ASK} words* asked_date due_date state is_fictional", rows)


def ask_answers() -> Table:
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
