"""Two freezes compared: what holds in general, and what a reader is told."""

from __future__ import annotations

from hypothesis import given

from relais.apps.freeze.comparing import as_table, compare
from relais.apps.freeze.tests.make import make_dataset, make_row
from relais.apps.freeze.tests.test_dataset import ROWS
from relais.apps.sheets.dataset import Dataset

SIDES = ROWS.map(lambda rows: make_dataset(asks=rows))


@given(SIDES)
def test_a_freeze_does_not_differ_from_itself(one: Dataset) -> None:
    assert compare(one, one) == []


@given(SIDES, SIDES)
def test_seen_from_the_other_side_it_is_the_same_reversed(one: Dataset, other: Dataset) -> None:
    assert [difference.reversed for difference in compare(one, other)] == compare(other, one)


@given(SIDES, SIDES)
def test_every_row_is_accounted_for_once(one: Dataset, other: Dataset) -> None:
    old, new = one.rows("asks"), other.rows("asks")
    for difference in compare(one, other):
        assert len(old) - len(difference.removed) + len(difference.added) == len(new)
        assert all(row in new for row in difference.added)
        assert all(row in old for row in difference.removed)


def test_a_changed_cell_tells_its_old_and_its_new_value() -> None:
    old = make_dataset(asks=[make_row("a", "asked"), make_row("b")])
    new = make_dataset(asks=[make_row("a", "silent"), make_row("c")])
    (difference,) = compare(old, new)
    assert [row["code"] for row in difference.added] == ["c"]
    assert [row["code"] for row in difference.removed] == ["b"]
    assert [(change.key, change.cells) for change in difference.changed] == [
        (("a",), (("state", "asked", "silent"),))
    ]
    lines = as_table([difference]).rows
    assert [(line["row"], line["what"], line["old"], line["new"]) for line in lines] == [
        ("c", "row added", "", ""), ("b", "row removed", "", ""), ("a", "changed", "asked", "silent"),
    ]  # fmt: skip


def test_a_table_that_is_new_came_with_all_its_rows() -> None:
    (difference,) = compare(make_dataset(), make_dataset(asks=[make_row("a")]))
    assert (difference.name, len(difference.added)) == ("asks", 1)
