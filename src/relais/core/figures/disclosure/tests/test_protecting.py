"""From counts to a release: what is hidden, merged, withheld, and why."""

import dataclasses
from fractions import Fraction

import pytest

from relais.core.figures.disclosure import (
    FISCAL,
    HIDDEN,
    PLAIN,
    SENSITIVE,
    SURVEY,
    TOTAL,
    Dimension,
    Reason,
    Rule,
    Share,
    Shown,
    Table,
    audit,
    protect,
)  # fmt: skip
from relais.core.figures.disclosure.tests.make import hidden_of, make_release, make_table


@pytest.mark.parametrize(("rule", "threshold"), [(PLAIN, 5), (SENSITIVE, 10), (FISCAL, 11)])
def test_a_cell_below_the_threshold_is_hidden_and_one_at_it_is_shown(rule: Rule, threshold: int) -> None:
    small, large = (
        protect([make_table([[n, 50], [60, 70]])], rule).release.table("t")
        for n in (threshold - 1, threshold)
    )
    assert small.state("a", "p") == HIDDEN and large.state("a", "p") == Shown(threshold)


def test_a_zero_is_hidden_unless_nobody_can_be_there() -> None:
    numbers = [[0, 50, 60], [60, 70, 80], [50, 60, 70]]
    assert protect([make_table(numbers)], PLAIN).release.table("t").state("a", "p") == HIDDEN
    whole = make_table(numbers)
    counts = {codes: n for codes, n in whole.counts.items() if n}
    table = dataclasses.replace(whole, counts=counts, structural=frozenset({("a", "p")}))
    assert not hidden_of(protect([table], PLAIN).release)
    assert protect([table], PLAIN).release.table("t").state("a", "p") == Shown(0)


def test_the_least_is_lost() -> None:
    """One small cell needs three others, and the cheapest three are not the totals."""
    protected = protect([make_table([[2, 20, 300], [30, 40, 300], [300, 300, 300]])], PLAIN)
    assert hidden_of(protected.release) == {("t", (r, c)) for r in "ab" for c in "pq"}
    assert protected.ledger.count(Reason.PRIMARY) == 1 and protected.ledger.count(Reason.SECONDARY) == 3
    assert protected.ledger.loss.persons_hidden == 92


def test_a_margin_is_hidden_where_cells_alone_do_not_protect() -> None:
    protected = protect([make_table([[2], [50]])], PLAIN)
    assert not protected.problems and ("t", ("a", TOTAL)) in hidden_of(protected.release)


def test_codes_are_merged_where_half_of_their_cells_are_small() -> None:
    age = Dimension.tree("age", {"old": ["70-79", "80+"], "young": ["0-9", "10-19"]})
    counts = {("70-79", s): 9 for s in "FM"} | {("80+", s): 2 for s in "FM"}
    counts |= {(a, s): 50 for a in ("0-9", "10-19") for s in "FM"}
    table = Table("t", "persons", "2026", (age, Dimension.flat("sex", "FM")), counts=counts)
    published = protect([table], Rule("all", 5, merge_from=0.1)).release.table("t")
    assert [merged.family for merged in published.merged] == ["old"] and "80+" not in published.dimensions[
        0
    ].codes
    assert published.state("old", "F") == Shown(11) and published.state("0-9", "F") == Shown(50)
    ledger = protect([table], Rule("all", 5, merge_from=0.1)).ledger
    assert ledger.count(Reason.COARSENED) == 6 and ledger.loss.persons_hidden == 22
    assert not protect([table], Rule("never", 5, merge_from=None)).release.table("t").merged


def test_a_share_is_hidden_with_its_numerator_its_denominator_or_what_is_left() -> None:
    work = Dimension.flat("work", ("yes", "no", "unknown"))
    counts = {("a", "yes"): 98, ("a", "no"): 1, ("a", "unknown"): 2} | {
        (p, w): 90 for p in "bcd" for w in ("yes", "no", "unknown")
    }
    share = Share("work", "yes")
    table = Table(
        "t", "persons", "2026", (Dimension.flat("place", "abcd"), work), frozenset(), (share,), counts
    )
    published = protect([table], PLAIN).release.table("t")
    assert published.share(share, "a", "yes") == HIDDEN
    shown = [p for p in "bcd" if published.state(p, "yes") != HIDDEN and published.state(p, TOTAL) != HIDDEN]
    assert all(published.share(share, p, "yes") == Fraction(1, 3) for p in shown)


