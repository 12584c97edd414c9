"""What holds of every figure: nothing sticks out, lengths tell the truth, the unknown is not zero."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as some

from relais.core.figures import Amount, Bar, Figure, Mark, Part, amounts, stacked, ticks, timeline
from relais.core.figures.shapes import SMALL, breadth

LABELS = some.text("abcdefgh mWi", max_size=30)
PARTS = some.lists(some.builds(Part, LABELS, some.integers(0, 500), some.just("good")), max_size=5).map(tuple)
BARS = some.lists(some.builds(Bar, LABELS, PARTS), max_size=6)
ROWS = some.lists(some.builds(Amount, LABELS, some.none() | some.integers(0, 10**9)), max_size=6)
START, END = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
MARKS = some.lists(
    some.builds(Mark, some.dates(dt.date(2025, 6, 1), dt.date(2027, 6, 1)), LABELS), max_size=12
)


def nothing_sticks_out(figure: Figure) -> None:
    for box in figure.boxes:
        assert box.x >= -0.01
        assert box.width >= 0
        assert box.x + box.width <= figure.width + 0.01
        assert box.y + box.height <= figure.height + 0.01
    for words in figure.words:
        assert SMALL / 2 <= words.y <= figure.height


@given(BARS)
def test_bars_stay_within_their_figure(bars: list[Bar]) -> None:
    nothing_sticks_out(stacked(bars))


@given(BARS)
def test_parts_are_as_long_as_they_count(bars: list[Bar]) -> None:
    highest = max((bar.total for bar in bars), default=0)
    drawn = [box.width for box in stacked(bars).boxes if box.height == 20]
    counted = [part.count for bar in bars for part in bar.parts if part.count]
    assert [round(width * highest / 640) for width in drawn] == counted


def test_the_denominator_stands_beside_its_bar() -> None:
    figure = stacked([Bar("Decision", (Part("adopted", 3, "good"), Part("unknown", 39, "unknown")))])
    assert "42" in [words.text for words in figure.words if words.anchor == "end"]
    assert {"adopted 3", "unknown 39"} <= {words.text for words in figure.words}


@given(ROWS)
def test_amounts_stay_within_their_figure(rows: list[Amount]) -> None:
    nothing_sticks_out(amounts(rows, said=str, unknown="not known"))


def test_what_is_not_known_is_not_drawn_as_zero() -> None:
    figure = amounts([Amount("paid", None), Amount("planned", 0)], said=str, unknown="not known")
    unknown, nothing = figure.boxes
    assert (unknown.tone, unknown.width > 0) == ("unknown", True)
    assert (nothing.tone, nothing.width) == ("good", 0)
    assert "not known" in [words.text for words in figure.words]


def test_where_nothing_is_known_there_is_no_scale_to_read_it_by() -> None:
    figure = amounts([Amount("paid", None)], said=str, unknown="not known")
    assert figure.rules == ()
    assert [words.text for words in figure.words] == ["paid", "not known"]


@given(some.floats(0, 1e12))
def test_ticks_are_few_and_cover_the_highest(highest: float) -> None:
    found = ticks(highest)
    assert found[0] == 0
    assert found[-1] >= highest
    assert 2 <= len(found) <= 6


@given(MARKS)
def test_a_timeline_keeps_every_mark_within_and_no_words_collide(marks: list[Mark]) -> None:
    figure = timeline(marks, START, END, said=str)
    nothing_sticks_out(figure)
    assert len(figure.boxes) == len(marks)
    labels = [words for words in figure.words if words.kind == "small"]
    for n, one in enumerate(labels):
        for other in labels[n + 1 :]:
            if one.y == other.y:
                first, second = sorted((one, other), key=lambda words: words.x)
                assert first.x + breadth(first.text) <= second.x + 0.01
