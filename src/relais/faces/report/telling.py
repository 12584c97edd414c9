"""One action as a reader is told of it: its axes in words, the five standing questions, the two voices."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relais.apps.languages.fields import LocalText
from relais.apps.sheets.dataset import Row
from relais.faces.report.charts import MONEY, euro
from relais.faces.report.reading import Action, Year, day, text
from relais.faces.report.words import (
    ACTIVITY,
    ANSWERS,
    AXES,
    CAUSE,
    EFFECT,
    ORIGIN,
    QUESTIONS,
    Label,
    label,
    tone,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """What one organisation says of an action, dated; activity and effect are two judgements."""

    is_observer: bool
    organisation: LocalText | None
    date: dt.date | None
    activity: Label
    effect: Label
    words: LocalText | None


@dataclass(frozen=True, slots=True)
class Block:
    """What stops an action."""

    cause: Label
    words: LocalText | None
    since: dt.date | None
    lifter: LocalText | None


@dataclass(frozen=True, slots=True)
class Told:
    """An action and what there is to say of it. Answers are pairs: a question, and what was said or None."""

    action: Action
    axes: list[tuple[Label, Label, str]]
    completion: str | None
    origin: Label
    due: dt.date | None
    money: list[str]
    silence: str | None
    answers: list[tuple[Label, LocalText | Label | None]]
    voices: list[Voice]
    blocks: list[Block]
    facts: list[tuple[LocalText | None, Row]]
    absorbed: list[tuple[LocalText | None, Row]]


def told(action: Action, year: Year) -> Told:
    """From the rows of the freeze."""
    row, report = action.row, action.report
    is_told = report is not None and report["standing"] == "validated"
    return Told(
        action=action,
        axes=[(name, label(v, row[axis]), tone(v, row[axis])) for axis, (name, v) in AXES.items()],
        completion=_completion(row),
        origin=label(ORIGIN, row["origin"]),
        due=day(row["due_date"]),
        money=[line for budget in action.budgets if (line := _money(budget))],
        silence=_silence(report, year),
        answers=[(question, _answer(report, key) if is_told and report else None)
                 for key, question in QUESTIONS.items()],
        voices=[voice_of(each, year) for each in action.statements],
        blocks=[_block(each, year) for each in action.blockers if each["lifted_date"] is None],
        facts=[(text(each, "words"), each) for each in action.facts],
        absorbed=[(text(each, "into"), each) for each in action.absorptions],
    )  # fmt: skip


def _completion(row: Row) -> str | None:
    """Never without its denominator."""
    if row["completion_by_hand"] is not None:
        given = {"percent": row["completion_by_hand"], "why": row["completion_reason"]}
        return _("%(percent)s of 100, set by hand: %(why)s") % given
    if row["steps"]:
        n = row["steps"]
        said = ngettext("%(done)s of %(n)s step", "%(done)s of %(n)s steps", n)
        return said % {"done": row["steps_done"], "n": n}
    return None


def _money(budget: Row) -> str | None:
    names = {"planned": _("planned"), "committed": _("committed"), "paid": _("paid")}
    known = [f"{names[kind]} {euro(budget[kind])}" for kind in MONEY if budget[kind] is not None]
    return f"{budget['year']}: {', '.join(known)}" if known else None


def _silence(report: Row | None, year: Year) -> str | None:
    """Why there are no answers; None when there are."""
    if report is None:
        return _("No report was asked for in this year.")
    match report["standing"]:
        case "validated":
            return None
        case "silent":
            return _("A report was asked for and none came in. That is silence, not the answer “nothing”.")
        case "awaited":
            return _("A report was asked for; its due date had not come yet.")
    return _("A report came in; the coordination cell had not validated it yet.")


def _answer(report: Row, question: str) -> LocalText | Label | None:
    answer = report[f"{question}_answer"]
    return text(report, question) or ANSWERS.get(answer)


def voice_of(row: Row, year: Year) -> Voice:
    """A statement of the freeze, on an action or on a theme."""
    return Voice(
        is_observer=row["voice"] == "observer", organisation=year.names.get(row["organisation"]),
        date=day(row["stated_date"]), activity=label(ACTIVITY, row["activity"]),
        effect=label(EFFECT, row["effect"]), words=text(row, "words"),
    )  # fmt: skip


def _block(row: Row, year: Year) -> Block:
    return Block(label(CAUSE, row["cause"]), text(row, "words"), day(row["since_date"]),
                 year.names.get(row["lifter"]))  # fmt: skip
