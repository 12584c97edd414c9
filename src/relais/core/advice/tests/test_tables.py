"""Tables: where they are, how their cells divide, and figures printed badly."""

from __future__ import annotations

import pytest

from relais.core.advice import AdviceError, Misprint, read
from relais.core.advice.grid import grid
from relais.core.advice.misprints import misprints
from relais.core.advice.pages import Line
from relais.core.advice.tables import read_tables
from relais.core.advice.tests.make import make_text


def lines_of(*texts: str, page: int = 1) -> list[Line]:
    return [Line(number, page, text, True) for number, text in enumerate(texts, 1)]


def test_counts_above_percentages_are_two_rows() -> None:
    (table,) = read(make_text()).tables
    assert table.title == "Aantal parken en pleinen in de wijken"
    assert table.source == "Eigen telling 2019"
    assert table.rows == (
        ("", "Wijk Noord", "Wijk Zuid"),
        ("Parken", "25", "4.9500"),
        ("", "25,0%", "99,0%"),
        ("Pleinen", "75", "500"),
        ("", "75,0%", "1,0%"),
        ("Totaal", "100", "50.000"),
        ("", "100,0%", "100,0%"),
    )


def test_counts_beside_percentages_are_one_row() -> None:
    rows = grid(
        lines_of("Jong Oud-", "eren Totaal", "Stad", "en rand", "3 30% 7 70% 10", "Dorp 5 50 % 5 50 % 10")
    )
    assert rows == (
        ("", "Jong", "", "Oud-eren", "", "Totaal"),
        ("Stad en rand", "3", "30%", "7", "70%", "10"),
        ("Dorp", "5", "50%", "5", "50%", "10"),
    )


def test_percentages_alone_are_columns() -> None:
    assert grid(lines_of("Noord Zuid", "Parken 1% 2%"))[1] == ("Parken", "1%", "2%")


def test_heads_that_share_their_last_word_are_cut_there() -> None:
    rows = grid(lines_of("Noord wijk", "Groot Zuid wijk West wijk", "Parken", "1 2", "3"))
    assert rows[0] == ("", "Noord wijk", "Groot Zuid wijk", "West wijk")


def test_a_table_may_stand_further_down_its_page() -> None:
    lines = lines_of(
        "- Parken per",
        "wijk",
        "Bron : Telling",
        "1.2 Balans",
        "De raad was in 2019 tevreden.",
        "Noord Zuid",
        "Parken",
        "1 2",
        "Pleinen 3 4",
    )
    (table,) = read_tables(lines)
    assert (table.title, table.source) == ("Parken per wijk", "Telling")
    assert table.rows == (("", "Noord", "Zuid"), ("Parken", "1", "2"), ("Pleinen", "3", "4"))


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (("Parken", "1 2", "Bron : Telling"), "stands under no table title"),
        (("- Parken", "Bron : Telling", "Alleen tekst."), "a title but no figures"),
        (("- Parken", "Een beeld", "Bron : Telling"), "a title but no figures"),
        (("- Parken", "Noord Zuid", "A 1 2", "B 3", "Bron : x"), "other columns than the first"),
        (("- Parken", "A B", "C", "D", "1 2", "Bron : x"), "in several ways"),
        (("- Parken", "Noord Oost Zuid", "A", "1 2", "Bron : x"), "divides into 2 cells in no way"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(texts: tuple[str, ...], reason: str) -> None:
    with pytest.raises(AdviceError, match=reason):
        read_tables(lines_of(*texts))


def test_a_misprint_is_kept_as_printed_and_read_again_beside_it() -> None:
    (table,) = read(make_text()).tables
    (misprint,) = table.misprints
    assert table.rows[1][2] == "4.9500"
    assert (misprint.row, misprint.column) == (1, 2)
    assert (misprint.printed, misprint.read_as) == ("4.9500", "49.500")
    assert misprint.reason == ("printed 4.9500, read as 49.500: 99,0% of 50.000 (row 5, column 2) proves it")


def test_percentages_in_the_row_prove_a_figure_too() -> None:
    rows = [["", "A", "", "B", "", "C"], ["x", "1.5000", "60,0%", "10.000", "40,0%", "25.000"]]
    (misprint,) = misprints(rows)
    assert misprint.read_as == "15.000"


@pytest.mark.parametrize("percent", ["61,0%", "6,0%"])
def test_without_a_proof_nothing_is_repaired(percent: str) -> None:
    rows = [["", "A", "", "B", "", "C"], ["x", "1.5000", percent, "10.000", "40,0%", "25.000"]]
    assert misprints(rows) == (
        Misprint(1, 1, "1.5000", None, "printed 1.5000: no percentage beside it proves another figure"),
    )


def test_well_written_figures_are_no_misprints() -> None:
    assert misprints([["", "2.0.1"], ["x", "1.234"], ["y", "1234"], ["z", "12,5%"]]) == ()
