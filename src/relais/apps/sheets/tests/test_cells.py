"""A cell that nobody touched comes back as it went out, whatever was in it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from relais.apps.sheets.cells import plain, word
from relais.apps.sheets.workbooks import read_xlsx
from relais.apps.sheets.working import WorkColumn, working_copy

COLUMNS = (WorkColumn("key", "which"), WorkColumn("words", "what"))
odd = st.sampled_from(["\r\n", "\r", "\n", "\t", "\0", "\v", "\x85", "\ufffe", "=", "'", "_x000D_", "#N/A"])
texts = st.lists(odd | st.text(max_size=5), max_size=6).map("".join)
values = texts | st.none() | st.dates() | st.decimals(places=2, allow_nan=False, allow_infinity=False)


@settings(max_examples=60, deadline=None)
@given(st.lists(values, min_size=1, max_size=10))
def test_what_goes_out_in_words_comes_back_as_the_same_words(kept: list[object]) -> None:
    rows = [{"key": str(place), "words": word(value)} for place, value in enumerate(kept)]
    content = working_copy("things", COLUMNS, rows)
    back = read_xlsx(content, sheet="things", needed=("key",), known=("key", "words"))
    assert [row.cells for row in back] == rows


@given(texts)
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert plain(plain(text)) == plain(text)


def test_a_value_is_said_in_one_way() -> None:
    said = [word(value) for value in (None, dt.date(2026, 11, 24), Decimal("1.50"), Decimal("1E+2"), 0)]
    assert said == ["", "2026-11-24", "1.5", "100", "0"]
