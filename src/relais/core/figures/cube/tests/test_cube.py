from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relais.core.figures.cube import WrongCut, WrongPeriod, changes, cut_of, parts_of, period_of

NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
CODES = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,8}", fullmatch=True)
CUTS = st.dictionaries(NAMES, CODES, max_size=4)
EDITIONS = st.dictionaries(st.integers(0, 9), st.integers(0, 3))


@pytest.mark.parametrize(
    ("code", "frequency", "start", "end"),
    [
        ("2019", "A", dt.date(2019, 1, 1), dt.date(2019, 12, 31)),
        ("2021-Q3", "Q", dt.date(2021, 7, 1), dt.date(2021, 9, 30)),
        ("2020-02", "M", dt.date(2020, 2, 1), dt.date(2020, 2, 29)),
        ("2019-01-01", "D", dt.date(2019, 1, 1), dt.date(2019, 1, 1)),
    ],
)
def test_period_has_its_days(code: str, frequency: str, start: dt.date, end: dt.date) -> None:
    period = period_of(code)
    assert (period.frequency, period.start, period.end) == (frequency, start, end)


@pytest.mark.parametrize("code", ["", "19", "2019-13", "2019-02-30", "2019-Q5", "2019/2020", "²019"])
def test_what_is_no_period_says_how_one_is_written(code: str) -> None:
    with pytest.raises(WrongPeriod, match="2019-Q1"):
        period_of(code)


@given(CUTS)
def test_cut_is_read_as_it_was_written(codes: dict[str, str]) -> None:
    assert parts_of(cut_of(codes)) == codes


@given(CUTS, NAMES)
def test_total_of_a_dimension_is_no_part_of_a_cut(codes: dict[str, str], name: str) -> None:
    without = {key: code for key, code in codes.items() if key != name}
    assert cut_of({**without, name: "_T"}) == cut_of(without)


def test_blank_is_no_total() -> None:
    with pytest.raises(WrongCut, match="never blank"):
        cut_of({"sex": ""})


@pytest.mark.parametrize("cut", ["sex", "sex=F&sex=M", "sex=F&age=0-2", "sex=_T", "=F", "&"])
def test_what_is_no_cut_is_refused(cut: str) -> None:
    with pytest.raises(WrongCut):
        parts_of(cut)


@given(EDITIONS, EDITIONS)
def test_changes_lead_from_one_edition_to_the_other(before: dict[int, int], after: dict[int, int]) -> None:
    now = dict(before)
    for change in changes(before, after, is_whole=True):
        assert change.before != change.after
        if change.after is None:
            del now[change.cell]
        else:
            now[change.cell] = change.after
    assert now == after


@given(EDITIONS, EDITIONS)
def test_what_is_not_whole_takes_nothing_away(before: dict[int, int], after: dict[int, int]) -> None:
    assert all(change.after is not None for change in changes(before, after, is_whole=False))


@given(EDITIONS)
def test_the_same_edition_twice_changes_nothing(edition: dict[int, int]) -> None:
    assert changes(edition, edition, is_whole=True) == []
