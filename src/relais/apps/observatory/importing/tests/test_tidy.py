from __future__ import annotations

import pytest

from relais.apps.observatory.importing.tests.make import read_words, refusals
from relais.core.figures.cube import Cell, Said

HEAD = "definition,place,period,sex,value,low,high,answers,obs_status,conf_status,printed,note\n"
FIXED = {"definition": {"fixed": "rent"}, "place": {"column": "geo"}, "period": {"fixed": "2024"}}
SOUND = "share,04000,2019,F,31.70,25.1,38.9,120,,,,\n"


def test_a_figure_is_read_with_all_that_is_said_of_it() -> None:
    read = read_words(f"{HEAD}share,04000,2019,F,31.70,25.1,38.9,120,e,F,31.7O,about\n")
    cell = Cell("share", "04000", "2019", "sex=F")
    assert read.figures == {cell: Said(31.7, 2, 25.1, 38.9, 120, "E", "F", "31.7O", "about")}
    assert read.where == {cell: "2"}


def test_a_unit_must_be_that_of_the_definition() -> None:
    words = "definition,place,period,value,unit\nrent,04000,2019,900,{}\n"
    assert len(read_words(words.format("EUR_MTH")).figures) == 1
    assert refusals(words.format("EUR"))[0].startswith("2 unit: is in “EUR”")


def test_all_together_is_no_cut() -> None:
    assert Cell("share", "04000", "2019") in read_words(HEAD + SOUND.replace(",F,", ",_T,")).figures


def test_what_is_missing_or_hidden_has_no_number_and_says_which() -> None:
    read = read_words(f"{HEAD}share,04000,2019,F,,,,,M,,,\nshare,04000,2019,M,,,,,,C,,\n")
    assert list(read.figures.values()) == [Said(None, quality="M"), Said(None, secrecy="C")]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("share,", "shares,", "2 definition: “shares” is not known here"),
        ("04000", "09999", "2 place: there is no code “09999” of place"),
        ("04000", "_T", "2 place: there is no code “_T” of place"),
        ("2019", "2019-13", "2 period: “2019-13” is no period"),
        (",F,", ",X,", "2 sex: there is no code “X” of sex"),
        (",F,", ",,", "2 sex: is empty: all together is written _T"),
        ("31.70", "31,70", "2 : has 13 columns where the head has 12"),
        ("31.70", '"31,70"', "2 value: “31,70” is no number"),
        ("31.70", "3 170", "2 value: “3 170” is no number"),
        ("31.70", "", "2 value: is empty"),
        ("31.70", "131.70", "2 value: a share is from 0 to 100 %"),
        ("31.70", "20", "2 value: the value lies outside its interval"),
        ("25.1", "?", "2 low: “?” is no number"),
        ("120", "1.5", "2 answers: answers are counted"),
        ("120", "9999999999", "2 answers: answers are counted"),
        ("120,,,,", f"120,,,{'9' * 41},", "2 printed: is longer than a printed number"),
        ("120,,", "120,x,", "2 obs_status: “x” is no flag known here"),
        ("120,,", "120,M,", "2 value: is missing and yet has a number"),
        ("120,,,", "120,,C,", "2 value: is hidden to protect persons and yet has a number"),
        ("120,,,", "120,,Z,", "2 conf_status: “Z” is no code of CL_CONF_STATUS"),
        (",\n", ",never\n", "2 note: “never” is not known here"),
    ],
)
def test_what_is_wrong_is_told_with_row_column_and_reason(before: str, after: str, why: str) -> None:
    assert before in SOUND
    (said,) = refusals(HEAD + SOUND.replace(before, after, 1))
    assert said.startswith(why)


def test_everything_wrong_is_told_at_once() -> None:
    said = refusals(f"{HEAD}shares,,20190,X,1 2,?,x,-1,?,?,,?\n{SOUND}share,04000,2018,F,?,,,,,,,\n")
    assert {line.split(":")[0] for line in said} == {
        *(f"2 {column}" for column in HEAD.strip().split(",") if column != "printed"),
        "4 value",
    }


def test_the_same_cell_twice_is_refused_with_both_rows() -> None:
    assert refusals(HEAD + SOUND + SOUND) == ["3 : says the same cell as row 2: keep one of the two"]


def test_of_very_many_problems_the_first_are_written_out() -> None:
    said = refusals(HEAD + SOUND.replace("31.70", "x") * 1000)
    assert said[0] == "0 : there are 1000 problems: here are the first 100"
    assert len(said) == 101


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "1 : the file is empty"),
        (HEAD, "0 : there is no figure in it"),
        (b"definition\n\xff", "2 : is not UTF-8"),
        (b"definition\n\0", "0 : is not a text file"),
        (
            "definition,place,period\n",
            "1 value: the head lacks this column; it has definition, place, period",
        ),
        (HEAD.replace("sex", "sexe") + SOUND, "1 sexe: is no column known here"),
        (HEAD.replace("low", "high"), "1 high: stands 2 times in the head"),
        ("definition,place,value\nshare,04000,1", "0 period: this file does not say of when it is"),
    ],
)
def test_a_file_that_is_no_table_of_ours_is_refused(content: str | bytes, why: str) -> None:
    assert refusals(content)[0].startswith(why)


def test_a_column_that_is_lacking_is_named_once() -> None:
    said = refusals("geo\n04000\n", format="csv", low="lower", **FIXED)
    assert [line.partition(":")[0] for line in said] == ["1 lower", "1 value"]


def test_a_belgian_spreadsheet_is_read_with_the_sign_that_the_recipe_declares() -> None:
    words = "definition;place;period;value\nhouseholds;04000;2019;1.234.567,50\n"
    (said,) = read_words(words, decimal=",", thousands=".").figures.values()
    assert said == Said(1234567.5, 2)
