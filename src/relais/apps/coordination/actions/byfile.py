"""A workbook of actions taken back: each row is changed by the very acts that its page uses, or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import Conflict, once, record
from relais.apps.coordination import models as m
from relais.apps.coordination import permissions as may
from relais.apps.coordination import verbs
from relais.apps.coordination.actions import action as acts
from relais.apps.coordination.actions import measuring
from relais.apps.coordination.byfile import EDITABLE, WORDS, kept, said
from relais.apps.plan.models import Measure
from relais.apps.sheets.taking import WantedRow, overtaken, take_rows
from relais.apps.sheets.verdicts import Judgement, Outcome, Verdict, compared
from relais.core.texts.text import LANGUAGES

Values = dict[str, Any]
Act = Callable[[m.Action, Who, Values], None]


def _words(language: str) -> Act:
    def act(action: m.Action, by: Who, values: Values) -> None:
        acts.edit_words(
            action=action, by=by, seen=action.version, language=language,
            **{part: values[f"{part}_{language}"] for part in WORDS},
        )  # fmt: skip

    return act


def _with(act: Callable[..., None], *names: str, **fixed: Callable[[m.Action], Any]) -> Act:
    def done(action: m.Action, by: Who, values: Values) -> None:
        kept = {name: get(action) for name, get in fixed.items()}
        act(action=action, by=by, seen=action.version, **{name: values[name] for name in names}, **kept)

    return done


# Which columns each act is for, in the order in which the acts are done.
ACTS: tuple[tuple[tuple[str, ...], Act], ...] = (
    *((tuple(f"{part}_{code}" for part in WORDS), _words(code)) for code in LANGUAGES),
    (
        ("decision", "decision_date", "decision_source"),
        _with(acts.set_decision, "decision", "decision_date", "decision_source"),
    ),
    (("phase", "finished_date"), _with(acts.set_phase, "phase", "finished_date", "reason")),
    (("start_date", "due_date"), _with(acts.change_dates, "start_date", "due_date", "reason")),
    (
        ("level", "contact_point"),
        _with(
            acts.place_action, "level", "contact_point",
            targets=lambda action: action.targets, contact_person=lambda action: action.contact_person,
        ),
    ),
    (("indicator", "aim", "target_value"), _with(measuring.set_target, "indicator", "aim", "target_value")),
    (
        ("result_value", "result_date", "result_source"),
        _with(measuring.set_result, "result_value", "result_date", "result_source"),
    ),
)  # fmt: skip


@transaction.atomic
def take_actions(*, rows: Iterable[WantedRow], by: Who, only_check: bool) -> Judgement:
    """Do what the rows ask, all of it or nothing; with `only_check`, say what would be done and do nothing.

    Rights hold row by row. A row whose action was changed since the file was made is refused, and
    says how it is now.
    """
    require(may.can_propose_action(by))
    once(by)
    known = {action.code: action for action in m.Action.objects.readable_by(by).whole()}
    each = by.acting(by.acting_for)  # the token is for the file as a whole
    judgement = take_rows(rows, lambda row: _taken(row, each, known), only_check=only_check)
    if not judgement.is_sound:
        once(by)  # what refuses its rows may be the first click of two, taken meanwhile
    if judgement.is_sound and judgement.changes_something and not only_check:
        counts = {outcome.value: count for outcome, count in judgement.counts.items()}
        record(verbs.FILE_TAKEN, by=by, about=[], after=counts)
    return judgement


def _taken(row: WantedRow, by: Who, known: dict[str, m.Action]) -> Verdict:
    if not row.key:
        return _proposed(row, by)
    action = known.get(row.key)
    if action is None:
        raise ValidationError(_("There is no action with this code. Leave the code of a new action empty."))
    verdict = compared(row.place, row.key, row.cells(EDITABLE), said(action))
    if verdict.outcome == Outcome.UNCHANGED:
        return verdict
    require(may.can_edit_action(by, action))
    if row.version != action.version:
        raise overtaken(verdict)
    changed = {difference.column for difference in verdict.differences}
    asked = {name: row.values[name] for name in (*changed, "reason")}
    try:
        for columns, act in ACTS:
            if not changed.isdisjoint(columns):
                act(action, by, kept(action) | asked)
    except Conflict:
        raise overtaken(verdict) from None
    return verdict


def _proposed(row: WantedRow, by: Who) -> Verdict:
    values = dict(row.values)
    language = next((code for code in LANGUAGES if values[f"title_{code}"]), LANGUAGES[0])
    owner = Organisation.objects.filter(slug=values["owner"] or by.acting_for).first()
    if owner is None:
        raise ValidationError(_("There is no organisation “%(slug)s”.") % {"slug": values["owner"]})
    numbers = {number for number, _letter in values["measures"]}
    measures = Measure.objects.in_bulk(numbers, field_name="number")
    if missing := sorted(numbers - set(measures)):
        raise ValidationError(_("There is no measure %(n)s.") % {"n": ", ".join(map(str, missing))})
    action = acts.propose_action(
        by=by, owner=owner, title=values[f"title_{language}"], language=language,
        description=values[f"description_{language}"],
        measures=[(measures[number], letter) for number, letter in values["measures"]],
    )  # fmt: skip
    fresh = m.Action.objects.whole().get(pk=action.pk)
    now = said(fresh)
    values["decision"] = values["decision"] if values["decision"] != "unknown" else fresh.decision
    wanted = row.cells(EDITABLE) | {"decision": values["decision"]}
    for columns, act in ACTS:
        if any(wanted.get(name, now[name]) != now[name] for name in columns):
            act(fresh, by, values)
    return Verdict(row.place, fresh.code, Outcome.NEW)


assert {name for columns, _act in ACTS for name in columns} == set(EDITABLE)
