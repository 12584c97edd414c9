"""Raw figures come out protected, or do not come out."""

from __future__ import annotations

import pytest

from relais.apps.observatory.models import Definition
from relais.apps.observatory.protecting import Known, NotProtectable, protect
from relais.apps.observatory.protecting.trees import Adding
from relais.core.figures.cube import Cell, Said

ADDING = {"place": Adding([("04000", ["21004", "21015"])]), "sex": Adding([(None, ["F", "M"])])}
HOUSEHOLDS = {
    "04000": 171.0, "04000 sex=F": 141.0, "04000 sex=M": 30.0,
    "21004": 84.0, "21004 sex=F": 81.0, "21004 sex=M": 3.0,
    "21015": 87.0, "21015 sex=F": 60.0, "21015 sex=M": 27.0,
}  # fmt: skip


def definition(slug: str = "households", **facts: object) -> Definition:
    return Definition(**{"slug": slug, "kind": "count", "threshold": 5, "is_sensitive": False, **facts})


def known(*definitions: Definition, **more: object) -> Known:
    return Known({each.slug: each for each in definitions or [definition()]}, ADDING, **more)  # type: ignore[arg-type]


def figures(rows: dict[str, float], slug: str = "households", period: str = "2024") -> dict[Cell, Said]:
    return {Cell(slug, where[:5], period, where[6:]): Said(value) for where, value in rows.items()}


def hidden(made: dict[Cell, Said]) -> list[str]:
    return [f"{cell.place} {cell.cut}".strip() for cell, said in made.items() if said.secrecy == "C"]


def test_a_small_number_is_hidden_and_others_with_it() -> None:
    made = protect(figures(HOUSEHOLDS), known())
    assert hidden(dict(made.figures)) == ["21004 sex=F", "21004 sex=M", "21015 sex=F", "21015 sex=M"]
    assert list(made.hidden.values()) == [81, 3, 60, 27]
    assert made.rule == "fewer than 5"


def test_what_is_not_in_the_file_is_refused_with_what_to_do() -> None:
    rows = {where: value for where, value in HOUSEHOLDS.items() if where != "21015 sex=M"}
    with pytest.raises(NotProtectable, match="place 21015, sex M is not in the file: give 0"):
        protect(figures(rows), known())
