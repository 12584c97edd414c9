"""Bad tables are refused with where, why and what to do, and never with a count."""

import pytest

from relais.core.figures.disclosure import PLAIN, TOTAL, Dimension, Rule, Share, Table, protect
from relais.core.figures.disclosure.tests.make import make_table

SEX, AGE = Dimension.flat("sex", "FM"), Dimension.tree("age", {"young": ["0-9", "10-19"], "old": ["70+"]})


@pytest.mark.parametrize(
    ("parent", "why"),
    [
        ({"a": "b"}, "'b' is no code"),
        ({"a": "b", "b": "a"}, "a part of itself"),
        ({TOTAL: None}, "is no code"),
        ({"a": TOTAL, "b": None}, "all or none"),
        ({}, "give it codes"),
    ],
)
def test_a_dimension_that_is_no_tree_is_refused(parent: dict[str, str | None], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Dimension("age", parent)


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        ({("F",): 98765}, "'M',.* missing; give 0"),
        ({("F",): 98765, ("M",): -98765}, "not a whole number"),
        ({("F",): 98765, ("M",): 98765.5}, "not a whole number"),
        ({("F",): 98765, ("X",): 98765}, "no leaf"),
    ],
)
def test_counts_that_do_not_fit_are_refused_without_saying_them(
    counts: dict[tuple[str], int], why: str
) -> None:
    with pytest.raises(ValueError, match=why) as error:
        Table("t", "persons", "2026", (SEX,), counts=counts)  # type: ignore[arg-type]
    assert "98765" not in str(error.value)


def test_a_share_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="share of nothing"):
        Table("t", "persons", "2026", (SEX,), shares=(Share("sex", "X"),))


def test_tables_that_contradict_each_other_are_refused_without_counts() -> None:
    with pytest.raises(ValueError, match="contradict each other") as error:
        protect([make_table([[777, 10], [10, 10]]), make_table([[777, 11], [10, 10]], "u")], PLAIN)
    assert "777" not in str(error.value)


def test_a_rule_that_protects_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="2 or more"):
        Rule("none", 1)
    with pytest.raises(ValueError, match="shine through"):
        Rule("ten", 10).rounded(5)


def test_totals_and_subtotals_are_computed() -> None:
    counts = {(s, a): n for n, (s, a) in enumerate((s, a) for s in "FM" for a in AGE.leaves)}
    values = Table("t", "persons", "2026", (SEX, AGE), counts=counts).values
    assert values["F", "young"] == 1 and values["M", TOTAL] == 12 and values[TOTAL, TOTAL] == 15


def test_printing_a_table_shows_no_count() -> None:
    assert "98765" not in repr(make_table([[98765, 1], [2, 3]]))
