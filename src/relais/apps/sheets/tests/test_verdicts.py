"""A file is read whole or refused with its line, and each row gets a verdict before anything is written."""

from __future__ import annotations

import pytest

from relais.apps.sheets.incoming import UnreadableSheet, read_csv
from relais.apps.sheets.verdicts import Difference, Judgement, Outcome, compared, refused

COLUMNS = ("key", "words")


def read(text: str) -> list[tuple[int, dict[str, str]]]:
    rows = read_csv(text.encode(), needed=["key"], known=COLUMNS)
    return [(row.place, row.cells) for row in rows]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_of_every_spreadsheet_are_read(separator: str) -> None:
    assert read(f"\ufeffKey{separator}words\r\n1{separator}a\r\n") == [(2, {"key": "1", "words": "a"})]


def test_line_ends_within_a_cell_are_one_character_and_count_as_lines() -> None:
    assert read('key,words\r\n1,"a\r\nb"\r\n\r\n2\r\n') == [
        (3, {"key": "1", "words": "a\nb"}),
        (5, {"key": "2", "words": ""}),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "missing: key"),
        (b"words\nx", "missing: key"),
        (b"key,colour\n1,red", "not known here: colour"),
        (b"key,key\n1,1", "twice: key"),
        (b"key,words\n1,caf\xe9", "Line 2 is not UTF-8"),
        (b"key,words\n1,a,b", "Line 2 has more cells"),
        (b'key,words\n1,"open', "Line 2 is not CSV"),
        (b"PK\x03\x04\x00", "not a text file"),
        (b"key,words\n1," + b"x" * 200_000, "Line 2 is not CSV"),
    ],
)
def test_a_file_that_cannot_be_read_says_where_and_why(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableSheet, match=said):
        read_csv(content, needed=["key"], known=COLUMNS)


def test_a_row_is_new_unchanged_or_changed_with_old_and_new() -> None:
    assert compared(2, "a", {"words": "x"}, None).outcome == Outcome.NEW
    assert compared(2, "a", {"words": "x"}, {"words": "x", "more": "y"}).outcome == Outcome.UNCHANGED
    assert compared(2, "a", {"words": "x"}, {"words": "y"}).differences == (Difference("words", "y", "x"),)


def test_one_refused_row_makes_the_whole_file_unsound() -> None:
    same, fresh = compared(2, "a", {}, {}), compared(3, "b", {}, None)
    assert Judgement([same, fresh]).is_sound and Judgement([same, fresh]).changes_something
    assert not Judgement([same]).changes_something
    unsound = Judgement([same, fresh, refused(4, "c", "why")])
    assert not unsound.is_sound
    assert unsound.counts == {"new": 1, "changed": 0, "unchanged": 1, "refused": 1}
    assert [verdict.place for verdict in unsound.notable] == [3, 4]
