"""The real advice A-2020-047, where its text is at hand: counted by eye, no sentence of it here."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from relais.core.advice import Advice, AdviceError, as_json, read

_BESIDE = Path(__file__).resolve().parents[5].parent / "shared"
_TEXTS = sorted(Path(os.environ.get("RELAIS_SHARED", _BESIDE)).glob("seed/*.txt"))

pytestmark = pytest.mark.skipif(not _TEXTS, reason="the text of the advice is not at hand")


@pytest.fixture(scope="module")
def text() -> str:
    return _TEXTS[0].read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def advice(text: str) -> Advice:
    return read(text)


def test_hundred_measures_in_sixteen_themes(advice: Advice) -> None:
    assert [measure.number for measure in advice.measures] == list(range(1, 101))
    assert [theme.measures[-1] for theme in advice.themes] == [
        *(3, 7, 13, 15, 31, 50, 53, 60, 65, 71, 81, 85, 92, 96, 98, 100)
    ]


def test_priorities_as_counted_by_eye(advice: Advice) -> None:
    priorities = [m.number for m in advice.measures if m.kind == "priority"]
    assert priorities == [
        *(1, 4, 5, 8, 14, 16, 17, 18, 19, *range(32, 41), 51, 54, 55, 56, 61, 62, 63),
        *(66, 67, 68, 69, 72, 73, 74, 75, 82, 83, 86, 87, 88, 89, 93, 94),
    ]
    assert len(priorities) == 41


def test_ten_parts_and_their_pages(advice: Advice) -> None:
    parts = {f"{m.number}{p.letter}": p.page for m in advice.measures for p in m.parts}
    assert parts == {
        **{"16a": 9, "16b": 10, "16c": 10, "17a": 10, "17b": 10, "17c": 10},
        **{"21a": 11, "21b": 11, "21c": 11, "21d": 11},
    }


def test_pages_of_measures_at_both_sides_of_each_break(advice: Advice) -> None:
    pages = {measure.number: measure.page for measure in advice.measures}
    by_eye = {1: 8, 7: 8, 8: 9, 16: 9, 17: 10, 20: 10, 21: 11, 26: 11, 27: 12, 39: 12, 40: 13}
    by_eye |= {50: 13, 51: 14, 58: 14, 59: 15, 69: 15, 70: 16, 79: 16, 80: 17, 90: 17, 91: 18}
    assert by_eye.items() <= {**pages, 100: 18}.items()
    assert pages[100] == 18


def test_a_measure_goes_on_after_footnote_link_and_page_break(advice: Advice) -> None:
    assert "zouden verkeren om" in advice.measures[15].parts[0].text
    assert advice.measures[49].text.endswith("(SVK).")
    assert "http" not in "".join(str(measure) for measure in advice.measures)


def test_footnote_numbers_are_gone_and_figures_stay(advice: Advice) -> None:
    text = {measure.number: measure.text for measure in advice.measures}
    assert text[8].endswith("eenoudergezinnen.")
    assert text[41].endswith("huurprijzen.")
    assert "vrouwen en" in text[72]
    assert "Veiligheid zal" in text[78] and "Covid-19-crisis" in text[78]
    assert text[86].endswith("genieten.")
    assert "20 euro" in text[92] and "vanaf 2 " in text[92]
    assert "voor 1 uur" in text[54] and "en 1 uur" in text[54]
    assert "2-3-4 jaar" in advice.measures[20].parts[0].text


def test_the_wording_is_tidy(advice: Advice) -> None:
    texts = [measure.text for measure in advice.measures]
    texts += [part.text for measure in advice.measures for part in measure.parts]
    texts += [entry.wording for named in advice.annex for entry in named.actors]
    for wording in texts:
        assert wording == " ".join(wording.split())
        assert not any(mark in wording for mark in (" ,", " .", " ;", "- -"))
    assert "wijzen :" in advice.measures[15].text


def test_entries_of_the_annex_as_counted_by_eye(advice: Advice) -> None:
    counts = [len(named.actors) for named in advice.annex]
    assert counts == [9, 5, 17, 5, 14, 8, 5, 7, 6, 6, 7, 3, 0, 0, 1, 3]
    pages = [[entry.page for entry in named.actors] for named in advice.annex]
    assert pages[2] == [20] * 5 + [21] * 12
    assert pages[4] == [21] * 7 + [22] * 7
    assert pages[7] == [22] * 5 + [23] * 2


def test_entries_whose_lines_or_words_were_broken(advice: Advice) -> None:
    names = {entry.wording for named in advice.annex for entry in named.actors}
    assert "Brusselse Gewestelijke Huisvestingsmaatschappij (lokale maatschappijen)" in names
    assert "Vereniging van de Stad en de Gemeenten (Brulocalis - sociaal-cultureel)" in names
    assert "Psycho-Medische-Sociale Centra" in names
    assert any("beleidsondersteunende" in name for name in names)
    third = [entry.wording for entry in advice.annex[2].actors]
    assert third[1].startswith("Bruxellessocial.be, ")
    assert third[2].startswith("Sociaalbrussel.be, ")


def test_names_that_body_and_annex_spell_in_their_own_way(advice: Advice) -> None:
    names = {theme.number: (theme.name, theme.annex_name) for theme in advice.themes}
    assert names[1] == ("Mainstreaming", "Mainstreaming/Gelijkekansentest")
    assert names[4] == ("Begeleiding van de ouders", "Ouderbegeleiding")
    assert names[9] == ("Beleid inzake kinderopvang", "Kinderopvangbeleid")
    assert names[16] == ("Impact op de kinderen en jongeren", "Impact op kinderen en jongeren")


def test_three_tables_and_chosen_cells(advice: Advice) -> None:
    families, belgium, regions = advice.tables
    assert [table.page for table in advice.tables] == [4, 4, 5]
    assert [(len(t.rows), len(t.rows[0])) for t in advice.tables] == [(7, 4), (4, 10), (10, 11)]
    assert families.rows[0][1:] == (
        "Brussels Hoofdstedelijk Gewest",
        "Vlaams gewest",
        "Waals gewest",
    )
    assert families.rows[5] == ("Totaal", "197.249", "1.052.309", "628.070")
    assert belgium.rows[0][5] == "Eenouder-gezinnen"
    assert belgium.rows[2][:3] == ("Vrouwen", "38.236", "31,0%")
    assert regions.rows[1][0] == "Brussels Hoofdstedelijk Gewest"
    assert regions.rows[9][-2:] == ("52953", "100%")
    assert regions.source == "Gegevens POD MI 2018-2019"


def test_the_figure_printed_badly_is_read_again_beside_the_printed_one(advice: Advice) -> None:
    families = advice.tables[0]
    (misprint,) = families.misprints
    assert families.rows[misprint.row][misprint.column] == misprint.printed == "19.1236"
    assert misprint.read_as == "191.236"
    assert "30,4% of 628.070" in misprint.reason
    assert not advice.tables[1].misprints and not advice.tables[2].misprints


def test_the_text_cut_at_any_line_of_measures_or_annex_is_refused(text: str, advice: Advice) -> None:
    lines = text.split("\n")
    first, last = advice.themes[0].line, advice.annex[-1].actors[-1].line
    for cut in range(first, last + 1, 3):
        with pytest.raises(AdviceError):
            read("\n".join(lines[:cut]) + "\n")


def test_form_feeds_and_a_header_on_every_page_change_nothing(text: str, advice: Advice) -> None:
    first_lines = [1, 79, 156, 269, 356, 433, 515, 584, 654, 737, 827, 912, 987, 1059, 1136]
    first_lines += [1215, 1293, 1367, 1411, 1496, 1575, 1641, 1711]
    lines = text.split("\n")
    for page, number in enumerate(first_lines, 2):
        header = "" if "BRUPARTNERS" in lines[number - 1] else f"A-2020-047-BRUPARTNERS {page}/24"
        lines[number - 1] = f"\f{header}\n\n{lines[number - 1].strip()}"
    assert as_json(read("\n".join(lines).lstrip("\f"))) == as_json(advice)
