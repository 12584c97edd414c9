"""The audit sees through releases that only look safe."""

from relais.core.figures.disclosure import PLAIN, Interval, PublishedTable, Release, Shown, audit
from relais.core.figures.disclosure.tests.make import make_release, make_table

TABLE = make_table([[2, 20, 30], [30, 40, 50], [60, 70, 80]])


def test_a_cell_that_is_hidden_alone_is_computed_exactly() -> None:
    found = audit(make_release(TABLE, [("a", "p")]))
    assert found.recoverable == (TABLE.cell(("a", "p")),) and not found.passes
    assert found.intervals[TABLE.cell(("a", "p"))] == Interval(2, 2, True)


def test_an_interval_that_is_narrower_than_its_protection_fails() -> None:
    """Four cells that hide each other: the first can fall by 2, and rise by the 1 that is beside it."""
    table = make_table([[2, 1, 30], [30, 40, 50], [60, 70, 80]])
    found = audit(make_release(table, [(r, c) for r in "ab" for c in "pq"]))
    assert len(found.narrow) == 4 and not found.recoverable
    assert found.intervals[table.cell(("a", "p"))] == Interval(0, 3, True)


def test_two_releases_are_subtracted() -> None:
    first = make_release(TABLE, [(r, c) for r in "ab" for c in "pq"])
    second = make_release(TABLE, [(r, c) for r in "ac" for c in "pr"])
    assert audit(first).passes and audit(second).passes
    assert not audit(second, [first]).passes


def test_a_release_that_was_corrected_is_left_out_and_that_is_said() -> None:
    old = make_release(TABLE, [(r, c) for r in "ab" for c in "pq"])
    corrected = make_table([[52], [120], [213]])
    found = audit(make_release(corrected, []), [old])
    assert found.left_out == 1 and not found.intervals


def test_rounding_that_gives_itself_away_is_found() -> None:
    """Four fours, all rounded to 0, beside a total of 16 rounded to 20: no part can be less than four."""
    table = make_table([[4, 4, 4, 4]])
    states = {codes: Shown(0 if "_T" not in codes[1:] else 20, 5) for codes in table.values}
    release = Release((PublishedTable("t", "persons", "2026", table.dimensions, states=states,
                                      threshold=5, protection=4, adds_up=False),))  # fmt: skip
    assert table.cell(("a", "p")) in audit(release).recoverable


def test_sharp_intervals_go_to_their_ends() -> None:
    found = audit(make_release(TABLE, [(r, c) for r in "ab" for c in "pq"]), sharp=True)
    assert found.intervals[TABLE.cell(("a", "p"))] == Interval(0, 22, True)


def test_an_empty_release_passes() -> None:
    assert audit(Release(())).passes and PLAIN.protection == 5
