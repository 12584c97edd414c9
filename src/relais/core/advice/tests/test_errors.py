"""Each loss is refused with its line, its reason and what to do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from relais.core.advice import AdviceError, NotAnAdvice, read
from relais.core.advice.tests.make import TOPICS, Ask, make_text


def refusal(text: str) -> AdviceError:
    with pytest.raises(AdviceError) as caught:
        read(text)
    assert caught.value.remedy
    assert caught.value.remedy in str(caught.value)
    return caught.value


def line_of(text: str, start: str) -> int:
    lines = [line.lstrip(" \f") for line in text.split("\n")]
    return next(at for at, line in enumerate(lines, 1) if line.startswith(start))


@pytest.mark.parametrize("text", ["", " \n", "Een brief.\n", "Een brief", "%PDF-1.7 x\n", "\f\f"])
def test_another_file_is_not_an_advice(text: str) -> None:
    assert isinstance(refusal(text), NotAnAdvice)


def test_a_missing_measure_is_told_with_its_neighbours() -> None:
    text = make_text(drop={6})
    five, seven = line_of(text, "5. "), line_of(text, "7. ")
    error = refusal(text)
    assert error.line == seven
    assert error.reason == f"measure 6 is missing: after 5 on line {five} comes 7 on line {seven}"
    assert str(error).startswith(f"line {seven}: measure 6 is missing")


def test_several_missing_measures_are_told_together() -> None:
    assert "measures 5 to 7 are missing: after 4" in refusal(make_text(drop={5, 6, 7})).reason


def test_a_missing_first_measure_is_told() -> None:
    assert "measure 1 is missing: the first one is 2" in refusal(make_text(drop={1})).reason


def test_a_last_measure_alone_under_its_title_is_missed() -> None:
    topics = (*TOPICS[:4], replace(TOPICS[4], recommendations=(Ask("Lampen vervangen."),)))
    error = refusal(make_text(topics=topics, drop={12}))
    assert error.reason == "no measure stands under 'Aanbevelingen:': measure 12 is missing"


def test_a_title_without_measures_is_refused() -> None:
    text = make_text()
    at = text.index("Bibliotheken en lezen")
    error = refusal(f"{text[:at]}Een los thema\n\nPrioriteiten :\n\n{text[at:]}")
    assert error.reason == "no measure stands under 'Prioriteiten :'"


def test_a_number_that_stands_twice_is_refused() -> None:
    error = refusal(make_text(renumber={7: 6}))
    assert error.reason.startswith("measure 6 stands twice: on line ")


def test_a_part_out_of_order_is_refused() -> None:
    assert "part c of measure 2 comes after a on line" in refusal(make_text(letters="acdb")).reason
    assert "part b of measure 2 comes first: part a" in refusal(make_text(letters="bcde")).reason


def test_a_theme_absent_from_the_annex_is_named() -> None:
    topics = (*TOPICS[:2], replace(TOPICS[2], annex_name=""), *TOPICS[3:])
    error = refusal(make_text(topics=topics))
    assert "theme 3, 'Zwembaden', is absent from the annex" in error.reason


def test_an_annex_theme_that_matches_no_theme_is_named() -> None:
    text = make_text()
    at = text.index("➢ Sport")
    error = refusal(f"{text[:at]}➢ Musea\n\n{text[at:]}")
    assert "the annex names 'Musea', which matches no theme" in error.reason
    assert error.line == line_of(text, "➢ Sport")


def test_an_annex_in_another_order_is_refused() -> None:
    renamed = [topic.annex_name for topic in TOPICS]
    renamed[1], renamed[2] = renamed[2], renamed[1]
    topics = tuple(replace(t, annex_name=name) for t, name in zip(TOPICS, renamed, strict=True))
    assert "annex" in refusal(make_text(topics=topics)).reason


@pytest.mark.parametrize(
    ("layout", "reason"),
    [
        ({"annex": False}, "ends without its annex"),
        ({"closing": ""}, "no section 4 closes the measures"),
        ({"topics": ()}, "no 'Prioriteiten :' or 'Aanbevelingen :' stands"),
    ],
)
def test_a_section_that_is_absent_is_named(layout: dict[str, Any], reason: str) -> None:
    assert reason in refusal(make_text(**layout)).reason


def test_an_annex_without_themes_is_refused() -> None:
    assert "the annex names no theme" in refusal(make_text().replace("➢", "*")).reason


def test_a_kind_without_a_theme_above_it_is_refused() -> None:
    text = make_text().replace("Bibliotheken en lezen", "", 1)
    assert refusal(text).reason.endswith("has no theme above it")


def test_text_before_the_first_measure_of_a_title_is_refused() -> None:
    text = make_text().replace("5. Langere", "zonder nummer\n\n5. Langere", 1)
    error = refusal(text)
    assert error.reason == "this text stands under 'Prioriteiten :' before any measure"
    assert error.line == line_of(text, "zonder nummer")


def test_a_lost_page_is_seen_by_the_printed_marks() -> None:
    pages = make_text(pages="feed", page_length=12).split("\f")
    assert len(pages) > 4
    assert "the text ends on page" in refusal("\f".join(pages[:-1])).reason
    marked = make_text(pages="headers", page_length=12).replace("4/", "5/", 1)
    assert "this page says it is 5/" in refusal(marked).reason


def test_a_last_line_without_an_end_is_refused() -> None:
    assert "in the middle of a line" in refusal(make_text().rstrip("\n")).reason


def test_a_last_page_without_its_links_is_refused() -> None:
    text = make_text()
    topics = (replace(TOPICS[0], actors=("Park (https://park.example/)",)), *TOPICS[1:])
    listed = make_text(topics=topics)
    assert read(text) and read(listed)
    cut = listed[: listed.rindex("https://fiets")]
    assert "does not list this link" in refusal(cut).reason


def test_text_after_the_footnotes_of_a_page_is_refused() -> None:
    text = make_text(pages="feed", page_length=20)
    at = text.index("1 Jaarverslag")
    at = text.index("\f", at)
    error = refusal(f"{text[:at]}\n\nen nog een regel\n{text[at:]}")
    assert "text follows footnote 1" in error.reason
    assert "form feed" in error.remedy


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_mark_without_its_footnote_is_refused(number: int) -> None:
    text = make_text(pages="feed", page_length=9)
    at = text.index(f"{number} Jaarverslag")
    error = refusal(text[:at] + text[at:].split("\n", 2)[2])
    assert f"the mark of footnote {number} has no footnote on page" in error.reason


def test_a_footnote_lost_before_another_is_refused() -> None:
    text = make_text().replace("wandelpaden1", "wandelPAD1")
    at = text.index("1 Jaarverslag")
    error = refusal(text[:at] + text[at:].split("\n", 2)[2])
    assert error.reason.startswith("footnote 2 stands here, and 1 nowhere")


def test_two_possible_marks_of_one_footnote_are_refused() -> None:
    text = make_text().replace("stadspark.", "stadspark1.", 1)
    assert "footnote 1 has several possible marks" in refusal(text).reason
