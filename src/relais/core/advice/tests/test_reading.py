"""What the reader makes of an invented advice."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from relais.core.advice import as_json, read
from relais.core.advice.tests.make import TOPICS, Ask, Maker, make_text


def test_themes_have_their_name_in_the_body_and_in_the_annex() -> None:
    themes = read(make_text()).themes
    assert [theme.name for theme in themes] == [topic.name for topic in TOPICS]
    assert [theme.annex_name for theme in themes] == [topic.annex_name for topic in TOPICS]
    assert [theme.measures for theme in themes] == [
        (1, 2, 3, 4),
        (5, 6, 7, 8),
        (9, 10),
        (11,),
        (12, 13),
    ]


def test_a_theme_may_have_recommendations_only_and_no_actor() -> None:
    advice = read(make_text())
    assert {m.kind for m in advice.measures if m.theme == 3} == {"recommendation"}
    assert advice.annex[2].actors == ()
    assert advice.annex[4].actors[0].wording == "Netbeheerder van het gewest"


def test_the_text_of_a_measure_with_parts_is_what_stands_before_them() -> None:
    measure = read(make_text()).measures[1]
    assert measure.text.endswith("wijzen :")
    assert [part.letter for part in measure.parts] == ["a", "b"]
    assert "2-3-4 jaar" in measure.parts[0].text
    assert "1 uur" in measure.parts[1].text


def test_footnote_numbers_leave_the_wording_and_figures_stay() -> None:
    measures = read(make_text()).measures
    assert "wandelpaden van" in measures[0].text
    assert "Covid-19-periode; een kaart van 20 euro" in measures[3].text
    assert measures[6].text == "Luisterboeken aankopen."


def test_lines_say_where_a_thing_stands() -> None:
    text = make_text()
    advice = read(text)
    lines = text.split("\n")
    things = [*advice.themes, *advice.measures, *advice.annex, *advice.tables]
    things += [part for measure in advice.measures for part in measure.parts]
    assert len(things) == 5 + 13 + 5 + 1 + 6
    for measure in advice.measures:
        assert lines[measure.line - 1].lstrip(" \f").startswith(f"{measure.number}. ")
        for part in measure.parts:
            assert lines[part.line - 1].lstrip(" \f").startswith(f"{part.letter}. ")
    for named in advice.annex:
        assert named.name in lines[named.line - 1]
        assert all(entry.wording[:9] in lines[entry.line - 1] for entry in named.actors)


def test_pages_count_from_the_printed_mark() -> None:
    made = Maker(page_length=9).make()
    assert made.pages[1] > 2
    assert {m.number: m.page for m in read(made.text).measures} == made.pages


def test_windows_line_ends_and_stripped_lines_change_nothing() -> None:
    text = make_text(pages="feed")
    assert read(text.replace("\n", "\r\n")) == read(text)
    stripped = "\n".join(line.rstrip(" ") for line in text.split("\n"))
    assert as_json(read(stripped)) == as_json(read(text))


def test_footers_are_dropped_like_headers() -> None:
    text = make_text(pages="feed", page_length=12)
    pages = re.sub(r"A-2019-001-PARKRAAD|\d+/\d+", "", text).split("\f")
    footer = "A-2019-001-PARKRAAD  {}/{}\n"
    footed = "\f".join(f"{page}\n{footer.format(at, len(pages))}" for at, page in enumerate(pages, 1))
    assert as_json(read(footed))["annex"] == as_json(read(text))["annex"]
    pages_read = [measure.page + 1 for measure in read(footed).measures]
    assert pages_read == [measure.page for measure in read(text).measures]


def test_an_entry_may_begin_on_the_line_of_its_theme() -> None:
    text = make_text()
    at = text.index("➢ Bibliotheekbeleid")
    beside = text[:at] + text[at:].replace("Bibliotheekbeleid  \n\n- ", "Bibliotheekbeleid  - ", 1)
    assert beside != text
    assert as_json(read(beside)) == as_json(read(text))


def test_a_dash_inside_brackets_begins_no_entry() -> None:
    topics = list(TOPICS)
    topics[2] = replace(topics[2], actors=("Sportdienst van alle gemeenten van de stad (bad - zaal)",))
    text = make_text(topics=tuple(topics)).replace("(bad - zaal)", "(bad\n\n- zaal)")
    (entry,) = read(text).annex[2].actors
    assert entry.wording.endswith("van de stad (bad - zaal)")


def test_the_head_of_the_annex_repeated_on_a_page_is_no_actor() -> None:
    text = make_text()
    at = text.index("- Leeszaal Zuid")
    assert as_json(read(f"{text[:at]}Actiepistes \n\n{text[at:]}")) == as_json(read(text))


def test_a_long_theme_heading_may_break() -> None:
    text = make_text().replace("Straatverlichting in de wijken", "Straatverlichting in\n\nde wijken")
    assert read(text).themes[4].name == "Straatverlichting in de wijken"


def test_a_measure_number_equal_to_the_next_section_is_a_measure() -> None:
    asks = tuple(Ask(f"Iets doen voor plein {name} en omgeving.") for name in "ABCDEF")
    topics = (replace(TOPICS[0], priorities=asks, recommendations=()),)
    assert len(read(make_text(topics=topics)).measures) == 6


def test_json_is_plain_and_exact() -> None:
    data = json.loads(json.dumps(as_json(read(make_text()))))
    assert list(data) == ["themes", "measures", "annex", "tables"]
    assert data["themes"][3] == {
        "number": 4,
        "name": "Fietsen naar school",
        "annex_name": "Schoolroutes, fietsen",
        "measures": [11],
    }
    assert set(data["measures"][0]) == {"number", "theme", "kind", "text", "parts", "page"}
    assert set(data["measures"][1]["parts"][0]) == {"letter", "text"}
    assert data["annex"][4] == {"theme": 5, "actors": ["Netbeheerder van het gewest"]}
    assert set(data["tables"][0]) == {"title", "source", "rows"}


@pytest.mark.parametrize("pages", ["lost", "feed", "headers"])
def test_an_advice_of_one_page_needs_no_mark(pages: str) -> None:
    topics = (replace(TOPICS[1], actors=("Leeszaal",)), TOPICS[4])
    text = make_text(topics=topics, pages=pages, page_length=500)
    assert len(read(text).measures) == 6
