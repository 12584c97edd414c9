"""Killed in the middle of a file, or two at once on one form: never between, and nothing is lost."""

from __future__ import annotations

import json

from tests.processes.child import ROWS
from tests.processes.house import House


def test_killed_while_it_takes_a_file_nothing_is_taken_and_the_next_try_takes_it_all(
    found: House,
) -> None:
    before = found.holds()
    found.kill("take reports", "a draft is kept")
    for rows in ("reports", "actions", "opinions"):
        found.kill(f"take {rows}", f"the {rows} are written")
    assert found.holds() == before
    for rows in ("reports", "actions", "opinions"):
        found.run(f"take {rows}")
    after = found.holds()
    assert (after["titles"], after["drafts"], after["opinions"]) == (ROWS, ROWS, ROWS)
    noted = {verb: count - before["events"].get(verb, 0) for verb, count in after["events"].items()}
    assert {verb: count for verb, count in noted.items() if count} == {
        "reports-file-taken": 1, "report-saved": ROWS, "actions-file-taken": 1, "action-worded": ROWS,
        "opinions-imported": 1,
    }  # fmt: skip


def test_submit_clicked_twice_at_once_submits_once_and_neither_click_complains(found: House) -> None:
    clicks = found.at_once("ann submits", "ann submits", point="the report is read")
    assert [json.loads(said)[0] for said in clicks] == [303, 303]
    after = found.holds()
    assert after["forms"]["clicked"][:2] == ["submitted", 2]
    assert after["events"]["report-submitted"] == 1


def test_of_two_colleagues_at_once_one_is_kept_and_the_other_is_shown_both_versions(found: House) -> None:
    said = found.at_once("ann keeps", "ben keeps", point="the report is read")
    answers = dict(map(json.loads, said))
    assert sorted(answers) == [303, 409]
    for words in ("De woorden van Ann.", "De woorden van Ben."):
        assert words in answers[409]
    kept = found.holds()["forms"]["shared"]
    assert kept[:2] == ["draft", 2]
    assert kept[2] in answers[409]
