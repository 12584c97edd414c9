"""What other rooms and programs read: what is due, the rows of a freeze, the API, columns of lists."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from tests.pages.counting import counted_queries

from relais.apps.accounts.vocabulary import Role
from relais.apps.coordination.tests.make import make_organisation, make_user
from relais.apps.reporting import actions, frozen
from relais.apps.reporting.due import due_dates
from relais.apps.reporting.models import Report
from relais.apps.reporting.slots import latest_report
from relais.apps.reporting.tests import make as m

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def early() -> Iterator[None]:
    with time_machine.travel(dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC), tick=False):
        yield


def due() -> dict[str, Any]:
    return {each.key: each for each in due_dates()}


def test_a_report_is_due_from_its_owners_then_from_the_cell_then_from_nobody() -> None:
    report = m.make_report()
    key = f"report:{report.action.code}:2026"
    owner = make_organisation("owner").pk
    assert (due()[key].organisations, due()[key].date) == (frozenset({owner}), dt.date(2027, 1, 31))
    report = m.submit(report)
    assert key not in due()
    assert due()[f"{key}:validate"].for_cell
    actions.return_report(report=report, note="?", by=m.cell(), seen=report.version)
    assert due()[f"{key}:mend"].organisations == frozenset({owner})
    m.validate(m.submit(m.report_of(report.round)))
    assert set(due()) == {"round:2026"}


def test_nothing_is_due_once_the_round_closed() -> None:
    report = m.make_report()
    actions.close_round(round=report.round, by=m.cell(), seen=1)
    assert due() == {}


def test_what_is_due_costs_the_same_for_many() -> None:
    m.make_report()
    with counted_queries() as few:
        list(due_dates())
    for number in range(9):
        m.make_action(f"n-{number}", owners=("owner", f"o-{number}"))
    m.make_round("2025", due=dt.date(2027, 1, 31))
    with counted_queries() as many:
        assert len(list(due_dates())) == 1 + 10 + 2
    assert len(many) == len(few)


def rows(name: str) -> list[dict[str, Any]]:
    return [dict(row) for row in next(t for t in frozen.tables(timezone.localdate()) if t.name == name).rows]


def test_a_freeze_has_the_words_of_validated_reports_and_the_silence_of_others() -> None:
    m.make_action("a-1"), m.make_action("a-2"), m.make_action("a-3")
    year = m.make_round(due=dt.date(2026, 11, 1))
    m.validate(m.submit(m.report_of(year, "a-1"), staff="1.50"))
    m.submit(m.report_of(year, "a-2"))
    found = {row["action"]: row for row in rows("reports") if row["round"] == "2026"}
    assert [found[code]["standing"] for code in ("a-1", "a-2", "a-3")] == ["validated", "submitted", "silent"]
    assert found["a-1"]["done"] == {"nl": "Drie loketten gingen open."}
    assert (found["a-1"]["staff"], found["a-1"]["stalled_answer"]) == ("1.50", "nothing")
    for code in ("a-2", "a-3"):
        assert found[code]["done"] is found[code]["done_answer"] is found[code]["paid"] is None


def test_counts_of_a_frozen_round_add_up() -> None:
    m.make_report()
    row = next(row for row in rows("rounds") if row["label"] == "2026")
    assert (
        row["asked"] == row["validated"] + row["submitted"] + row["returned"] + row["awaited"] + row["silent"]
    )


def test_a_freeze_has_evidence_without_files_and_what_was_removed_with_why() -> None:
    report = m.make_report()
    link = actions.attach_link(report=report, title="Verslag", url="https://example.org/v", by=m.member())
    assert rows("evidence") == []
    actions.remove_evidence(evidence=link, why="fout adres", by=m.member())
    m.validate(m.submit(m.report_of(report.round)))
    (row,) = rows("evidence")
    assert (row["title"], row["removed_why"], row["sha256"]) == ("Verslag", "fout adres", None)


def test_every_table_is_plain_and_its_key_tells_rows_apart() -> None:
    report = m.make_report()
    actions.attach_link(report=report, title="Verslag", url="https://example.org/v", by=m.member())
    report = m.validate(m.submit(m.report_of(report.round)))
    said = {
        "activity": "less",
        "effect": "unknown",
        "words": "x",
        "language": "fr",
        "links": ["https://e.org"],
    }
    actions.state_voice(voice="observer", subject=report.action, by=m.observer(), seen=0, **said)
    for table in frozen.tables(timezone.localdate()):
        assert table.rows
        keys = [tuple(row[name] for name in table.key) for row in table.rows]
        assert len(keys) == len(set(keys)), table.name
        assert json.loads(json.dumps(list(table.rows))) == list(table.rows)
        for row in table.rows:
            assert {column.path for column in table.columns} == set(row), table.name


def test_api_lists_validated_reports_and_no_others() -> None:
    report = m.make_report()
    m.submit(report)
    address = f"/api/v1/reports?round=2026&action={report.action.code}"
    assert Client().get(address).json() == []
    m.validate(m.report_of(report.round))
    (found,) = Client().get(address).json()
    assert (found["submitted_by"], found["next"]) == ("owner", {"nl": "Een vierde loket."})
    assert Client().get("/api/v1/reports?round=1700").json() == []


def test_list_of_actions_shows_how_the_newest_report_stands() -> None:
    m.make_action("a-1")
    m.make_round("2025")
    m.make_round("2026", due=dt.date(2026, 11, 1))
    action = Report.objects.filter(action__code="a-1").first()
    assert action
    with counted_queries() as asked:
        (column,) = latest_report(None, [action.action])  # type: ignore[arg-type]
    assert len(asked) == 2  # one to find the action of this test
    assert "2026" in column.of(action.action) and "status-unknown" in column.of(action.action)


def get(client: Client, address: str) -> tuple[int, int]:
    with counted_queries() as asked:
        response = client.get(address)
    return response.status_code, len(asked)


@pytest.mark.parametrize("page", ["/en/rounds/2026/", "/en/rounds/2026/desk/", "/en/my-reports/"])
def test_pages_of_a_round_cost_the_same_for_many(client: Client, page: str) -> None:
    user = make_user(Role.CELL, "cell")
    user.memberships.create(organisation=make_organisation("owner"), role=Role.MEMBER)
    client.force_login(user)
    m.make_action("a-1")
    m.submit(m.report_of(m.make_round()))
    client.get(page)
    few = get(client, page)
    for number in range(9):
        m.make_action(f"n-{number}", owners=("owner", f"o-{number}"))
    m.make_round("2027", due=dt.date(2028, 1, 31))
    many = get(client, page.replace("2026", "2027"))
    assert many == few


@pytest.mark.parametrize("name", ["round", "action"])
def test_a_value_that_no_report_can_have_gives_an_empty_list(name: str) -> None:
    answer = Client().get("/api/v1/reports", {name: "\0"})
    assert (answer.status_code, answer.json()) == (200, [])
