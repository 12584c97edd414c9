"""The figures of section 1 of advice A-2020-047 as examples: what it misprints is found, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relais.core.figures.audit import Figure, Finding, Kind, Meaning, Structure, audit

MEANINGS = {
    "families": Meaning("families", is_count=True, family="household"),
    "families_paid": Meaning("families", is_count=True, family="register", family_cut="type=one"),
    "share": Meaning("families", numerator="families", denominator="families", share_of="sex"),
    "recipients": Meaning("income", is_count=True),
    "recipients_share": Meaning(
        "income", numerator="recipients", denominator="recipients", share_of="type"
    ),
    "rate": Meaning("poverty"),
}  # fmt: skip
STRUCTURE = Structure(
    {
        "place": [("01000", ("02000", "03000", "04000"))],
        "sex": [(None, ("F", "M"))],
        "type": [(None, ("cohabiting", "alone", "one", "two"))],
    }
)


def figure(definition: str, value: float, cut: str = "", **told: object) -> Figure:
    facts = {"source": "advice", "place": "04000", "period": "2020", **told}
    identity = "/".join([definition, *map(str, facts.values()), cut])
    return Figure(identity, definition=definition, value=value, cut=cut, **facts)  # type: ignore[arg-type]


def found(*figures: Figure) -> list[Finding]:
    return audit(figures, MEANINGS, STRUCTURE)


def women_and_men() -> list[Figure]:
    return [figure("families", 51503, "sex=F"), figure("families", 8195, "sex=M")]


def test_the_share_of_women_does_not_follow_from_women_and_men() -> None:
    (finding,) = found(*women_and_men(), figure("share", 86.6, "sex=F", decimals=1))
    assert (finding.kind, finding.said) == (Kind.SHARE, 86.6)
    assert finding.computed == pytest.approx(86.27, abs=0.01)
    assert len(finding.of) == len(set(finding.of)) == 3


def test_a_share_that_was_rounded_right_is_no_finding() -> None:
    assert found(*women_and_men(), figure("share", 86.3, "sex=F", decimals=1)) == []


def test_a_share_without_its_parts_is_no_finding() -> None:
    assert found(figure("families", 51503, "sex=F"), figure("share", 86.6, "sex=F", decimals=1)) == []


def test_parts_of_another_source_prove_nothing() -> None:
    others = [figure("families", 51503, "sex=F", source="x"), figure("families", 8195, "sex=M", source="x")]
    assert found(*others, figure("share", 86.6, "sex=F", decimals=1)) == []


def test_what_is_printed_as_no_number_is_a_misprint() -> None:
    (finding,) = found(figure("families_paid", 191236, place="03000", printed="19.1236"))
    assert (finding.kind, finding.computed) == (Kind.MISPRINT, 191236)


@pytest.mark.parametrize("printed", ["191.236", "191236", "191 236", "30,4%", "30,4 %", "1.052.309"])
def test_a_number_as_it_is_printed_in_belgium_is_none(printed: str) -> None:
    assert found(figure("families_paid", 1, printed=printed)) == []


def test_regions_that_add_up_to_more_than_the_country_are_one_finding() -> None:
    totals = {"02000": (67626, 19893), "03000": (112131, 37995), "04000": (60441, 22544)}
    figures = [
        figure("recipients", 238733, place="01000"),
        figure("recipients", 80186, "type=one", place="01000"),
    ]
    for place, (total, cohabiting) in totals.items():
        figures += [
            figure("recipients", total, place=place),
            figure("recipients", cohabiting, "type=one", place=place),
        ]
    (finding,) = found(*figures)
    assert (finding.kind, finding.cut) == (Kind.SUM, "")
    assert (finding.said, finding.computed) == (238733, 240198)
    assert len(finding.of) == 8


def test_one_name_for_two_populations_is_found() -> None:
    every = [*women_and_men(), figure("families_paid", 197249), figure("families_paid", 63521, "type=one")]
    for figures in every, every[::-1]:
        (finding,) = found(*figures)
        assert finding.kind == Kind.POPULATIONS
        assert (finding.said, finding.computed) == (63521, 59698), (
            "what is said comes before what is added up"
        )
        assert finding.cut == "type=one", "a figure stands there"


def test_two_sources_that_disagree_are_side_by_side() -> None:
    one, other = figure("rate", 41.4, source="a", decimals=1), figure("rate", 40.0, source="b", decimals=1)
    (finding,) = found(one, other)
    assert (finding.kind, finding.said, finding.computed) == (Kind.CONFLICT, 40.0, 41.4)
    assert set(finding.of) == {one.id, other.id}


def test_sources_that_call_one_group_by_two_names_are_compared() -> None:
    structure = Structure(alike={"type": [("one", "one_parent")]})
    one = figure("rate", 41.4, "type=one", source="a", decimals=1)
    other = figure("rate", 40.0, "type=one_parent", source="b", decimals=1)
    (finding,) = audit([one, other], MEANINGS, structure)
    assert finding.kind == Kind.CONFLICT


def test_sources_that_round_otherwise_do_not_disagree() -> None:
    assert found(figure("rate", 41.4, source="a", decimals=1), figure("rate", 41, source="b")) == []


def series(values: list[float], **told: object) -> Iterator[Figure]:
    for n, value in enumerate(values):
        yield figure("rate", value, period=str(2014 + n), decimals=1, **told)


def test_a_jump_is_found_unless_its_break_is_marked() -> None:
    values = [20.0, 20.4, 20.1, 20.5, 20.2, 27.0, 27.3]
    (finding,) = found(*series(values))
    assert (finding.kind, finding.period) == (Kind.JUMP, "2019")
    assert audit(series(values), MEANINGS, STRUCTURE, [("rate", "2019")]) == []


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=2), st.integers(0, 3))
def test_a_table_that_adds_up_and_is_rounded_right_has_no_finding(counts: list[int], decimals: int) -> None:
    women, men = counts
    figures = [
        figure("families", women, "sex=F"),
        figure("families", men, "sex=M"),
        figure("families", women + men),
    ]
    if women + men:
        share = round(100 * women / (women + men), decimals)
        figures.append(figure("share", share, "sex=F", decimals=decimals))
    assert found(*figures) == []


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 1000))
def test_a_whole_that_is_off_by_any_count_is_found(women: int, men: int, off: int) -> None:
    figures = [
        figure("families", women, "sex=F"), figure("families", men, "sex=M"),
        figure("families", women + men + off),
    ]  # fmt: skip
    (finding,) = found(*figures)
    assert finding.kind == Kind.SUM
