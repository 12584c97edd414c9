"""What holds for any raw figures: nothing hidden can be computed, and what is shown is true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import inf

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from relais.apps.observatory.models import Definition
from relais.apps.observatory.protecting import Known, protect
from relais.apps.observatory.protecting.trees import Adding
from relais.core.figures.cube import Cell, Said, cut_of, parts_of

few = settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
REGION, PLACES, SEXES, AGES = "04000", ("21004", "21015"), ("F", "M"), ("0-17", "18-64", "65+")
ADDING = {
    "place": Adding([(REGION, PLACES)]), "sex": Adding([(None, SEXES)]), "age": Adding([(None, AGES)]),
}  # fmt: skip
Persons = Mapping[tuple[str, str, str], int]  # by place, sex, age
LEVELS = list(product((0, 1), repeat=3))  # which of place, sex and age a table is cut by
NEED = 5


def definitions() -> dict[str, Definition]:
    told = {"threshold": NEED, "is_sensitive": False}
    share = {"numerator": "persons", "denominator": "persons", "share_of": "sex"}
    return {
        "persons": Definition(slug="persons", kind="count", **told),
        "share": Definition(slug="share", kind="share", **share, **told),
    }


def known(*earlier: Mapping[Cell, Said]) -> Known:
    return Known(definitions(), ADDING, earlier)


@st.composite
def persons(draw: st.DrawFn) -> Persons:
    number = st.one_of(st.integers(0, 9), st.integers(0, 60))
    return {key: draw(number) for key in product(PLACES, SEXES, AGES)}


Levels = list[tuple[int, ...]]
tables = st.lists(st.sampled_from(LEVELS), min_size=1, max_size=4, unique=True)


def figures_of(persons: Persons, levels: Sequence[tuple[int, ...]], *, shares: bool) -> dict[Cell, Said]:
    """The persons counted by each of these, with what share women and men are where it is asked."""
    found: dict[Cell, Said] = {}
    for level in levels:
        for key in persons:
            codes = [
                code if is_cut else top
                for code, is_cut, top in zip(key, level, (REGION, "_T", "_T"), strict=True)
            ]
            cell = Cell("persons", codes[0], "2024", cut_of({"sex": codes[1], "age": codes[2]}))
            found[cell] = Said(float(sum(n for k, n in persons.items() if is_in(k, cell))))
    if shares:
        found |= {
            cell._replace(definition="share"): Said(100 * said.value / whole if whole else 0.0, 1)
            for cell, said in found.items()
            if "sex" in parts_of(cell.cut) and (around := found.get(without_sex(cell)))
            for whole in [around.value]
            if said.value is not None and whole is not None
        }
    return found


def without_sex(cell: Cell) -> Cell:
    return cell._replace(cut=cut_of({n: c for n, c in parts_of(cell.cut).items() if n != "sex"}))


def is_in(key: tuple[str, str, str], cell: Cell) -> bool:
    codes = parts_of(cell.cut)
    return (
        cell.place in (REGION, key[0]) and codes.get("sex", key[1]) == key[1]
        and codes.get("age", key[2]) == key[2]
    )  # fmt: skip


def attack(persons: Persons, *published: Mapping[Cell, Said]) -> Iterator[tuple[Cell, float]]:
    """How wide the interval of each hidden count is for an attacker of another make: an unknown for each
    kind of person, an equation for each count that is shown. Exact, in whole numbers."""
    rows, sums, asked = [[0.0] * len(persons)], [0.0], []
    for cell, said in [
        pair for each in published for pair in each.items() if pair[0].definition == "persons"
    ]:
        row = [float(is_in(key, cell)) for key in persons]
        if said.value is None:
            asked.append((cell, np.array(row)))
        else:
            rows.append(row)
            sums.append(said.value)
    for cell, row in asked:
        yield cell, -sum(_end(sign * row, rows, sums) for sign in (1, -1))


def _end(cost: np.ndarray, rows: list[list[float]], sums: list[float]) -> float:
    found = milp(
        cost, integrality=np.ones(len(cost)), bounds=Bounds(0, np.inf),
        constraints=LinearConstraint(np.array(rows), sums, sums),
    )  # fmt: skip
    return round(found.fun) if found.status == 0 else -inf  # unbounded


@few
@given(persons(), tables, st.booleans())
def test_nothing_hidden_can_be_computed_and_what_is_shown_is_true_and_large(
    persons: Persons, levels: Levels, shares: bool
) -> None:
    raw = figures_of(persons, levels, shares=shares)
    made = protect(raw, known())
    assert all(width >= NEED for _, width in attack(persons, made.figures))
    assert list(made.figures) == list(raw)
    for cell, said in made.figures.items():
        if said.secrecy == "C":
            assert said == Said(None, secrecy="C") and made.hidden[cell] == raw[cell].value
        else:
            assert said == raw[cell] and cell not in made.hidden
            assert cell.definition == "share" or (said.value or 0) >= NEED


@few
@given(persons(), tables)
def test_a_share_is_hidden_when_a_part_of_it_is_or_when_what_is_left_is_small(
    persons: Persons, levels: Levels
) -> None:
    made = protect(figures_of(persons, levels, shares=True), known()).figures
    for cell, said in made.items():
        if cell.definition == "share" and said.secrecy == "F":
            part, whole = (
                made[cell._replace(definition="persons")],
                made[without_sex(cell)._replace(definition="persons")],
            )
            assert part.value is not None and whole.value is not None and whole.value - part.value >= NEED


@few
@given(persons(), tables)
def test_the_same_figures_again_are_hidden_again(persons: Persons, levels: Levels) -> None:
    raw = figures_of(persons, levels, shares=True)
    first = protect(raw, known()).figures
    assert protect(raw, known()).figures == first
    assert protect(raw, known(first)).figures == first


@few
@given(persons(), tables, tables)
def test_a_second_release_does_not_open_the_first(persons: Persons, levels: Levels, later: Levels) -> None:
    first = protect(figures_of(persons, levels, shares=False), known()).figures
    second = protect(figures_of(persons, later, shares=False), known(first)).figures
    opened = {cell for cell, said in second.items() if said.value is not None}
    assert all(width >= NEED for cell, width in attack(persons, first, second) if cell not in opened)


@few
@given(persons(), tables, st.sets(st.sampled_from(["21015", "sex=M", "65+", "0-17"])), st.booleans())
def test_what_is_left_of_a_whole_is_protected_where_the_file_has_not_all_parts(
    persons: Persons, levels: Levels, left_out: set[str], is_missing: bool
) -> None:
    """Left out of the file, or said to be missing."""
    raw = {
        cell: Said(None, quality="M") if is_out else said
        for cell, said in figures_of(persons, levels, shares=False).items()
        if not (is_out := any(code in f"{cell.place} {cell.cut}" for code in left_out)) or is_missing
    }
    if raw:
        made = protect(raw, known()).figures
        shown = {cell: said for cell, said in made.items() if said.quality != "M"}
        assert all(width >= NEED for _, width in attack(persons, shown))


@few
@given(persons(), tables, tables, st.sampled_from(list(product(PLACES, SEXES, AGES))))
def test_a_correction_is_protected_too(
    persons: Persons, levels: Levels, later: Levels, at: tuple[str, str, str]
) -> None:
    first = protect(figures_of(persons, levels, shares=False), known()).figures
    mended = {**persons, at: persons[at] + 1}
    second = protect(figures_of(mended, later, shares=False), known(first)).figures
    assert all(width >= NEED for _, width in attack(mended, second))
