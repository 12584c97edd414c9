"""`relais data maihda`: a file of answers in, a file of figures and a report out, and nothing kept."""

from __future__ import annotations

import csv
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from relais.apps.observatory.cli import data

ASKED = ("--outcome", "poor", "--definition", "poverty_risk", "--place", "04000", "--period", "2025")
FAMILIES = ("single_parent", "couple_parent")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Drawn by chance; what is true of nobody. Three lack a code, and five are alone in their stratum."""
    dice = np.random.default_rng(7)
    rows = [
        [sex, family, origin, int(dice.random() < 0.2 + 0.2 * (family == "single_parent"))]
        for sex, family, origin in product(
            "FM", ("single_parent", "couple_parent"), ("BE", "EU_other", "non_EU")
        )
        for _ in range(5 if (sex, family, origin) == ("M", "single_parent", "non_EU") else 60)
    ]
    path = tmp_path / "answers.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(
            [["sex", "family_type", "origin", "poor"], *rows, *[["F", "", "BE", 1]] * 3]
        )
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(data, ["maihda", *map(str, words)])


def test_figures_and_a_report_are_written(answers: Path, tmp_path: Path) -> None:
    done = run(answers, *ASKED, "--strata", "sex,family_type,origin", "--output", tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert "668 rows read; 3 left out, missing: family_type 3." in done.stderr
    assert "11 strata shown, 1 hidden" in done.stdout
    with (tmp_path / "out" / "figures.csv").open() as file:
        rows = {(row["sex"], row["family_type"], row["origin"]): row for row in csv.DictReader(file)}
    assert len(rows) == 12
    assert rows["M", "single_parent", "non_EU"]["conf_status"] == "C"
    assert rows["M", "single_parent", "non_EU"]["value"] == ""
    assert float(rows["F", "single_parent", "BE"]["value"]) > float(rows["F", "couple_parent", "BE"]["value"])
    told = (tmp_path / "out" / "report.md").read_text()
    assert "VPC" in told and "668" not in told
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} == {
        "answers.csv", "figures.csv", "report.md",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--strata", "sex,age"), "needed is one column of this name"),
        (("--strata", "sex"), "cross two, three or four"),
        (("--strata", "sex,origin", "--minimum", "10"), "Invalid value for '--minimum'"),
        (("--strata", "sex,origin", "--period", "soon"), "--period: "),
        (("--strata", "sex,origin", "--outcome", "family_type"), "is neither 0 (no) nor 1 (yes)"),
        (("--strata", "sex,family_type"), "at least 5 are needed"),
    ],
)
def test_what_does_not_hold_is_said_and_nothing_is_written(
    answers: Path, tmp_path: Path, words: tuple[str, ...], why: str
) -> None:
    done = run(answers, *ASKED, *words, "--output", tmp_path / "out")
    assert done.exit_code and why in done.output
    assert not (tmp_path / "out").exists()
