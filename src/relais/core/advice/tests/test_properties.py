"""Rules that hold for every layout of one document."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relais.core.advice import Advice, AdviceError, Expected, ExpectedMeasure, compare, read
from relais.core.advice.tests.make import TOPICS, Maker, Pages, all_asks, clean, make_text

SEEDS = st.integers(min_value=0, max_value=2**32)
PAGES: st.SearchStrategy[Pages] = st.sampled_from(["lost", "feed", "headers"])
COUNT = len(all_asks())
PLAIN = make_text()


def wording(advice: Advice) -> list[tuple[int, int, str, str, tuple[str, ...]]]:
    return [
        (m.number, m.theme, m.kind, m.text, tuple(part.text for part in m.parts)) for m in advice.measures
    ]


def invented() -> list[tuple[int, int, str, str, tuple[str, ...]]]:
    return [
        (number, theme, kind, clean(ask.text), ask.parts)
        for number, (theme, kind, ask) in enumerate(all_asks(), 1)
    ]


def actors(advice: Advice) -> list[tuple[str, ...]]:
    return [tuple(entry.wording for entry in named.actors) for named in advice.annex]


@given(seed=SEEDS, pages=PAGES, notes=st.booleans())
def test_any_layout_gives_the_same_advice(seed: int, pages: Pages, notes: bool) -> None:
    made = Maker(rng=Random(seed), pages=pages, notes=notes).make()
    advice = read(made.text)
    assert wording(advice) == invented()
    assert actors(advice) == [topic.actors for topic in TOPICS]
    assert {measure.number: measure.page for measure in advice.measures} == made.pages
    assert [table.rows for table in advice.tables] == [table.rows for table in read(PLAIN).tables]


@given(number=st.integers(min_value=1, max_value=COUNT), seed=SEEDS, pages=PAGES)
def test_a_measure_that_is_removed_is_reported_by_number(number: int, seed: int, pages: Pages) -> None:
    text = Maker(rng=Random(seed), pages=pages, drop={number}).make().text
    if number < COUNT:
        with pytest.raises(AdviceError, match=f"measure {number} is missing"):
            read(text)
        return
    findings = compare(read(text), expected_of(read(PLAIN)))
    assert [(f.noun, f.key) for f in findings if f.state != "same"] == [("measure", str(COUNT))]


def expected_of(advice: Advice) -> Expected:
    return Expected(
        themes={theme.number: (theme.name, theme.annex_name) for theme in advice.themes},
        measures={
            m.number: ExpectedMeasure(m.theme, m.kind, "".join(p.letter for p in m.parts))
            for m in advice.measures
        },
        annex={n.theme: tuple(entry.wording for entry in n.actors) for n in advice.annex},
    )


@given(st.data(), PAGES)
def test_a_text_cut_between_the_first_theme_and_the_end_of_the_annex_is_refused(
    data: st.DataObject, pages: Pages
) -> None:
    text = make_text(pages=pages)
    first = text.index(TOPICS[0].name)
    end = text.rindex(TOPICS[-1].actors[-1]) + len(TOPICS[-1].actors[-1])
    cut = data.draw(st.integers(min_value=first, max_value=end))
    with pytest.raises(AdviceError):
        read(text[:cut])


@given(st.text())
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(AdviceError):
        read(text)
