"""Rounds, reports, evidence and statements as plain rows: for the freeze of a year, and for programs.

Every report that was asked for is a row, silent or not; what one says is there once it is validated.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils import timezone

from relais.apps.reporting.models import Evidence, Report, Round, Statement
from relais.apps.reporting.vocabulary import Question, Standing
from relais.apps.sheets.plain import day
from relais.apps.sheets.tables import Table, table

COUNTS = " ".join(Standing.values)
ROUND = f"label period_from period_to due_date opened_date closed_date asked {COUNTS} is_fictional"
SAID = " ".join(f"{question}_answer {question}*" for question in Question.values)
FACTS = (
    "planned committed paid staff partners cause decision phase completion completion_reason "
    "result_value result_date result_source"
)
REPORT = (
    f"round action standing submitted_by submitted_date validated_by validated_date language {SAID} {FACTS} "
    "is_fictional"
)
EVIDENCE = (
    "round action line title url sha256 media_type size scanned attached_by attached_date removed_date "
    "removed_why"
)
STATEMENT = (
    "voice action theme organisation version stated_date activity effect words* links[] is_superseded "
    "is_fictional"
)


def tables(on: dt.date) -> list[Table]:
    """Every row that this room declares: four tables. Silence is that of the day `on`.

    Files of evidence stay where they are.
    """
    rounds = Round.objects.counted(on).order_by("period_to", "label")
    reports = Report.objects.published().whole().order_by("round__period_to", "round__label", "action__code")
    evidence, statements = Evidence.objects.public(), Statement.objects.public()
    return [
        table("rounds", "years in which every action was asked for a report, and how many came",
              "label", ROUND, map(round_row, rounds)),
        table("reports", "what each action answered to the five questions; a silent one has no answers",
              "round action", REPORT, (report_row(row, on) for row in reports)),
        table("evidence", "what backs validated reports: a link, or a file by its SHA-256",
              "round action line", EVIDENCE, evidence_rows(evidence)),
        table("statements", "what owners and observers say of an action or a theme, all they ever said",
              "voice action theme organisation version", STATEMENT, map(statement_row, statements)),
    ]  # fmt: skip


def round_row(row: Round) -> dict[str, Any]:
    return {
        "label": row.label, "period_from": day(row.period_from), "period_to": day(row.period_to),
        "due_date": day(row.due_date), "opened_date": _day(row.opened_at),
        "closed_date": _day(row.closed_at),
        "asked": sum(count for _, count in row.standings),
        **{standing.value: count for standing, count in row.standings}, "is_fictional": row.is_fictional,
    }  # fmt: skip


def report_row(row: Report, on: dt.date) -> dict[str, Any]:
    """What it says is None, field by field, as long as it is not validated."""
    return {
        "round": row.round.label, "action": row.action.code, "standing": row.standing_on(on).value,
        "submitted_by": row.submitted_by.slug if row.submitted_by else None,
        "submitted_date": _day(row.submitted_at),
        "validated_by": row.validated_by.slug if row.validated_by and row.is_validated else None,
        "validated_date": _day(row.validated_at) if row.is_validated else None,
        **(_said(row) if row.is_validated else _UNSAID), "is_fictional": row.action.is_fictional,
    }  # fmt: skip


def _said(row: Report) -> dict[str, Any]:
    said: dict[str, Any] = {"language": row.language}
    for question in Question.values:
        words = getattr(row, f"{question}_words")
        said |= {f"{question}_answer": getattr(row, f"{question}_answer") or None,
                 question: {row.language: words} if words else None}  # fmt: skip
    return said | {name: _plain(getattr(row, name)) for name in FACTS.split()}


_UNSAID: dict[str, Any] = dict.fromkeys(
    ["language", *(name for q in Question.values for name in (f"{q}_answer", q)), *FACTS.split()]
)


def evidence_rows(rows: Iterable[Evidence]) -> Iterable[dict[str, Any]]:
    """Numbered from 1 within each report, in the order in which it was attached."""
    lines: dict[int, int] = {}
    for row in rows:
        lines[row.report_id] = lines.get(row.report_id, 0) + 1
        yield {
            "round": row.report.round.label, "action": row.report.action.code, "line": lines[row.report_id],
            "title": row.title, "url": row.url or None, "sha256": row.sha256 or None,
            "media_type": row.media_type or None, "size": row.size,
            "scanned": row.is_scanned if row.sha256 else None, "attached_by": row.attached_by.slug,
            "attached_date": _day(row.attached_at), "removed_date": _day(row.removed_at),
            "removed_why": row.removed_why or None,
        }  # fmt: skip


def statement_row(row: Statement) -> dict[str, Any]:
    return {
        "voice": row.voice, "action": row.action.code if row.action else None,
        "theme": row.theme.number if row.theme else None, "organisation": row.organisation.slug,
        "version": row.version, "stated_date": _day(row.stated_at), "activity": row.activity,
        "effect": row.effect, "words": {row.language: row.words}, "links": row.links,
        "is_superseded": row.is_superseded,
        "is_fictional": row.organisation.is_fictional or bool(row.action and row.action.is_fictional),
    }  # fmt: skip


def _plain(value: Any) -> Any:
    """Blank is not known; an amount with decimals keeps them as they were written."""
    match value:
        case Decimal():
            return str(value)
        case dt.date():
            return value.isoformat()
    return None if value == "" else value


def _day(moment: dt.datetime | None) -> str | None:
    return timezone.localdate(moment).isoformat() if moment else None
