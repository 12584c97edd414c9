"""A report is written by its owners, judged by the cell, and public only once validated."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from relais.apps.accounts.permissions import Refused
from relais.apps.audit.actions import AlreadyDone, Conflict
from relais.apps.audit.models import Event
from relais.apps.coordination.models import Action
from relais.apps.reporting import actions
from relais.apps.reporting.completeness import missing
from relais.apps.reporting.models import NARRATIVE, Report
from relais.apps.reporting.prefilling import CARRIED, carried_from, is_word_for_word
from relais.apps.reporting.tests import make as m
from relais.apps.reporting.vocabulary import Answer, Question, ReportState

db = pytest.mark.django_db


def complete(**told: Any) -> dict[str, Any]:
    empty = dict.fromkeys(NARRATIVE, "") | dict.fromkeys(("planned", "committed", "paid", "result_value"))
    return empty | m.TOLD | told


def test_nothing_and_not_known_are_answers_and_blank_is_none() -> None:
    assert missing(complete()) == {}
    assert set(missing(complete(spent_answer=""))) == {"spent_words"}
    assert set(missing(complete(done_words=" "))) == {"done_words"}


def test_each_question_must_be_answered() -> None:
    unsaid = {f"{question}_answer": "" for question in Question.values}
    assert set(missing(complete(**unsaid))) == {f"{question}_words" for question in Question.values}


def test_what_did_not_start_has_a_cause() -> None:
    assert set(missing(complete(stalled_answer="told", stalled_words="x", cause=""))) == {"cause"}


def test_nothing_spent_and_an_amount_paid_cannot_both_be_so() -> None:
    assert set(missing(complete(spent_answer="nothing", paid=5))) == {"spent_words"}
    assert missing(complete(spent_answer="nothing", paid=0)) == {}


def test_work_that_stopped_says_why() -> None:
    assert set(missing(complete(phase="stopped"))) == {"stalled_words"}


@db
def test_a_draft_may_be_incomplete_and_is_kept() -> None:
    report = m.make_report()
    actions.save_draft(report=report, by=m.member(), seen=1, done_words="begin")
    assert m.report_of(report.round).done_words == "begin"


@db
def test_an_incomplete_report_is_not_submitted_and_says_what_is_missing() -> None:
    report = m.make_report()
    with pytest.raises(ValidationError) as wrong:
        actions.submit_report(report=report, by=m.member(), seen=1, done_words="begin")
    assert set(wrong.value.message_dict) == {f"{q}_words" for q in Question.values if q != "done"}
    assert m.report_of(report.round).state == ReportState.DRAFT


@db
def test_submitting_signs_with_the_organisation_acted_for() -> None:
    report = m.submit(m.make_report())
    assert report.submitted_by is not None
    assert (report.state, report.submitted_by.slug) == (ReportState.SUBMITTED, "owner")
    assert Event.objects.filter(verb="report-submitted").count() == 1


@db
def test_submit_clicked_twice_submits_once() -> None:
    report, who = m.make_report(), m.member()
    actions.submit_report(report=report, by=who, seen=1, **m.TOLD)
    again = m.report_of(report.round)
    with pytest.raises(AlreadyDone):
        actions.submit_report(report=again, by=who, seen=1, **m.TOLD)
    assert Event.objects.filter(verb="report-submitted").count() == 1


@db
def test_two_colleagues_at_once_lose_nothing() -> None:
    report, stale = m.make_report(), m.report_of(Report.objects.get(round__label="2026").round)
    actions.save_draft(report=report, by=m.member(), seen=1, done_words="hers")
    with pytest.raises(Conflict) as conflict:
        actions.submit_report(report=stale, by=m.member(), seen=1, **m.TOLD | {"done_words": "his"})
    assert conflict.value.row.done_words == "hers"
    assert conflict.value.wanted["done_words"] == "his"
    assert m.report_of(report.round).done_words == "hers"


@db
@pytest.mark.parametrize("who", [m.cell, m.observer, lambda: m.member("stranger")])
def test_only_its_owners_write(who: Any) -> None:
    report = m.make_report()
    with pytest.raises(Refused):
        actions.save_draft(report=report, by=who(), seen=1, done_words="x")
    with pytest.raises(Refused):
        actions.submit_report(report=report, by=who(), seen=1, **m.TOLD)


@db
def test_an_owner_who_acts_for_another_organisation_is_refused() -> None:
    report = m.make_report()
    both = m.member()
    both = replace(both, parts=(*both.parts, *m.member("stranger").parts), acting_for="stranger")
    with pytest.raises(Refused):
        actions.save_draft(report=report, by=both, seen=1, done_words="x")


@db
@pytest.mark.parametrize("who", [m.member, m.observer])
def test_only_the_cell_judges(who: Any) -> None:
    report = m.submit(m.make_report())
    for act in (
        lambda: actions.validate_report(report=report, by=who(), seen=report.version),
        lambda: actions.return_report(report=report, note="x", by=who(), seen=report.version),
        lambda: actions.reopen_report(report=report, why="x", by=who(), seen=report.version),
    ):
        with pytest.raises(Refused):
            act()


@db
def test_returned_with_a_note_it_can_be_mended_and_submitted_again() -> None:
    report = m.submit(m.make_report())
    with pytest.raises(ValidationError):
        actions.return_report(report=report, note=" ", by=m.cell(), seen=report.version)
    actions.return_report(report=report, note="Hoeveel?", by=m.cell(), seen=report.version)
    returned = m.report_of(report.round)
    assert (returned.state, returned.return_note, returned.is_open) == (
        ReportState.RETURNED,
        "Hoeveel?",
        True,
    )
    assert m.submit(returned, done_words="412").state == ReportState.SUBMITTED


@db
def test_a_draft_cannot_be_validated() -> None:
    report = m.make_report()
    with pytest.raises(ValidationError):
        actions.validate_report(report=report, by=m.cell(), seen=report.version)


@db
def test_a_validated_report_changes_how_the_action_stands() -> None:
    report = m.make_report()
    Action.objects.filter(pk=report.action_id).update(indicator="loketten", target_value=3)
    report = m.report_of(report.round)
    proposed = {
        "phase": "finished", "decision": "adopted", "completion": 90, "completion_reason": "geteld",
        "result_value": Decimal("2.5"), "result_date": report.round.period_from,
        "result_source": "https://example.org/cijfer",
    }  # fmt: skip
    m.validate(m.submit(report, **proposed))
    action = Action.objects.get(pk=report.action_id)
    assert (action.phase, action.decision, action.completion_by_hand) == ("finished", "adopted", 90)
    assert (action.result_value, action.result_source) == (Decimal("2.5"), "https://example.org/cijfer")
    assert (action.completion_reason, action.completion_said_by) == (
        "geteld",
        report.action.owners.all()[0].organisation,
    )


@db
def test_a_report_that_proposes_nothing_leaves_the_action_as_it_was() -> None:
    report = m.make_report()
    before = Action.objects.values().get(pk=report.action_id)
    m.validate(m.submit(report))
    assert Action.objects.values().get(pk=report.action_id) == before


@db
def test_when_the_action_cannot_take_it_the_report_is_not_validated_either() -> None:
    """Both or neither: here a result of an action that no longer says what it counts."""
    report = m.make_report()
    measured = {"result_value": Decimal(5), "result_date": report.round.period_from,
                "result_source": "https://example.org"}  # fmt: skip
    Action.objects.filter(pk=report.action_id).update(indicator="loketten")
    report = m.submit(m.report_of(report.round), **measured)
    Action.objects.filter(pk=report.action_id).update(indicator=None)
    with pytest.raises(ValidationError), transaction.atomic():
        m.validate(report)
    assert m.report_of(report.round).state == ReportState.SUBMITTED
    assert not Event.objects.filter(verb="report-validated").exists()


@db
def test_a_result_is_not_submitted_for_an_action_that_counts_nothing() -> None:
    report = m.make_report()
    with pytest.raises(ValidationError):
        m.submit(report, result_value=Decimal(5), result_date=report.round.period_from,
                 result_source="https://example.org")  # fmt: skip


@db
def test_several_are_validated_at_once_and_each_leaves_its_event() -> None:
    m.make_action("a-1"), m.make_action("a-2")
    year = m.make_round()
    chosen = [m.submit(m.report_of(year, code)) for code in ("a-1", "a-2")]
    assert actions.validate_reports(round=year, reports=chosen, by=m.cell()) == 2
    assert Event.objects.filter(verb="report-validated").count() == 2


@db
def test_of_several_one_that_changed_stops_all() -> None:
    m.make_action("a-1"), m.make_action("a-2")
    year = m.make_round()
    chosen = [m.submit(m.report_of(year, code)) for code in ("a-1", "a-2")]
    second = m.report_of(year, "a-2")
    actions.return_report(report=second, note="x", by=m.cell(), seen=second.version)
    with pytest.raises(Conflict):
        actions.validate_reports(round=year, reports=chosen, by=m.cell())
    assert not Report.objects.filter(round=year, state="validated").exists()


@db
def test_reopened_only_with_a_reason_and_locked_again_once_validated() -> None:
    report = m.validate(m.submit(m.make_report()))
    actions.close_round(round=report.round, by=m.cell(), seen=1)
    report = m.report_of(report.round)
    with pytest.raises(ValidationError):
        actions.reopen_report(report=report, why="", by=m.cell(), seen=report.version)
    actions.reopen_report(report=report, why="verkeerd bedrag", by=m.cell(), seen=report.version)
    reopened = m.report_of(report.round)
    assert (reopened.is_open, reopened.reopened_why) == (True, "verkeerd bedrag")
    again = m.validate(m.submit(reopened, paid=10, spent_answer="told", spent_words="x"))
    assert (again.locked_at is not None, again.is_open) == (True, False)


@db
def test_a_silent_report_may_be_reopened_after_its_round_closed() -> None:
    report = m.make_report()
    actions.close_round(round=report.round, by=m.cell(), seen=1)
    report = m.report_of(report.round)
    actions.reopen_report(report=report, why="ziekte", by=m.cell(), seen=report.version)
    assert m.submit(m.report_of(report.round)).state == ReportState.SUBMITTED


answers = st.sampled_from(["", *Answer.values])
words = st.text(max_size=20)


@given(
    state=st.sampled_from(ReportState.values),
    told=st.fixed_dictionaries({f"{q}_answer": answers for q in Question.values}),
    said=st.fixed_dictionaries({f"{q}_words": words for q in Question.values}),
    amounts=st.fixed_dictionaries(
        {n: st.none() | st.integers(0, 9) for n in ("planned", "committed", "paid")}
    ),
    key=st.integers(1, 9),
)
def test_prefilled_never_carries_over_a_state_or_a_signature(
    state: str, told: Any, said: Any, amounts: Any, key: int
) -> None:
    last = Report(state=state, submitted_by_id=key, validated_by_id=key, return_note="n", phase="running",
                  completion=5, version=key, reopened_why="w", **told, **said, **amounts)  # fmt: skip
    fresh = Report(**carried_from(last))
    untouched = Report()
    for field in Report._meta.concrete_fields:
        if field.name not in CARRIED:
            assert getattr(fresh, field.attname) == getattr(untouched, field.attname), field.name
    assert {name: getattr(fresh, name) for name in said} == said


def test_an_answer_left_as_it_was_is_told_and_an_empty_one_is_not() -> None:
    last = Report(done_words="Zelfde.", next_words="")
    assert is_word_for_word(Report(done_words="Zelfde. "), last, "done")
    assert not is_word_for_word(Report(done_words="Anders."), last, "done")
    assert not is_word_for_word(Report(next_words=""), last, "next")
