"""The same rows are the same bytes, and what is read back is what was written."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from relais.apps.freeze.taking import NotBegun, reference_date
from relais.apps.freeze.tests.make import make_dataset, make_row
from relais.apps.sheets.dataset import NotPlain, dataset, read, written
from relais.apps.sheets.tables import table

TEXT = some.text(some.characters(codec="utf-8"), max_size=8)
ROWS = some.dictionaries(
    TEXT, some.tuples(some.none() | TEXT, TEXT, some.lists(TEXT, max_size=3)), max_size=6
).map(
    lambda rows: [
        make_row(code, state, title, tags=tags) for code, (state, title, tags) in rows.items()
    ]
)  # fmt: skip


@given(ROWS)
def test_what_is_read_back_is_what_was_written(rows: list[dict[str, Any]]) -> None:
    content = written(make_dataset(asks=rows))
    assert written(read(content)) == content
    assert read(content).counts == {"asks": len(rows)}


@given(ROWS)
def test_order_of_rows_does_not_matter(rows: list[dict[str, Any]]) -> None:
    assert written(make_dataset(asks=rows)) == written(make_dataset(asks=rows[::-1]))


def test_file_is_json_that_any_program_reads() -> None:
    said = json.loads(written(make_dataset(asks=[make_row("é")], gaps=[])))
    assert said["year"] == 2026
    assert said["reference_date"] == "2026-12-31"
    asks, gaps = said["tables"]
    assert asks["rows"] == [
        {"code": "é", "title_nl": "Titel", "title_fr": None, "title_en": None, "state": "asked", "tags": []}
    ]
    assert asks["lists"] == ["tags"]
    assert gaps["rows"] == []


def test_dates_and_amounts_are_written_plainly() -> None:
    rows = [{"day": dt.date(2026, 5, 1), "amount": Decimal("12.50")}]
    made = dataset(2026, dt.date(2026, 12, 31), 1, [table("x", "x", "day", "day amount", rows)])
    assert made.rows("x") == [{"day": "2026-05-01", "amount": "12.50"}]


def test_two_rows_with_one_key_cannot_be_frozen() -> None:
    with pytest.raises(NotPlain, match="asks: two rows have the same code"):
        make_dataset(asks=[make_row("a"), make_row("a")])


def test_what_is_not_plain_cannot_be_frozen() -> None:
    with pytest.raises(NotPlain):
        make_dataset(asks=[make_row("a", state=object())])  # type: ignore[arg-type]


def test_dataset_with_a_row_of_a_demonstration_is_fictional() -> None:
    rows = [{"code": "a", "is_fictional": False}, {"code": "b", "is_fictional": True}]
    columns = "code is_fictional"
    for kept, is_fictional in ((rows, True), (rows[:1], False)):
        made = dataset(2026, dt.date(2026, 12, 31), 1, [table("x", "x", "code", columns, kept)])
        assert made.is_fictional is is_fictional


def test_lateness_is_that_of_the_last_day_of_the_year_or_of_today_while_it_lasts() -> None:
    assert reference_date(2025, dt.date(2026, 3, 1)) == dt.date(2025, 12, 31)
    assert reference_date(2026, dt.date(2026, 3, 1)) == dt.date(2026, 3, 1)
    assert reference_date(2026, dt.date(2026, 12, 31)) == dt.date(2026, 12, 31)
    with pytest.raises(NotBegun):
        reference_date(2027, dt.date(2026, 12, 31))
