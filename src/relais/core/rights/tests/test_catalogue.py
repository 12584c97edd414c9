"""Every right of the catalogue: its cases hold, its words are in three languages, its rules are named."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from relais.core.rights.about import read_about
from relais.core.rights.book import CATALOGUE, read_book
from relais.core.rights.cases import Case, read_cases
from relais.core.rights.doubts import read_doubts
from relais.core.rights.engine import evaluate
from relais.core.rights.laws import Law, law_on

BOOK = read_book()
FOLDERS = [CATALOGUE / name for name in BOOK.rights if name != "family"]
CASES = [(folder.name, case) for folder in FOLDERS for case in read_cases(folder / "cases.yaml")]


@cache
def law(right: str, date: Any) -> Law:
    return law_on(read_book([right]), date)


@pytest.mark.parametrize(("right", "case"), CASES, ids=[f"{right}: {case.name}" for right, case in CASES])
def test_case_of_the_law_holds(right: str, case: Case) -> None:
    asked = [f"{right}.{name}" for name in case.expected]
    result = evaluate(law(right, case.date), case.family, asked, use_last=True)
    for name, expected in case.expected.items():
        each = expected if isinstance(expected, dict) else {None: expected}
        found = {of: result.value(f"{right}.{name}", of) for of in each}
        assert found == pytest.approx(each, abs=0.004), name


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_right_is_told_in_words_and_names_rules_that_are_there(folder: Any) -> None:
    about, right = read_about(folder / "right.yaml"), BOOK.rights[folder.name]
    assert {name for name in (about.verdict, about.amount) if name} <= right.names
    assert all(1 <= number <= 100 for number in about.measures)
    assert about.sources and all(source.startswith("https://") for source in about.sources)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_doubt_names_something_of_its_right(folder: Any) -> None:
    doubts = read_doubts(folder / "doubts.yaml")
    assert {doubt.about for doubt in doubts} <= BOOK.rights[folder.name].names
    assert all(doubt.question.endswith("?") and doubt.computed for doubt in doubts)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_everything_that_is_computed_has_words_and_a_case(folder: Any) -> None:
    right = BOOK.rights[folder.name]
    named = {rule.name for rule in right.rules} | set(right.totals)
    assert named - set(right.labels) == set()
    about = read_about(folder / "right.yaml")
    if about.amount:
        assert any(about.amount in case.expected for case in read_cases(folder / "cases.yaml"))
