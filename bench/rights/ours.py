"""The small law in our own engine: one household explained, columns in blocks, and compiled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.rights.case import DAY, HOUSEHOLD, PERSONS, RESULTS
from bench.rights.mini import rules
from relais.core.rights.book import Book, right_of
from relais.core.rights.engine import evaluate
from relais.core.rights.family import Family
from relais.core.rights.laws import Law, law_on
from relais.core.rights.words.explaining import explained
from relais.core.rights.words.wording import lines

NAMES = [f"mini.{name}" for name in RESULTS]


def load() -> Law:
    return law_on(Book({"mini": right_of("mini", rules, Path(rules.__file__).parent)}), DAY)


def given(people: Any) -> Any:
    """The columns as our engine names them. None is copied."""
    from relais.core.rights.bulk.populations import Population

    persons = ("birth_date", "is_child", "is_student", "income", "resources")
    return Population(
        len(people.rent), people.household_of, {f"mini.{name}": getattr(people, name) for name in persons},
        {f"mini.{name}": getattr(people, name) for name in ("rent", "rents_socially")},
    )  # fmt: skip


def columns(law: Law, names: list[str], way: str) -> Callable[[Any], dict[str, Any]]:
    """`names` of a law for a population: in blocks, in blocks on two threads, or compiled."""
    from relais.core.rights.bulk import batch

    made = plan(law, names)
    match way:
        case "blocks":
            return lambda people: batch.run(made, people)
        case "threads":
            return lambda people: batch.run(made, people, workers=2)
    from relais.core.rights.bulk import compiled

    return compiled.compiled(made).run  # type: ignore[no-any-return]


def plan(law: Law, names: list[str]) -> Any:
    from relais.core.rights.bulk import plans

    return plans.plan(law, names, use_last=True)


def many(way: str) -> Callable[[Law], Callable[[Any], dict[str, Any]]]:
    def made_of(law: Law) -> Callable[[Any], dict[str, Any]]:
        run = columns(law, NAMES, way)
        return lambda people: {name[5:]: column for name, column in run(people).items()}

    return made_of


def explain(law: Law) -> Callable[[], float]:
    """Every result, and the tree of reasons of the total, in which all the others are."""
    family = _family()

    def run() -> float:
        result = evaluate(law, family, NAMES)
        explained(result, "mini.all_together")
        return float(result.value("mini.all_together"))

    return run


def tell(law: Law) -> Callable[[], float]:
    """The same, and the whole explanation of the total in Dutch, line by line."""
    family = _family()

    def run() -> float:
        result = evaluate(law, family, NAMES)
        "\n".join(lines(explained(result, "mini.all_together"), "nl"))
        return float(result.value("mini.all_together"))

    return run


def _family() -> Family:
    def day(number: int) -> str:
        return f"{number // 10000}-{number // 100 % 100:02}-{number % 100:02}"

    persons = {name: {**told, "birth_date": day(told["birth_date"])} for name, told in PERSONS.items()}
    return Family(persons, HOUSEHOLD)


MANY = {way: many(way) for way in ("blocks", "threads", "compiled")}
SINGLE = {"trace": explain, "text": tell}
