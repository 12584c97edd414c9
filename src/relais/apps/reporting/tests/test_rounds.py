"""A round asks every action for a report, and locks them all when it closes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
import time_machine
from django.core.exceptions import ValidationError
from tests.pages.counting import counted_queries

from relais.apps.accounts.permissions import Refused
from relais.apps.audit.actions import AlreadyDone, Conflict
from relais.apps.audit.models import Event
from relais.apps.reporting import actions
from relais.apps.reporting.models import Report, Round
from relais.apps.reporting.tests.make import (
    TOLD,
    cell,
    make_action,
    make_report,
    make_round,
    member,
    observer,
    report_of,
    submit,
    validate,
)  # fmt: skip
from relais.apps.reporting.vocabulary import ReportState, Standing

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def early() -> Iterator[None]:
    with time_machine.travel(dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC), tick=False):
        yield


def test_every_published_action_that_was_not_stopped_is_asked() -> None:
    make_action("published")
    make_action("draft", is_draft=True)
    make_action("stopped", phase="stopped")
    opened = make_round()
    assert [report.action.code for report in opened.reports.all()] == ["published"]


def test_opening_leaves_one_event_that_every_action_knows() -> None:
    make_action("x")
    make_round()
    event = Event.objects.about("action:x").get()
    assert (event.verb, event.after["reports"], event.is_public) == ("round-opened", 1, True)


def test_only_the_cell_opens_and_closes() -> None:
    opened = make_report().round
    for who in (member(), observer()):
        with pytest.raises(Refused):
            make_round("2027", by=who)
        with pytest.raises(Refused):
            actions.close_round(round=opened, by=who, seen=opened.version)


def test_open_clicked_twice_opens_once() -> None:
    who = cell()
    make_round(by=who)
    with pytest.raises(AlreadyDone):
        make_round(by=who)
    assert Round.objects.filter(label="2026").count() == 1


def test_a_label_is_taken_once() -> None:
    make_round()
    with pytest.raises(ValidationError) as wrong:
        make_round()
    assert set(wrong.value.message_dict) == {"label"}


def test_opening_asks_no_more_of_the_database_for_more_actions() -> None:
    who = replace(cell(), token=None)

    def queries(label: str) -> int:
        with counted_queries() as asked:
            make_round(label, by=who)
        return len(asked)

    make_action("first")
    few = queries("2026")
    for n in range(20):
        make_action(f"n-{n}")
    assert queries("2027") == few


def test_closing_locks_every_report_whatever_its_state() -> None:
    make_action("a-2")
    report = submit(make_report())
    actions.close_round(round=report.round, by=cell(), seen=report.round.version)
    assert Report.objects.filter(locked_at=None).count() == 0
    assert report_of(report.round).state == ReportState.SUBMITTED


def test_closed_reports_cannot_be_written_and_who_was_writing_is_told() -> None:
    report = make_report()
    actions.close_round(round=report.round, by=cell(), seen=report.round.version)
    with pytest.raises(Conflict):
        actions.save_draft(report=report, by=member(), seen=report.version, done_words="te laat")
    now = report_of(report.round)
    with pytest.raises(ValidationError):
        actions.save_draft(report=now, by=member(), seen=now.version, done_words="te laat")


def test_what_never_came_is_silent_and_nothing_is_filled_in() -> None:
    report = make_report()
    actions.save_draft(report=report, by=member(), seen=report.version, done_words="half")
    actions.close_round(round=report.round, by=cell(), seen=report.round.version)
    now = report_of(report.round)
    assert (now.standing, now.state, now.submitted_at) == (Standing.SILENT, ReportState.DRAFT, None)
    assert Event.objects.filter(verb="round-closed").get().after["silent"] == 1


def test_a_draft_is_awaited_until_the_due_date_and_silence_the_day_after() -> None:
    opened = make_report(due=dt.date(2026, 11, 3)).round
    seen = {}
    for day in (2, 3, 4):
        with time_machine.travel(dt.datetime(2026, 11, day, 12, tzinfo=dt.UTC), tick=False):
            seen[day] = (
                report_of(opened).standing,
                dict(Round.objects.counted().get(label="2026").standings),
            )
    for day, standing in ((2, Standing.AWAITED), (3, Standing.AWAITED), (4, Standing.SILENT)):
        assert seen[day][0] == standing
        assert seen[day][1][standing] == 1


def test_counts_add_up_and_say_the_same_as_the_reports_themselves() -> None:
    for code in ("a-1", "a-2", "a-3", "a-4"):
        make_action(code)
    opened = make_round(due=dt.date(2026, 11, 1))
    validate(submit(report_of(opened, "a-1")))
    submit(report_of(opened, "a-2"))
    third = submit(report_of(opened, "a-3"))
    actions.return_report(report=third, note="Hoeveel?", by=cell(), seen=third.version)
    counted = Round.objects.counted().get(label="2026")
    everything = Report.objects.filter(round=opened)
    reports = list(everything.whole())
    assert counted.asked_count == sum(n for _, n in counted.standings) == 4
    for standing, count in counted.standings:
        assert count == sum(report.standing == standing for report in reports), standing
        assert count == everything.standing(standing).count(), standing


def test_a_report_submitted_after_the_due_date_is_late_but_no_longer_silent() -> None:
    report = make_report(due=dt.date(2026, 11, 1))
    assert report.standing == Standing.SILENT
    assert submit(report).standing == Standing.SUBMITTED


def test_prefilled_from_the_last_validated_report() -> None:
    make_action()
    validate(submit(report_of(make_round("2024")), done_words="2024"))
    validate(submit(report_of(make_round("2025")), done_words="2025", partners="CPAS"))
    submit(report_of(make_round("2026")), done_words="not validated")
    report = report_of(make_round("2027", due=dt.date(2028, 1, 31)))
    assert (report.done_words, report.partners, report.language) == ("2025", "CPAS", TOLD["language"])
