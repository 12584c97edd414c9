"""Raw figures come out protected, or do not come out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils.translation import override

from relais.apps.observatory.models import Definition
from relais.apps.observatory.protecting import Known, NotProtectable, Protected, protect
from relais.apps.observatory.protecting.trees import Adding
from relais.core.figures.cube import Cell, Said

ADDING = {
    "place": Adding([("04000", ["21004", "21015"])]),
    "sex": Adding([(None, ["F", "M"])]),
    "age": Adding([(None, ["young", "old"])]),
    "origin": Adding([(None, ["BE", "other"])]),
}
HOUSEHOLDS = {
    "04000": 171, "04000 sex=F": 141, "04000 sex=M": 30,
    "21004": 84, "21004 sex=F": 81, "21004 sex=M": 3,
    "21015": 87, "21015 sex=F": 60, "21015 sex=M": 27,
}  # fmt: skip


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):
        yield


def definition(slug: str = "households", **facts: Any) -> Definition:
    told = {"kind": "count", "threshold": 5, "is_sensitive": False, **facts}
    return Definition(slug=slug, **told)


def known(*definitions: Definition, **more: Any) -> Known:
    return Known({each.slug: each for each in definitions or [definition()]}, ADDING, **more)


def figures(rows: dict[str, float], slug: str = "households", period: str = "2024") -> dict[Cell, Said]:
    return {Cell(slug, row[:5], period, row[6:]): Said(float(value)) for row, value in rows.items()}


def hidden(made: Protected, slug: str = "households") -> list[str]:
    return [f"{cell.place} {cell.cut}".strip() for cell, said in made.figures.items()
            if cell.definition == slug and said.secrecy == "C"]  # fmt: skip


def without(*rows: str) -> dict[str, float]:
    return {row: value for row, value in HOUSEHOLDS.items() if row not in rows}


def test_a_small_number_is_hidden_and_others_with_it() -> None:
    made = protect(figures(HOUSEHOLDS), known())
    assert hidden(made) == ["21004 sex=F", "21004 sex=M", "21015 sex=F", "21015 sex=M"]
    assert list(made.hidden.values()) == [81, 3, 60, 27]
    assert made.rule == "fewer than 5"
    assert made.notes == ("4 of 9 figures are hidden to protect persons.",)


def test_what_is_hidden_keeps_no_trace_of_its_number() -> None:
    raw = figures({"04000": 3})
    cell = next(iter(raw))
    raw[cell] = Said(3.0, 1, 2.0, 4.0, quality="U", printed="3", note="a-remark")
    assert protect(raw, known()).figures[cell] == Said(None, secrecy="C", note="a-remark")


def test_what_was_hidden_by_a_figure_of_another_level_is_found_by_the_tree_of_places() -> None:
    """Of one town and of the region: what is left of the region is the other town."""
    made = protect(figures(without("21004 sex=F", "21004 sex=M", "21015 sex=F", "21015 sex=M")), known())
    assert hidden(made) == []
    made = protect(figures(without("21004", "21004 sex=F", "21004 sex=M")), known())
    assert hidden(made) == ["21015 sex=F", "21015 sex=M"], "else the three men of the other are computed"


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (without("21015 sex=M"), "place 21015, sex M is not in the file: give 0 where nobody was counted"),
        ({**HOUSEHOLDS, "21004": 85}, "place 21004 is not the sum of its parts"),
        ({**HOUSEHOLDS, "21004 sex=M": 3.5}, "place 21004, sex M is not a whole number"),
        ({**HOUSEHOLDS, "21004 sex=M": -3}, "place 21004, sex M is not a whole number"),
        ({"04000": 90, "04000 age=0-17": 40, "04000 age=0-19": 50}, "these codes of “age” add up: 0-17"),
    ],
)  # fmt: skip
def test_what_cannot_be_attacked_is_refused_with_where_why_and_what_to_do(
    rows: dict[str, float], why: str
) -> None:
    with pytest.raises(NotProtectable, match=why):
        protect(figures(rows), known())


def test_a_refusal_names_the_row_of_the_file_and_no_number() -> None:
    raw = figures({**HOUSEHOLDS, "21004": 98765})
    with pytest.raises(NotProtectable) as error:
        protect(raw, known())
    assert "98765" not in str(error.value)
    told = error.value.told({cell: f"row {n}" for n, cell in enumerate(raw, start=2)})
    assert told[0].startswith("row 5: households 2024: place 21004 is not the sum")


def test_what_nobody_knows_may_be_said_to_be_missing() -> None:
    raw = figures(HOUSEHOLDS)
    missing = Cell("households", "21015", "2024", "sex=M")
    raw[missing] = Said(None, quality="M")
    made = protect(raw, known())
    assert made.figures[missing] == raw[missing]
    assert "21004 sex=M" in hidden(made) and "21015 sex=F" in hidden(made)


def test_nobody_where_nobody_can_be_is_shown() -> None:
    rows = {"04000": 90, "04000 sex=F": 90, "04000 sex=M": 0}
    assert hidden(protect(figures(rows), known())) != []
    made = protect(figures(rows), known(nobody=[{"sex": "M"}]))
    assert hidden(made) == []


@pytest.mark.parametrize(
    ("facts", "cut", "least"),
    [
        ({}, "", 5),
        ({"is_sensitive": True}, "", 10),
        ({"threshold": 11}, "", 11),
        ({}, "origin=BE", 10),
        ({}, "age=old&sex=F", 5),
        ({}, "age=old&sex=F&status=employed", 10),
    ],
)
def test_how_few_are_hidden_depends_on_what_is_told_of_them(
    facts: dict[str, Any], cut: str, least: int
) -> None:
    for number in (least - 1, least):
        made = protect(figures({f"04000 {cut}".strip(): number}), known(definition(**facts)))
        assert (hidden(made) == []) == (number == least)


def test_a_survey_hides_by_how_many_answered_and_flags_what_few_answered() -> None:
    cells = [Cell("poverty", "04000", "2024", cut) for cut in ("", "sex=F", "sex=M")]
    shares = dict(
        zip(cells, (Said(30.0, answers=130), Said(35.1, answers=90), Said(22.2, answers=40)), strict=True)
    )
    poverty = known(definition("poverty", kind="share", threshold=20))
    assert [said.quality for said in protect(shares, poverty).figures.values()] == ["A", "A", "U"]
    shares |= {cells[1]: Said(35.1, answers=111), cells[2]: Said(22.2, answers=19)}
    made = protect(shares, poverty)
    assert hidden(made, "poverty") == ["04000 sex=F", "04000 sex=M"]
    assert made.figures[cells[2]] == Said(None, secrecy="C")


SHARE = {"kind": "share", "numerator": "households", "denominator": "households", "share_of": "sex"}


def test_a_share_is_hidden_with_its_parts() -> None:
    shares = figures({"04000 sex=M": 17.5, "21004 sex=M": 3.6, "21015 sex=M": 31.0}, "share")
    made = protect(figures(HOUSEHOLDS) | shares, known(definition(), definition("share", **SHARE)))
    assert hidden(made, "share") == ["21004 sex=M", "21015 sex=M"]
    assert made.hidden[Cell("share", "21004", "2024", "sex=M")] == 3.6


def test_a_mean_is_hidden_when_it_is_of_few() -> None:
    means = figures({"04000 sex=M": 1900.5, "21004 sex=M": 1700.5}, "income")
    income = definition("income", kind="mean", denominator="households")
    assert hidden(protect(figures(HOUSEHOLDS) | means, known(definition(), income)), "income") == [
        "21004 sex=M"
    ]


def test_a_rate_without_the_persons_behind_it_is_refused() -> None:
    rates = figures({"04000": 17.5}, "rate")
    with pytest.raises(NotProtectable, match="does not say of how many persons it is"):
        protect(rates, known(definition("rate", kind="rate")))
    with pytest.raises(NotProtectable, match="needs in the same file what it is made of: households 2024"):
        protect(rates, known(definition(), definition("rate", kind="rate", denominator="households")))


def test_a_share_of_another_definition_that_leaves_few_is_refused() -> None:
    facts = {"kind": "share", "numerator": "helped", "denominator": "households"}
    every = known(definition(), definition("helped"), definition("share", **facts))
    counts, share = (
        figures({"04000": 100}) | figures({"04000": 98}, "helped"),
        figures({"04000": 98}, "share"),
    )
    with pytest.raises(NotProtectable, match="leaves so few of its whole"):
        protect(counts | share, every)
    assert hidden(protect(counts | figures({"04000": 60}, "helped") | share, every)) == []


def test_what_is_public_already_and_gives_a_small_number_away_stops_the_release() -> None:
    with pytest.raises(NotProtectable, match="what is public already gives small numbers away"):
        protect(figures(HOUSEHOLDS), known(earlier=[figures(HOUSEHOLDS)]))


def test_a_total_that_only_an_earlier_release_gave_counts() -> None:
    parts = {row: HOUSEHOLDS[row] for row in ("21004 sex=F", "21004 sex=M")}
    assert hidden(protect(figures(parts), known())) == ["21004 sex=M"]
    made = protect(figures(parts), known(earlier=[figures({"21004": 84})]))
    assert hidden(made) == ["21004 sex=F", "21004 sex=M"]


def test_figures_that_were_corrected_are_not_joined_and_the_notes_say_so() -> None:
    made = protect(figures(HOUSEHOLDS), known(earlier=[figures({"21004 sex=F": 85})]))
    assert made.notes[1].startswith("1 earlier table says other numbers")


def test_what_one_period_hid_the_next_hides_again() -> None:
    first = protect(figures(HOUSEHOLDS), known())
    rows = {**HOUSEHOLDS, "21004 sex=F": 82, "21004": 85, "04000 sex=F": 142, "04000": 172}
    second = protect(figures(rows, period="2025"), known(earlier=[first.figures]))
    assert hidden(second) == hidden(first)


def test_printing_what_was_protected_prints_no_number_that_is_hidden() -> None:
    made = protect(figures({"04000": 98767, "04000 sex=F": 98765, "04000 sex=M": 2}), known())
    assert "98765" not in repr(made) and "98765" not in str(made.notes)
