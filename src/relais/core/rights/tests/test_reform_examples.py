"""The examples in data/reforms do what they say, on cases of the law."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from relais.core.rights.about import read_about
from relais.core.rights.book import CATALOGUE, read_book
from relais.core.rights.effects import Effect, compare
from relais.core.rights.family import Family
from relais.core.rights.laws import Law, law_on
from relais.core.rights.reforms.applying import reformed
from relais.core.rights.reforms.file import read_reform

EXAMPLES = Path(__file__).parents[5] / "data" / "reforms"
ON = dt.date(2025, 2, 1)
PARENT = {
    "role": "parent", "birth_date": "1990-01-01", "income": 30000, "is_own_payee": False,
    "lives_in_belgium": True, "is_emancipated_or_pregnant": False, "net_work_income": 0,
    "net_other_income": 0,
}  # fmt: skip
CHILD = {
    "role": "child", "birth_date": "2020-05-05", "lives_in_brussels": True, "residence_title": "belgian",
    "paid_to": "this-parent", "parents_dead": "none", "has_affection": False,
    "gets_adult_disability_allowance": False, "is_in_higher_education": False,
}  # fmt: skip
HOUSEHOLD = {
    "cadastral_income": 0, "is_married_not_separated": False, "children_of_other_payees": 0,
    "gets_old_amounts": False,
}  # fmt: skip
ALONE = {
    "is_allowed_to_stay": True, "residence_status": "belgian", "is_willing_to_work": True,
    "cannot_be_asked_to_work": False, "has_asked_for_other_rights": True, "housing_paid_by_others": 0,
    "own_cadastral_income": 0, "unbuilt_cadastral_income": 0, "savings": 0, "centre_counts_relatives": False,
    "partner_claims_too": False,
}  # fmt: skip


@cache
def laws(name: str) -> tuple[Law, Law]:
    book = read_book()
    return law_on(book, ON), law_on(reformed(book, read_reform(EXAMPLES / f"{name}.yaml")), ON)


def effect(name: str, right: str, persons: dict[str, dict[str, Any]], household: dict[str, Any]) -> Effect:
    rights = {right: read_about(CATALOGUE / right / "right.yaml")}
    return compare(*laws(name), rights, Family(persons, household)).effects[0]


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.yaml")), ids=lambda file: file.stem)
def test_an_example_loads_says_that_it_is_one_and_gives_a_law_of_its_day(file: Path) -> None:
    assert "nobody has decided this" in file.read_text(encoding="utf-8").splitlines()[0]
    reform = read_reform(file)
    assert all(words.startswith(("Voorbeeld", "Exemple", "Example")) for words in reform.name.values())
    law_on(reformed(read_book(), reform), reform.since)


@pytest.mark.parametrize(
    ("children", "income", "partner", "difference"),
    [
        (1, 30000, False, 20),
        (2, 30000, False, 0),
        (1, 45000, False, 0),
        (1, 30000, True, 0),
        (0, 30000, False, 0),
    ],
)
def test_a_supplement_from_the_first_child(
    children: int, income: float, partner: bool, difference: float
) -> None:
    persons = {"ada": {**PARENT, "income": income}}
    persons |= {"cy": {"role": "partner", "birth_date": "1990-01-01", "income": 0}} if partner else {}
    persons |= {f"bo{n}": CHILD for n in range(children)}
    found = effect("single-parents-from-the-first-child", "child_benefit", persons, HOUSEHOLD)
    assert found.difference == pytest.approx(difference)


@pytest.mark.parametrize(
    ("children", "income", "married", "difference"),
    [
        (1, 30000, False, 20),
        (1, 90000, False, 20),
        (3, 30000, False, 60),
        (4, 30000, False, 60),
        (2, 30000, True, 0),
    ],
)
def test_a_supplement_whatever_the_income(
    children: int, income: float, married: bool, difference: float
) -> None:
    persons = {"ada": {**PARENT, "income": income}, **{f"bo{n}": CHILD for n in range(children)}}
    household = {**HOUSEHOLD, "is_married_not_separated": married}
    found = effect("single-parents-whatever-the-income", "child_benefit", persons, household)
    assert found.difference == pytest.approx(difference)


@pytest.mark.parametrize(("shares", "difference"), [(True, 1314.20 - 876.13), (False, 0)])
def test_who_cohabits_gets_what_who_lives_alone_gets(shares: bool, difference: float) -> None:
    other = {
        "role": "other", "birth_date": "1990-01-01", "kinship": "none", "shares_household": shares,
        "net_work_income": 0, "net_other_income": 0,
    }  # fmt: skip
    found = effect("cohabitants-as-people-alone", "integration_income", {"ada": PARENT, "cy": other}, ALONE)
    assert found.after.needs == ()
    assert found.after.amount == pytest.approx(1314.20)
    assert found.difference == pytest.approx(difference)
