"""What an event noted, in words: dates, texts and values of closed lists as a reader reads them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import pgettext, pgettext_lazy

from relais.apps.audit.verb import Labels
from relais.apps.languages.reader import colon, for_reader
from relais.core.texts.text import LANGUAGES, Text

ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(T[\d:.]+([+-]\d\d:\d\d|Z)?)?")

NAMES = {
    "absorbed_by": pgettext_lazy("fact", "absorbed by"),
    "actor": pgettext_lazy("fact", "actor"),
    "amount": pgettext_lazy("fact", "amount"),
    "cause": pgettext_lazy("fact", "cause"),
    "closed_date": pgettext_lazy("fact", "closed on"),
    "code": pgettext_lazy("fact", "code"),
    "completion_by_hand": pgettext_lazy("fact", "completion, set by hand"),
    "completion_reason": pgettext_lazy("fact", "reason for the completion set by hand"),
    "contact_point": pgettext_lazy("fact", "contact point"),
    "decision": pgettext_lazy("fact", "decision"),
    "decision_date": pgettext_lazy("fact", "date of the decision"),
    "decision_source": pgettext_lazy("fact", "source of the decision"),
    "description": pgettext_lazy("fact", "description"),
    "due_date": pgettext_lazy("fact", "due date"),
    "expected_result": pgettext_lazy("fact", "expected result"),
    "finished_date": pgettext_lazy("fact", "finished on"),
    "indicator": pgettext_lazy("fact", "indicator"),
    "is_active": pgettext_lazy("fact", "active"),
    "is_draft": pgettext_lazy("fact", "draft"),
    "kind": pgettext_lazy("fact", "kind"),
    "language": pgettext_lazy("fact", "language"),
    "letter": pgettext_lazy("fact", "part"),
    "level": pgettext_lazy("fact", "level of power"),
    "lifted_date": pgettext_lazy("fact", "lifted on"),
    "measure": pgettext_lazy("fact", "measure"),
    "measures": pgettext_lazy("fact", "measures"),
    "name": pgettext_lazy("fact", "name"),
    "note": pgettext_lazy("fact", "note"),
    "organisation": pgettext_lazy("fact", "organisation"),
    "origin": pgettext_lazy("fact", "origin"),
    "owners": pgettext_lazy("fact", "owners"),
    "phase": pgettext_lazy("fact", "phase"),
    "reason": pgettext_lazy("fact", "reason"),
    "reply": pgettext_lazy("fact", "answer"),
    "result_date": pgettext_lazy("fact", "date of the result"),
    "result_source": pgettext_lazy("fact", "source of the result"),
    "result_value": pgettext_lazy("fact", "result"),
    "role": pgettext_lazy("fact", "role"),
    "share": pgettext_lazy("fact", "share"),
    "since_date": pgettext_lazy("fact", "since"),
    "source": pgettext_lazy("fact", "source"),
    "start_date": pgettext_lazy("fact", "start date"),
    "state": pgettext_lazy("fact", "state"),
    "target_value": pgettext_lazy("fact", "target"),
    "targets": pgettext_lazy("fact", "target groups"),
    "title": pgettext_lazy("fact", "title"),
    "url": pgettext_lazy("fact", "web address"),
    "words": pgettext_lazy("fact", "words"),
    "year": pgettext_lazy("fact", "year"),
}


def name_of(fact: str) -> str:
    """What a fact is called: "due_date" is the due date. One that has no name yet reads as it is written."""
    return str(NAMES.get(fact, fact.replace("_", " ")))


def in_words(facts: Mapping[str, Any], labels: Labels) -> dict[str, str]:
    """Every fact as it is shown. `labels` gives the closed list of those that come from one."""
    return {name: _said(value, labels.get(name)) for name, value in facts.items()}


def _said(value: Any, label: Any) -> str:
    match value:
        case None:
            return pgettext("fact", "not known")
        case bool():
            return pgettext("fact", "yes") if value else pgettext("fact", "no")
        case list():
            return ", ".join(_said(each, label) for each in value) or "—"
        case dict() if set(value) <= set(LANGUAGES):
            return for_reader(Text(value)) if value else "—"
        case dict():
            return ", ".join(f"{name_of(name)}{colon()} {_said(each, None)}" for name, each in value.items())
        case str() if date := _date(value):
            return date_format(date)
        case int() | float():
            return number_format(value)
    return str(label(value).label) if label and value in label else str(value)


def _date(words: str) -> dt.datetime | None:
    """The moment that `words` are in ISO 8601; None for any other words."""
    try:
        return dt.datetime.fromisoformat(words) if ISO_DATE.fullmatch(words) else None
    except ValueError:
        return None
