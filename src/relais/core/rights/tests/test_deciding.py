"""Which condition decided: as deep as the law goes, and of whom."""

from __future__ import annotations

import datetime as dt

from relais.core.rights.book import read_book
from relais.core.rights.engine import evaluate
from relais.core.rights.family import Family
from relais.core.rights.laws import law_on
from relais.core.rights.words.deciding import Reason, reasons
from relais.core.rights.words.explaining import explained
from relais.core.rights.words.wording import condition

LAW = law_on(read_book(["integration_income", "leave_allowance"]), dt.date(2025, 12, 31))
CHILD = {"role": "child", "birth_date": "2006-05-05", "is_unmarried": True, "stays_here_regularly": True,
         "is_dependent": True}  # fmt: skip


def why(rule: str, **persons: dict[str, object]) -> tuple[Reason, ...]:
    family = Family({"ada": {"role": "parent", "birth_date": "1980-01-01"}, **persons})
    result = evaluate(LAW, family, [rule])
    return reasons(result, explained(result, rule))


def said(found: tuple[Reason, ...]) -> list[tuple[str | None, str, str]]:
    return [(reason.of, condition(reason.condition, "en"), reason.article) for reason in found]


def test_a_no_turns_on_the_last_fact_and_on_whom_it_is_about() -> None:
    [(who, words, article)] = said(why("integration_income.is_family_category", bo=CHILD))
    assert (who, words) == ("bo", "Age (19 years) is below 18: no")
    assert article == "Act 26.05.2002, art. 14, § 1, 3°"


def test_that_a_parent_is_no_child_is_no_reason() -> None:
    found = why("integration_income.is_family_category", bo=CHILD)
    assert {reason.of for reason in found} == {"bo"}


def test_a_no_because_of_someone_counts_them() -> None:
    found = why("leave_allowance.lives_only_with_dependent_children", bo=CHILD, cy={"role": "other"})
    assert [words for _, words, _ in said(found)] == ["Others who live there (1 person) is 0: no"]


def test_a_yes_has_every_condition_that_was_met() -> None:
    found = why("leave_allowance.lives_only_with_dependent_children", bo=CHILD)
    assert [words.rpartition(": ")[2] for _, words, _ in said(found)] == ["yes", "yes"]


def test_what_is_not_known_has_no_reason() -> None:
    assert why("leave_allowance.lives_only_with_dependent_children", bo={"role": "child"}) == ()
