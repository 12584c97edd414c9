"""What holds for any tables: nothing hidden can be computed, whoever tries, and what is shown is true."""

from __future__ import annotations

from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relais.core.figures.cube import TOTAL
from relais.core.figures.disclosure import PLAIN, Hidden, Interval, Reason, Rule, Shown, audit, protect
from relais.core.figures.disclosure.tests.make import (
    Atoms,
    atoms,
    attack,
    make_release,
    make_table,
    table_of,
)  # fmt: skip

few = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
rules = st.sampled_from([Rule("three", 3), PLAIN, Rule("wide", 4, protection=9)])


@few
@given(atoms((4, 4, 1)), rules)
def test_no_hidden_cell_of_two_dimensions_can_be_computed(persons: Atoms, rule: Rule) -> None:
    table = table_of(persons, (0, 1), "t")
    protected = protect([table], rule)
    assert not protected.release.withheld
    assert all(width >= rule.protection for _, width in attack([persons], [protected.release]))


@few
@given(atoms((3, 3, 2)), rules)
def test_no_hidden_cell_of_three_dimensions_can_be_computed(persons: Atoms, rule: Rule) -> None:
    protected = protect([table_of(persons, (0, 1, 2), "t")], rule)
    assert all(width >= rule.protection for _, width in attack([persons], [protected.release]))


@few
@given(atoms((3, 3, 3)))
def test_no_hidden_cell_of_linked_tables_can_be_computed(persons: Atoms) -> None:
    tables = [table_of(persons, axes, str(axes)) for axes in ((0, 1), (0, 2), (1, 2))]
    protected = protect(tables, PLAIN)
    assert all(width >= PLAIN.protection for _, width in attack([persons], [protected.release]))


@few
@given(atoms((3, 3, 2)))
def test_no_hidden_cell_can_be_computed_from_an_earlier_release_and_the_new_one(persons: Atoms) -> None:
    first = protect([table_of(persons, (0, 1), "first")], PLAIN).release
    second = protect([table_of(persons, (0, 2), "second")], PLAIN, [first]).release
    shown_later = {
        ("first", (code, TOTAL))
        for (code, other), state in second.table("second").states.items()
        if other == TOTAL and isinstance(state, Shown)
    }  # large, and hidden no more: the later release says it
    found = attack([persons], [first, second])
    assert all(width >= PLAIN.protection for cell, width in found if cell not in shown_later)
    assert audit(second, [first]).passes


@few
@given(atoms((4, 3, 2)), rules)
def test_what_is_shown_is_true_and_large_and_what_is_small_is_hidden(persons: Atoms, rule: Rule) -> None:
    table = table_of(persons, (0, 1, 2), "t")
    states = protect([table], rule).release.table("t").states
    for codes, value in table.values.items():
        state = states[codes]
        assert isinstance(state, Hidden) or (state == Shown(value) and value >= rule.threshold)


@few
@given(atoms((3, 3, 2)), st.integers(2, 8))
def test_a_higher_threshold_hides_every_small_cell_that_a_lower_one_hides(persons: Atoms, low: int) -> None:
    """Of small cells only: which others are hidden with them is a choice, and a choice made anew for more
    small cells may well leave one of the former helpers in sight."""
    table = table_of(persons, (0, 1, 2), "t")
    ledgers = [protect([table], Rule("r", n, protection=5)).ledger for n in (low, low + 3)]
    small = [{c for c, why in ledger.decisions.items() if why is Reason.PRIMARY} for ledger in ledgers]
    assert small[0] <= small[1]


@few
@given(atoms((3, 3, 1)))
def test_the_audit_finds_what_an_attacker_of_another_make_finds(persons: Atoms) -> None:
    """Also in releases that protect nobody: here only the small cells are hidden."""
    table = table_of(persons, (0, 1), "t")
    small = [codes for codes, value in table.values.items() if value < PLAIN.threshold]
    release = make_release(table, small)
    found = audit(release, sharp=True)
    for (_, codes), width in attack([persons], [release]):
        assert found.intervals[table.cell(codes)].width == width
        assert (table.cell(codes) in found.narrow) == (width < PLAIN.protection)


@few
@given(st.tuples(*[st.tuples(*[st.integers(0, 4)] * 3)] * 2))
def test_the_audit_finds_what_trying_every_number_finds(numbers: tuple[tuple[int, ...], ...]) -> None:
    """Brute force: all ways to fill six cells of which every total is shown."""
    table = make_table(numbers)
    found = audit(make_release(table, list(table.counts)), sharp=True).intervals
    rows = [[r for r in product(range(sum(row) + 1), repeat=3) if sum(r) == sum(row)] for row in numbers]
    columns = [sum(column) for column in zip(*numbers, strict=True)]
    fits = [
        one + two
        for one in rows[0]
        for two in rows[1]
        if [x + y for x, y in zip(one, two, strict=True)] == columns
    ]
    for codes, values in zip(table.counts, zip(*fits, strict=True), strict=True):
        assert found[table.cell(codes)] == Interval(min(values), max(values), True)
