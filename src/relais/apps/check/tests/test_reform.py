"""`relais rights reform`: households without and with a reform, side by side; the unknown stays unknown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from relais.apps.check.cli import rights
from relais.apps.check.cli.reforming import in_columns, tallies
from relais.apps.check.tests.test_household import FAMILY

REFORM = """\
name: {nl: Proef, fr: Essai, en: Trial}
why: {nl: Zomaar, fr: Pour voir, en: To see}
measures: [92]
from: 2025-02-01
parameters:
  child_benefit.low_single_parent: {plus: {1: 20}}
"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """A reform, and three households: one gains, one does not, of one the income is not told."""
    texts = {
        "reform": REFORM, "poor": FAMILY, "rich": FAMILY.replace("income: 30000", "income: 90000"),
        "untold": FAMILY.replace(", income: 30000", ""),
    }  # fmt: skip
    paths = {name: tmp_path / f"{name}.yaml" for name in texts}
    for name, path in paths.items():
        path.write_text(texts[name], encoding="utf-8")
    return paths


def run(*arguments: object) -> Result:
    return CliRunner().invoke(rights, ["reform", *(str(argument) for argument in arguments)])


def test_a_household_is_told_without_and_with_and_that_it_is_a_supposition(files: dict[str, Path]) -> None:
    said = run(files["reform"], files["poor"])
    assert said.exit_code == 0
    assert said.output.splitlines() == [
        "Trial (from 2025-02-01)",
        "This is a supposition: nobody has decided it. What follows is information, not a decision.",
        "",
        f"{files['poor']}, on 2025-02-01",
        "  Child benefit in Brussels",
        "    without: entitled (bo); 236.25 euro a month",
        "    with:    entitled (bo); 256.25 euro a month",
        "    difference: +20.00 euro a month",
        "  Rights that are not touched: 0 of 1",
    ]


def test_winners_and_losers_are_counted_and_what_is_not_known_stays_so(files: dict[str, Path]) -> None:
    said = run(files["reform"], files["poor"], files["rich"], files["untold"], "--per-month").output
    assert "difference: not known" in said
    assert "Child benefit in Brussels: the same, entitled (bo); 186.51 euro a month" in said
    assert "        1       0         1          1  Child benefit in Brussels: +20.00 euro a month" in said
    only_untold = run(files["reform"], files["untold"], "--per-month").output
    assert "        0       0         0          1  Child benefit in Brussels: not known" in only_untold
    assert "0.00 euro" not in only_untold


def test_programs_get_both_sides_and_the_counts(files: dict[str, Path]) -> None:
    found: dict[str, Any] = json.loads(run(files["reform"], files["poor"], files["untold"], "--json").output)
    assert (found["is_supposed"], found["reforms"][0]["measures"]) == (True, [92])
    poor, untold = (household["rights"][0] for household in found["households"])
    assert (poor["before"]["amount"], poor["after"]["amount"], poor["difference"]) == (236.25, 256.25, 20)
    assert (untold["unit"], untold["after"]["amount"], untold["difference"]) == ("EUR/month", None, None)
    [counted] = found["winners_and_losers"]
    assert counted == {
        "right": "child_benefit", "unit": "EUR/month", "households": 2, "winners": 1, "losers": 0,
        "unchanged": 0, "unknown": 1, "total": 20, "mean_gain": 20, "mean_loss": None,
    }  # fmt: skip


def test_words_and_numbers_are_in_the_language(files: dict[str, Path]) -> None:
    said = run(files["reform"], files["poor"], "--language", "fr").output
    assert said.startswith("Essai (")
    assert "difference: +20,00 euros par mois" in said


def test_explaining_shows_the_way_to_what_is_supposed_and_nothing_else(files: dict[str, Path]) -> None:
    said = run(files["reform"], files["poor"], "--explain", "--language", "nl").output
    assert "een eenoudergezin (veronderstelling), sinds 1/2/2025" in said
    assert "Basisbedrag naar leeftijd" not in said


def test_the_others_of_a_right_that_is_not_touched_are_only_counted(files: dict[str, Path]) -> None:
    files["poor"].write_text(FAMILY.replace("ask: [child_benefit]", ""), encoding="utf-8")
    said = run(files["reform"], files["poor"]).output
    assert said.count("difference") == 1
    assert "Rights that are not touched: 30 of 31" in said


def test_a_right_that_is_touched_and_not_computed_is_named(files: dict[str, Path]) -> None:
    text = REFORM.replace(
        "child_benefit.low_single_parent: {plus: {1: 20}}", "social_rent.lowest: {times: 2}"
    )
    files["reform"].write_text(text, encoding="utf-8")
    files["poor"].write_text(FAMILY.replace("[child_benefit]", "[social_rent]"), encoding="utf-8")
    assert "touched, but nothing computes who has a right to it" in run(files["reform"], files["poor"]).output


def test_before_the_day_of_the_reform_nothing_changes_and_that_is_said(files: dict[str, Path]) -> None:
    files["reform"].write_text(REFORM.replace("2025-02-01", "2025-06-01"), encoding="utf-8")
    said = run(files["reform"], files["poor"]).output
    assert f"{files['reform']} begins on 2025-06-01: on this day it changes nothing" in said
    assert "Rights that are not touched: 1 of 1" in said


def test_reforms_are_combined_and_what_both_touch_is_named(files: dict[str, Path], tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(REFORM.replace("plus: {1: 20}", "times: 2"), encoding="utf-8")
    first = run(files["reform"], files["poor"], "--and", other).output
    then = run(other, files["poor"], "--and", files["reform"]).output
    assert f"Both {files['reform']} and {other} touch child_benefit.low_single_parent" in first
    assert "difference: +89.74 euro a month" in first
    assert "difference: +69.74 euro a month" in then


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("low_single_parent", "reform.yaml:6: parameters.child_benefit.low_single_parents: there is no such"),
        ("from", "is not known here"),
    ],
)
def test_a_wrong_reform_is_told_with_its_line(files: dict[str, Path], wrong: str, said: str) -> None:
    files["reform"].write_text(REFORM.replace(wrong, f"{wrong}s"), encoding="utf-8")
    found = run(files["reform"], files["poor"])
    assert found.exit_code == 1
    assert said in found.output


def test_a_wrong_household_is_told_with_its_file(files: dict[str, Path]) -> None:
    files["rich"].write_text(FAMILY.replace("income: 30000", "income: -5"), encoding="utf-8")
    found = run(files["reform"], files["poor"], files["rich"])
    assert (found.exit_code, f"{files['rich']}: income of ada: -5 is too low" in found.output) == (1, True)


def test_rules_of_a_stranger_are_not_run_and_a_law_that_cannot_be_is_told(files: dict[str, Path]) -> None:
    mark = files["reform"].with_name("it-ran")
    files["reform"].write_text(REFORM + "rules: rules.py\n", encoding="utf-8")
    rules = files["reform"].with_name("rules.py")
    rules.write_text(f"open({str(mark)!r}, 'w')\n", encoding="utf-8")
    assert "rules.py:1: only imports" in run(files["reform"], files["poor"]).output
    assert not mark.exists()
    rules.write_text(
        '@rule(HOUSEHOLD, "EUR/month", article="x")\ndef child_benefit__monthly(new_mothly):\n'
        '    """Misspelled."""\n    return new_mothly\n',
        encoding="utf-8",
    )
    found = run(files["reform"], files["poor"])
    assert found.exit_code == 1
    assert "“new_mothly” is no rule, parameter or input; did you mean “new_monthly”?" in found.output


def test_where_no_household_is_nobody_is_counted() -> None:
    assert in_columns([]) == tallies([], per_month=True) == {}
