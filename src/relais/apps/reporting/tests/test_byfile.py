"""Reports by file: what comes back unedited changes nothing; every row is judged; all of it or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages.counting import counted_queries

from relais.apps.accounts.permissions import Refused
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import AlreadyDone, once
from relais.apps.audit.models import Event
from relais.apps.coordination.models import Action
from relais.apps.coordination.vocabulary import Cause, Decision, Phase
from relais.apps.reporting import actions, byfile
from relais.apps.reporting.actions.byfile import take_reports
from relais.apps.reporting.forms.byfile import wanted
from relais.apps.reporting.models import Report, Round
from relais.apps.reporting.tests import make as m
from relais.apps.reporting.vocabulary import Answer, Question, ReportState
from relais.apps.sheets.incoming import Row, UnreadableSheet
from relais.apps.sheets.verdicts import Judgement, Outcome, compared
from relais.apps.sheets.workbooks import read_xlsx
from relais.apps.sheets.working import working_copy

db = pytest.mark.django_db
TOLD = {name: str(value) for name, value in m.TOLD.items()}


@pytest.fixture(autouse=True)
def early() -> Iterator[None]:
    with override("en"), time_machine.travel(dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC), tick=False):
        yield


def through_a_workbook(reports: Any, label: str = "2026") -> list[dict[str, str]]:
    """The rows as a person gets them back from a workbook that was just made."""
    content = working_copy(byfile.sheet(label), byfile.COLUMNS, byfile.rows(reports))
    found = read_xlsx(content, sheet=byfile.sheet(label), needed=byfile.NEEDED, known=byfile.NAMES)
    return [row.cells for row in found]


def exported(round: Round) -> list[dict[str, str]]:
    return through_a_workbook(round.reports.whole().in_order())


def take(
    round: Round, rows: list[dict[str, str]], by: Who | None = None, only_check: bool = False
) -> Judgement:
    asked = [wanted(Row(place, cells)) for place, cells in enumerate(rows, 2)]
    return take_reports(round=round, rows=asked, by=by or m.member(), only_check=only_check)


def outcomes(judgement: Judgement) -> list[str]:
    return [verdict.outcome.value for verdict in judgement.verdicts]


def why(judgement: Judgement, place: int = 0) -> str:
    return str(judgement.verdicts[place].why)


def year_of(*codes: str) -> Round:
    for code in codes:
        m.make_action(code)
    return m.make_round()


odd = st.sampled_from(
    ["\r\n", "\r", "\n", "\v", "\t", "=", "-", "'", "_x000D_", "\ufffe", "TRUE", "2026-01-01"]
)
words = st.lists(odd | st.text(max_size=6), max_size=5).map("".join)
amounts = st.none() | st.integers(0, 10**12)
figures = st.none() | st.decimals(0, 99999, places=2)


@settings(max_examples=60, deadline=None)
@given(
    said=st.fixed_dictionaries({f"{question}_words": words for question in Question.values}),
    answers=st.fixed_dictionaries(
        {f"{question}_answer": st.sampled_from(["", *Answer.values]) for question in Question.values}
    ),
    more=st.fixed_dictionaries({
        "state": st.sampled_from(ReportState.values), "language": st.sampled_from(["nl", "fr", "en"]),
        "planned": amounts, "committed": amounts, "paid": amounts, "staff": figures, "partners": words,
        "cause": st.sampled_from(["", *Cause.values]), "decision": st.sampled_from(["", *Decision.values]),
        "phase": st.sampled_from(["", *Phase.values]), "completion": st.none() | st.integers(0, 100),
        "completion_reason": words, "result_value": figures, "result_date": st.none() | st.dates(),
        "result_source": st.sampled_from(["", "https://example.org/cijfer"]), "return_note": words,
    }),
)  # fmt: skip
def test_whatever_a_report_says_it_comes_back_as_it_was(said: Any, answers: Any, more: Any) -> None:
    report = Report(action=Action(code="a-1", title={"nl": "Titel"}), **said, **answers, **more)
    [cells] = through_a_workbook([report])
    row = wanted(Row(2, cells))
    assert row.problems == ()
    now = byfile.said(report)
    assert compared(2, "a-1", row.cells(byfile.NAMES[5:-1]), now).outcome == Outcome.UNCHANGED


@db
@pytest.mark.parametrize("by", [m.member, m.cell])
def test_an_unedited_workbook_changes_nothing(by: Any) -> None:
    year = year_of("a-1", "a-2")
    m.submit(m.report_of(year, "a-2"), done_words="Een\r\ntwee.", partners=" CPAS\r\n", staff=Decimal("0.50"))
    before, events = list(Report.objects.values()), Event.objects.count()
    assert outcomes(take(year, exported(year), by=by())) == ["unchanged", "unchanged"]
    assert (list(Report.objects.values()), Event.objects.count()) == (before, events)


@db
def test_an_edited_row_says_old_and_new_and_is_kept_as_a_draft() -> None:
    year = year_of("a-1")
    rows = exported(year)
    rows[0] |= {"done_words": "Twee loketten.", "paid": "1200", "staff": "1.50", "result_date": "31/12/2026"}
    judgement = take(year, rows)
    told = {d.column: (d.before, d.after) for d in judgement.verdicts[0].differences}
    assert told == {
        "done_words": ("", "Twee loketten."), "paid": ("", "1200"), "staff": ("", "1.5"),
        "result_date": ("", "2026-12-31"),
    }  # fmt: skip
    report = m.report_of(year)
    assert (report.state, report.version, report.paid, report.staff) == ("draft", 2, 1200, Decimal("1.5"))
    assert [event.verb for event in Event.objects.about("report:a-1:2026")] == ["report-saved"]
    assert Event.objects.get(verb="reports-file-taken").after["changed"] == 1


@db
def test_yes_under_submit_hands_it_to_the_cell_and_says_so() -> None:
    year = year_of("a-1", "a-2")
    rows = exported(year)
    rows[0] |= TOLD | {"done_answer": "", "submit": "yes"}
    judgement = take(year, rows)
    assert outcomes(judgement) == ["changed", "unchanged"]
    told = {d.column: (d.before, d.after) for d in judgement.verdicts[0].differences}
    assert told["state"] == ("draft", "submitted")
    assert told["done_answer"] == ("", "told")  # words without an answer are one, as on the page
    report = m.report_of(year)
    assert (report.state, report.submitted_by and report.submitted_by.slug) == ("submitted", "owner")
    assert outcomes(take(year, rows)) == ["unchanged", "unchanged"]  # the same file again


@db
def test_a_check_says_the_same_and_writes_nothing() -> None:
    year = year_of("a-1")
    rows = exported(year)
    rows[0] |= TOLD | {"submit": "yes"}
    before, events = list(Report.objects.values()), Event.objects.count()
    checked = take(year, rows, only_check=True)
    assert (list(Report.objects.values()), Event.objects.count()) == (before, events)
    assert take(year, rows).verdicts == checked.verdicts


@db
def test_one_refused_row_keeps_every_row_out() -> None:
    year = year_of("a-1", "a-2")
    rows = exported(year)
    rows[0]["done_words"] = "Goed."
    rows[1]["submit"] = "yes"
    judgement = take(year, rows)
    assert outcomes(judgement) == ["changed", "refused"]
    assert "stalled_words: Answer in words" in why(judgement, 1)
    assert m.report_of(year).done_words == ""
    assert not Event.objects.filter(verb__in=["report-saved", "reports-file-taken"]).exists()


@db
@pytest.mark.parametrize("by", [m.cell, lambda: m.member("stranger")])
def test_rights_hold_row_by_row_and_only_owners_write(by: Any) -> None:
    year = year_of("a-1")
    rows = exported(year)
    rows[0]["done_words"] = "Van een ander."
    judgement = take(year, rows, by=by())
    assert outcomes(judgement) == ["refused"]
    assert "does not allow" in why(judgement)


@db
def test_a_stranger_does_not_learn_from_a_file_what_a_draft_says() -> None:
    year = year_of("a-1")
    report = m.report_of(year)
    actions.save_draft(report=report, by=m.member(), seen=1, done_words="Geheim.")
    right = exported(year)
    wrong = [right[0] | {"done_words": "Een gok."}]
    stranger = m.member("stranger")
    judged = [take(year, rows, by=stranger, only_check=True).verdicts for rows in (right, wrong)]
    assert judged[0] == judged[1]


@db
def test_who_may_not_send_a_file_is_refused_whole() -> None:
    year = year_of("a-1")
    with pytest.raises(Refused):
        take(year, exported(year), by=m.observer())


@db
def test_each_row_is_signed_for_the_organisation_that_carries_its_action() -> None:
    m.make_action("a-1")
    m.make_action("a-2", owners=("other",))
    year = m.make_round()
    rows = [row | TOLD | {"submit": "yes"} for row in exported(year)]
    both = m.member()
    both = replace(both, parts=(*both.parts, *m.member("other").parts))
    assert outcomes(take(year, rows, by=both)) == ["changed", "changed"]
    signers = [report.submitted_by and report.submitted_by.slug for report in year.reports.whole().in_order()]
    assert signers == ["owner", "other"]


@db
def test_a_row_that_a_colleague_changed_meanwhile_is_refused_and_shows_what_is_there() -> None:
    year = year_of("a-1")
    rows = exported(year)
    actions.save_draft(report=m.report_of(year), by=m.member(), seen=1, done_words="Hare woorden.")
    rows[0]["done_words"] = "Zijne."
    judgement = take(year, rows)
    assert outcomes(judgement) == ["refused"]
    assert "Hare woorden." in why(judgement)
    assert m.report_of(year).done_words == "Hare woorden."


def _submitted(report: Report) -> None:
    m.submit(report)


def _validated(report: Report) -> None:
    m.validate(m.submit(report))


def _closed(report: Report) -> None:
    actions.close_round(round=report.round, by=m.cell(), seen=report.round.version)


@db
@pytest.mark.parametrize(
    ("closing", "reason"),
    [(_submitted, "was submitted"), (_validated, "was validated"), (_closed, "closed on 2 November 2026")],
)
def test_a_report_that_is_closed_is_refused_with_the_reason(closing: Any, reason: str) -> None:
    year = year_of("a-1")
    early_rows = exported(year)
    closing(m.report_of(year))
    for rows in (early_rows, exported(year)):
        judgement = take(year, [rows[0] | {"done_words": "Te laat."}])
        assert outcomes(judgement) == ["refused"]
        assert reason in why(judgement)


@db
def test_a_reopened_report_of_a_closed_round_is_taken() -> None:
    year = year_of("a-1")
    _closed(m.report_of(year))
    report = m.report_of(year)
    actions.reopen_report(report=report, why="ziekte", by=m.cell(), seen=report.version)
    assert outcomes(take(year, [exported(year)[0] | TOLD | {"submit": "yes"}])) == ["changed"]


@db
@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"code": "a-9999"}, "no report on an action with this code"),
        ({"code": ""}, "code"),
        ({"language": ""}, "language"),
        ({"language": "de"}, "language"),
        ({"done_answer": "maybe"}, "done_answer"),
        ({"paid": "veel"}, "paid"),
        ({"result_date": "morgen"}, "result_date"),
        ({"submit": "perhaps"}, "submit"),
        ({"completion": "50"}, "completion_reason: A figure needs its reason"),
        ({"result_value": "5"}, "result_date: Say when"),
        ({"submit": "yes"}, "done_words: Answer in words"),
        ({"version": "", "done_words": "x"}, "Someone changed it"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(cells: dict[str, str], reason: str) -> None:
    year = year_of("a-1")
    judgement = take(year, [exported(year)[0] | cells])
    assert outcomes(judgement) == ["refused"]
    assert reason in why(judgement)


@db
def test_columns_that_are_left_out_of_the_file_are_left_alone() -> None:
    year = year_of("a-1")
    actions.save_draft(
        report=m.report_of(year), by=m.member(), seen=1, completion=50, completion_reason="geteld"
    )
    rows = [{name: row[name] for name in (*byfile.NEEDED, "completion")} for row in exported(year)]
    assert outcomes(take(year, rows)) == ["unchanged"]
    assert outcomes(take(year, [rows[0] | {"completion": "60"}])) == ["changed"]
    report = m.report_of(year)
    assert (report.completion, report.completion_reason) == (60, "geteld")


@db
def test_a_workbook_of_another_round_is_not_taken_for_this_one() -> None:
    year = year_of("a-1")
    content = working_copy(byfile.sheet("2025"), byfile.COLUMNS, byfile.rows(year.reports.whole()))
    with pytest.raises(UnreadableSheet):
        read_xlsx(content, sheet=byfile.sheet("2026"), needed=byfile.NEEDED, known=byfile.NAMES)


@db
def test_a_file_sent_twice_is_taken_once() -> None:
    year, who = year_of("a-1"), m.member()
    rows = [exported(year)[0] | {"done_words": "Eens."}]
    take(year, rows, by=who)
    with pytest.raises(AlreadyDone):
        take(year, rows, by=who)


@db
def test_a_second_click_that_began_before_the_first_was_done_is_no_conflict(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    year, who = year_of("a-1"), m.member()
    rows = [exported(year)[0] | {"done_words": "Eens."}]
    take(year, rows, by=who)
    actions.save_draft(report=m.report_of(year), by=m.member(), seen=2, done_words="Daarna.")
    looks = iter([lambda by: None, once])
    monkeypatch.setattr("relais.apps.reporting.actions.byfile.once", lambda by: next(looks)(by))
    with pytest.raises(AlreadyDone):
        take(year, rows, by=who)


@db
def test_many_rows_cost_no_query_a_row_when_nothing_changes() -> None:
    year = year_of(*(f"a-{n}" for n in range(8)))
    rows = exported(year)

    def cost(some: list[dict[str, str]]) -> int:
        with counted_queries() as asked:
            take(year, some, only_check=True)
        return len([sql for sql in asked if "SAVEPOINT" not in sql])

    assert cost(rows[:2]) == cost(rows)