def test_what_is_left_beside_a_share_is_protected_though_it_is_in_no_table() -> None:
    """`no` and `unknown` are not small; three and one more together would be the complement of a merged
    pair."""
    work = Dimension.tree("work", {"known": ["yes"], "rest": ["no", "unknown"]})
    table = Table(
        "t", "persons", "2026", (work,), frozenset(), (Share("work", "known"),),
        {("yes",): 60, ("no",): 1, ("unknown",): 2},
    )  # fmt: skip
    published = protect([table], Rule("r", 5, merge_from=None)).release.table("t")
    assert published.share(Share("work", "known"), "known") == HIDDEN


def test_survey_cells_are_hidden_below_20_answers_and_unreliable_below_50() -> None:
    base = make_table([[9000, 50_000, 70_000], [60_000, 20_000, 80_000], [90_000, 70_000, 80_000]])
    answers = dict.fromkeys(base.counts, 60) | {("a", "p"): 19, ("b", "q"): 49, ("c", "r"): 50}
    table = dataclasses.replace(base, answers=answers)
    protected = protect([table], SURVEY)
    published = protected.release.table("t")
    assert published.state("a", "p") == HIDDEN and published.state("c", "r") in (Shown(80_000), HIDDEN)
    assert published.state("b", "q") in (Shown(20_000, flag="u"), HIDDEN)
    assert published.protection > 20_000 and protected.findings.passes


def test_a_cell_that_was_shown_before_is_known_and_another_hides_the_small_one() -> None:
    table = make_table([[2, 20, 300], [30, 40, 300], [300, 300, 300]])
    shown = make_release(table, [c for c in table.values if c != ("b", "q")])
    protected = protect([table], PLAIN, [shown])
    assert ("t", ("b", "q")) not in hidden_of(protected.release) and not protected.problems
    assert audit(protected.release, [shown]).passes


def test_what_is_already_known_cannot_be_protected_and_nothing_of_its_table_is_published() -> None:
    table, other = make_table([[2, 20], [30, 40]]), make_table([[50, 60]], "other", period="2025")
    protected = protect([table, other], PLAIN, [make_release(table, [])])
    assert protected.release.withheld == ("t",) and [t.name for t in protected.release.tables] == ["other"]
    assert len(protected.problems) == 1 and protected.ledger.count(Reason.WITHHELD) == len(table.values)


def test_totals_that_others_publish_are_not_hidden() -> None:
    table = make_table([[2], [50]])
    totals = make_release(table, [c for c in table.values if c[0] != TOTAL])
    states = protect([table], PLAIN, [totals]).release.table("t").states
    assert states[TOTAL, TOTAL] == Shown(52) and states["a", "p"] == states["b", "p"] == HIDDEN


def test_the_pattern_stays_from_one_period_to_the_next() -> None:
    before = make_table([[2, 30, 31], [32, 33, 34], [35, 36, 37]], period="2025")
    after = make_table([[3, 38, 31], [32, 39, 34], [30, 29, 28]])
    first = make_release(before, [(r, c) for r in "ab" for c in "pq"])
    assert hidden_of(protect([after], PLAIN, [first]).release) == hidden_of(first)
    assert hidden_of(protect([after], PLAIN).release) != hidden_of(first)


def test_an_earlier_release_that_was_corrected_is_said_and_what_it_showed_stays_known() -> None:
    old = make_release(make_table([[2, 20, 40], [30, 40, 40]]), [(r, c) for r in "ab" for c in "pq"])
    new = Table("t", "persons", "2026", (Dimension.flat("row", "ab"), Dimension.flat("other", "xy")),
                counts={("a", "x"): 30, ("a", "y"): 3, ("b", "x"): 60, ("b", "y"): 50})  # fmt: skip
    protected = protect([new], PLAIN, [old])
    assert any("corrected" in problem for problem in protected.problems)
    assert not {("t", ("a", TOTAL)), ("t", ("b", TOTAL))} & hidden_of(protected.release)


def test_tables_linked_by_a_cell_hide_it_in_both() -> None:
    one = make_table([[2, 20], [30, 40]])
    two = Table(
        "u",
        "persons",
        "2026",
        (Dimension.flat("row", "ab"), Dimension.flat("column", "pq")),
        counts=one.counts,
    )
    protected = protect([one, two], {"t": PLAIN, "u": SENSITIVE})
    assert {c for name, c in hidden_of(protected.release) if name == "t"} == {
        c for name, c in hidden_of(protected.release) if name == "u"
    }
