"""A household by file: read whole or refused by name, checked and explained on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from relais.apps.check import catalogue
from relais.apps.check.api.posted import MOST_BYTES
from relais.apps.check.cli import rights
from relais.apps.check.household import household_of, read_household
from relais.core.rights.outcomes import check
from relais.core.rights.problems import WrongInput

EXAMPLE = Path(__file__).parents[5] / "docs" / "reference" / "household" / "example.yaml"
FAMILY = """\
date: 2025-02-01
persons:
  - {id: ada, role: parent, birth_date: 1990-01-01, income: 30000}
  - {id: bo, role: child, birth_date: 2020-05-05, lives_in_brussels: true, residence_title: belgian,
     paid_to: this-parent, parents_dead: none, has_affection: false}
household: {cadastral_income: 0, is_married_not_separated: false}
ask: [child_benefit]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "household.yaml"
    path.write_text(FAMILY, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(rights, [str(argument) for argument in arguments])


def test_json_is_read_as_yaml_is(file: Path, tmp_path: Path) -> None:
    told = read_household(file)
    as_json = tmp_path / "household.json"
    persons = [{"id": name, **told.family.persons[name]} for name in told.family.persons]
    household = dict(told.family.household)
    as_json.write_text(json.dumps({"date": "2025-02-01", "persons": persons, "household": household,
                                   "ask": ["child_benefit"]}), encoding="utf-8")  # fmt: skip
    assert read_household(as_json) == told


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ([], "a household is a mapping with date, persons, household, ask"),
        ({"date": "2025-02-01", "person": []},
         "person: is not known here; known are date, persons, household, ask"),
        ({"date": "yesterday"}, "date: 'yesterday' is no day, write it as 2025-02-01"),
        ({"date": "2025-02-01", "persons": [{"role": "child"}]}, "persons, number 1: needs an id of its own"),
        ({"date": "2025-02-01", "persons": [{"id": "a"}, {"id": "a"}]},
         "persons, number 2: needs an id of its own"),
        ({"date": "2025-02-01", "persons": {}},
         "persons: is a list, and each person in it a mapping with an id"),
        ({"date": "2025-02-01", "persons": [{"id": str(n)} for n in range(101)]},
         "persons: 101 are too many, at most 100"),
    ],
)  # fmt: skip
def test_what_is_no_household_is_refused_by_name(told: Any, said: str) -> None:
    with pytest.raises(WrongInput) as error:
        household_of(told)
    assert str(error.value) == said


def test_a_right_that_is_none_is_named_with_those_there_are() -> None:
    with pytest.raises(WrongInput, match=r"there is no right “pension”; there are .*child_benefit"):
        household_of({"date": "2025-02-01", "ask": ["pension"]})


def test_checking_says_who_is_entitled_to_how_much_and_that_it_is_no_decision(file: Path) -> None:
    said = run("check", file)
    assert said.exit_code == 0
    assert "This is information, not a decision." in said.output
    assert "Child benefit in Brussels: entitled (bo); 236.25 euro a month" in said.output


def test_past_the_last_known_amount_the_day_is_said(file: Path) -> None:
    file.write_text(FAMILY.replace("2025-02-01", "2026-11-24"), encoding="utf-8")
    assert "entitled (bo); amount known up to 2025-12-31" in run("check", file).output
    assert "236.25 euro a month" in run("check", file, "--use-last").output


def test_programs_get_every_outcome_with_what_was_not_told(file: Path) -> None:
    file.write_text(FAMILY.replace(", income: 30000", ""), encoding="utf-8")
    [found] = json.loads(run("check", file, "--json").output)
    assert (found["state"], found["persons"], found["amount"]) == ("entitled", ["bo"], None)
    assert found["needs"] == [{"input": "family.income", "person": "ada"}]


def test_explaining_names_articles_and_conditions_in_the_language(file: Path) -> None:
    said = run("explain", "child_benefit", file, "--language", "fr").output
    assert said.startswith("Allocations familiales du ménage : 236,25 euros par mois. En effet, ")
    assert "\nAllocations familiales du ménage: 236,25 euros par mois  [Ord. 25.04.2019" in said
    assert "Famille monoparentale selon cette loi: oui" in said
    assert "Ord. 25.04.2019, art. 9" in said


def test_the_schema_accepts_the_file_and_names_every_question(file: Path) -> None:
    shape = json.loads(run("schema", "--date", "2025-02-01").output)
    told = read_household(file)
    person = shape["properties"]["persons"]["items"]["properties"]
    assert {key for each in told.family.persons.values() for key in each} <= set(person)
    assert set(told.family.household) <= set(shape["properties"]["household"]["properties"])
    assert person["role"]["enum"] == ["parent", "partner", "child", "other"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("income: -5", "income of ada: -5 is too low, the least is 0 EUR/year"),
        ("incme: 5", "incme of ada: there is no such input; did you mean “income”?"),
        ("income: {", "not YAML"),
    ],
)
def test_a_wrong_file_is_one_line_that_says_where_and_what_to_do(file: Path, wrong: str, said: str) -> None:
    file.write_text(FAMILY.replace("income: 30000", wrong), encoding="utf-8")
    found = run("check", file)
    assert found.exit_code == 1
    assert said in found.output


def test_the_documented_example_is_read_and_computed_as_its_page_says() -> None:
    told = read_household(EXAMPLE)
    about = catalogue.rights()
    outcomes = check(catalogue.law(told.date), {name: about[name] for name in told.ask}, told.family).outcomes
    amount = next(each.amount for each in outcomes if each.right == "child_benefit")
    page = (EXAMPLE.parent.parent / "household-file.md").read_text("utf-8")
    assert f"benefit is {amount:.2f} euro a month" in page
    assert f"{MOST_BYTES:,} bytes" in page


def test_every_right_is_listed_with_the_body_that_grants_it() -> None:
    assert "child_benefit" in run("list").output
    assert "Kinderbijslag in Brussel (Iriscare" in run("list", "--language", "nl").output
