"""A progressive scale: of each part of an amount its own rate; the same for one family and for columns."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from relais.core.rights.bulk.columns import column_rule
from relais.core.rights.engine import evaluate
from relais.core.rights.family import Family
from relais.core.rights.law import HOUSEHOLD, by_brackets, rule
from relais.core.rights.parameters import Table, read_parameters
from relais.core.rights.tests.make import amount, flaws, law, number
from relais.core.rights.unknown import NotYet, Unknown
from relais.core.texts.problem import FileProblems

RATES = Table(((0.0, 16320.0, 28800.0, 49840.0),), (0.25, 0.4, 0.45, 0.5))


@rule(HOUSEHOLD, "EUR/year", article="art. 1")
def tax(income, rates):
    """Bracket by bracket."""
    return by_brackets(income, rates)


def table(by: tuple[str, ...] = ("income",), unit: str = "1") -> object:
    made = amount("rates", RATES, unit)
    return type(made)(made.name, made.label, made.unit, by, None, made.amounts)


@pytest.mark.parametrize(
    ("income", "expected"),
    [(0, 0), (16320, 4080), (16321, 4080.40), (28800, 9072), (49840, 18540), (60000, 23620)],
)
def test_each_part_of_an_amount_has_the_rate_of_its_bracket(income: float, expected: float) -> None:
    assert by_brackets(income, RATES) == pytest.approx(expected)


@given(some.lists(some.floats(0, 1e6), min_size=1))
def test_columns_are_taxed_as_one_family_is(incomes: list[float]) -> None:
    columns = column_rule(tax.function, {})(np, np.array(incomes), RATES)
    assert columns == pytest.approx([by_brackets(income, RATES) for income in incomes], abs=1e-6)


def test_a_rule_reads_its_brackets_from_a_table() -> None:
    made = law(tax, number("income", "household", "EUR/year"), table())  # type: ignore[arg-type]
    assert evaluate(made, Family({}, {"income": 16321}), ["it.tax"]).value("it.tax") == pytest.approx(4080.4)


def test_brackets_that_are_not_known_are_asked_for() -> None:
    with pytest.raises(NotYet):
        by_brackets(5, Unknown([]))  # type: ignore[arg-type]


def test_rates_are_a_table_of_one_dimension_without_a_unit() -> None:
    income = number("income", "household", "EUR/year")
    assert "by_brackets wants a table of rates by one amount" in flaws(tax, income, amount("rates", 0.5, "1"))
    assert "by_brackets wants an amount and a table of rates in 1" in flaws(
        tax,
        income,
        table(unit="EUR/year"),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(("first", "second"), [("2021-01-01", "2020-01-01"), ("2020-01-01", "2020-01-01")])
def test_amounts_and_days_without_one_are_in_the_order_of_their_days(
    first: str, second: str, tmp_path: Path
) -> None:
    file = tmp_path / "parameters.yaml"
    file.write_text(
        "bonus:\n  label: {nl: a, fr: b, en: c}\n  unit: EUR\n  known_to: changed\n  amounts:\n"
        f"    - {{from: {first}, value: 5, tag: LAW, source: 'https://example.org'}}\n"
        f"    - {{from: {second}, value: unknown}}\n",
        encoding="utf-8",
    )
    with pytest.raises(FileProblems, match="from the earliest day to the latest, one a day"):
        read_parameters(file)
