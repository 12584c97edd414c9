"""What leaves of a study: rows as the observatory imports them, and a report; of the few, nothing."""

from __future__ import annotations

import csv
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from relais.core.figures.crossings import (
    About,
    Answers,
    Group,
    Kind,
    NotToBeStudied,
    Read,
    columns,
    figures,
    read_answers,
    report,
    study,
)  # fmt: skip
from relais.core.figures.crossings.tests.make import make_answers
from relais.core.texts.problem import FileProblems

ABOUT = About("poverty_risk", "04000", "2025")


def with_few(kind: Kind) -> Answers:
    answers, _ = make_answers(kind)
    few = {("c0", "c1", "c2"): Group(7, 0.0, 0.0), ("c1", "c1", "c1"): Group(30, 0.5, 7.5)}
    return Answers(kind, answers.variables, {**answers.groups, **few})


def rows_of(answers: Answers) -> list[dict[str, str]]:
    found = study(answers)
    return [dict(zip(columns(found), row, strict=True)) for row in figures(found, ABOUT)]


def test_each_combination_is_a_row_and_shares_are_percentages() -> None:
    rows = rows_of(with_few(Kind.YES_NO))
    assert len(rows) == 3 * 4 * 6
    assert {row["definition"] for row in rows} == {"poverty_risk"}
    shown = [row for row in rows if row["conf_status"] == "F"]
    assert len(shown) == len(rows) - 1
    assert all(0 < float(r["low"]) <= float(r["value"]) <= float(r["high"]) < 100 for r in shown)
    assert all(int(row["answers"]) % 10 == 0 for row in shown)


def test_a_hidden_stratum_has_nothing_and_few_answers_are_flagged() -> None:
    rows = {(row["a"], row["b"], row["c"]): row for row in rows_of(with_few(Kind.YES_NO))}
    hidden = rows["c0", "c1", "c2"]
    assert [hidden[name] for name in ("value", "low", "high", "answers")] == [""] * 4
    assert hidden["conf_status"] == "C"
    assert rows["c1", "c1", "c1"]["obs_status"] == "U" and rows["c1", "c1", "c1"]["answers"] == "30"
    assert rows["c0", "c0", "c0"]["obs_status"] == "E"


@pytest.mark.parametrize("kind", list(Kind))
def test_the_report_says_what_it_is_and_what_is_left_out(kind: Kind) -> None:
    answers = with_few(kind)
    told = report(study(answers), Read(answers, 8_000, 27, {"a": 3, "b": 25, "c": 0}), ABOUT)
    assert "A group is no cause" in told and "Survey weights are not used" in told
    assert "at least 20; a fewer than ten; b at least 20." in told
    assert "hidden to protect persons" in told and "Small strata are left out" in told
    assert f"(PCV): {100 * (study(answers).pcv or 0):.1f} %" in told


def write(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_rows_with_gaps_are_left_out_and_counted(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "sex;poor;area;weight", "F;1;x;2", ";0;x;1", "M;NA;;1", "M;0;y;9")
    read = read_answers(path, "poor", ("sex", "area"), Kind.YES_NO)
    assert (read.rows, read.incomplete) == (4, 2)
    assert read.missing == {"sex": 1, "area": 1, "poor": 1}
    assert read.answers.groups == {("F", "x"): Group(1, 1.0, 0.0), ("M", "y"): Group(1, 0.0, 0.0)}


@pytest.mark.parametrize(
    ("rows", "kind", "why"),
    [
        (["sex,poor", "F,1"], Kind.YES_NO, ":1: area: the head has sex, poor"),
        (["sex,area,poor", "F,x,1", "F,x,2"], Kind.YES_NO, ":3: poor: is neither 0 (no) nor 1 (yes)"),
        (["sex,area,poor", "F,x,12 euro"], Kind.NUMBER, ":2: poor: is no number"),
        (["sex,area,poor", "F,x,inf"], Kind.NUMBER, "is no finite number"),
        (["sex,area,poor", "F,not so,1"], Kind.NUMBER, ":2: area: is no code"),
        (["sex,area,poor", "_T,x,1"], Kind.NUMBER, ":2: sex: is _T"),
        (["sex,area,poor", "F,x"], Kind.NUMBER, ":2: has 2 columns where the head has 3"),
        (["sex,area,poor", *["F,x,5"] * 23], Kind.YES_NO, "and 3 more rows are wrong"),
        ([""], Kind.NUMBER, "the head has nothing"),
    ],
)
def test_what_is_wrong_is_said_by_row_and_column_and_never_quoted(
    tmp_path: Path, rows: list[str], kind: Kind, why: str
) -> None:
    path = write(tmp_path / "a.csv", *rows)
    with pytest.raises(FileProblems) as told:
        read_answers(path, "poor", ("sex", "area"), kind)
    assert why in str(told.value)
    assert not any(word in str(told.value) for word in ("12 euro", "not so"))


def test_parquet_says_the_same_as_csv(tmp_path: Path) -> None:
    table = {"sex": ["F", "M", None], "area": [1.0, 2.0, 2.0], "poor": [True, False, True]}
    pq.write_table(pa.table(table), tmp_path / "a.parquet")
    with (tmp_path / "a.csv").open("w", newline="") as file:
        csv.writer(file).writerows([list(table), ["F", 1, 1], ["M", 2, 0], ["", 2, 1]])
    read = [
        read_answers(tmp_path / f"a.{end}", "poor", ("sex", "area"), Kind.YES_NO)
        for end in ("parquet", "csv")
    ]
    assert read[0] == read[1] and read[0].incomplete == 1


def test_two_columns_are_not_one(tmp_path: Path) -> None:
    with pytest.raises(FileProblems, match="different columns"):
        read_answers(tmp_path, "sex", ("sex", "area"), Kind.NUMBER)


def test_what_is_not_parquet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblems, match="is not Parquet"):
        read_answers(write(tmp_path / "a.parquet", "sex"), "poor", ("sex", "area"), Kind.NUMBER)


def test_without_pyarrow_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(NotToBeStudied, match=r"pip install 'relais\[bulk\]'"):
        read_answers(tmp_path / "a.parquet", "poor", ("sex", "area"), Kind.NUMBER)
