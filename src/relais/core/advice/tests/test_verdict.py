"""The verdict: the same, differs, missing, unexpected."""

from __future__ import annotations

from dataclasses import replace

from relais.core.advice import Expected, Finding, compare, read
from relais.core.advice.tests.make import make_text
from relais.core.advice.tests.test_properties import expected_of

ADVICE = read(make_text())
EXPECTED = expected_of(ADVICE)


def differences(expected: Expected) -> list[Finding]:
    return [finding for finding in compare(ADVICE, expected) if finding.state != "same"]


def test_an_advice_agrees_with_itself_in_every_finding() -> None:
    findings = compare(ADVICE, EXPECTED)
    assert {finding.state for finding in findings} == {"same"}
    assert all(finding.page and finding.line for finding in findings)
    nouns = [finding.noun for finding in findings]
    counts = [nouns.count(noun) for noun in ("theme", "measure", "part", "annex", "table")]
    assert counts == [5, 13, 6, 9, 0]  # of the annex: 8 entries, and a theme that names nobody


def test_a_field_that_differs_is_told() -> None:
    changed = {**EXPECTED.measures, 4: (2, "priority", "", 99)}
    (finding,) = differences(replace(EXPECTED, measures=changed))
    page = ADVICE.measures[3].page
    assert (finding.noun, finding.key, finding.state) == ("measure", "4", "differs")
    assert finding.details == (
        "theme: expected 2, read 1",
        "kind: expected priority, read recommendation",
        f"page: expected 99, read {page}",
    )
    assert (finding.page, finding.line) == (page, ADVICE.measures[3].line)


def test_missing_was_expected_and_unexpected_was_read() -> None:
    changed = {number: told for number, told in EXPECTED.measures.items() if number != 1}
    findings = differences(replace(EXPECTED, measures={**changed, 14: (5, "priority", "ab", 9)}))
    assert [(f.noun, f.key, f.state) for f in findings] == [
        ("measure", "1", "unexpected"),
        ("measure", "14", "missing"),
        ("part", "14a", "missing"),
        ("part", "14b", "missing"),
    ]
    assert findings[1].details[0] == "theme: expected 5"
    assert findings[1].page is None


def test_parts_are_compared_by_letter_and_page() -> None:
    parts = {2: (1, "priority", ("a", "c"), None)}
    findings = differences(replace(EXPECTED, measures={**EXPECTED.measures, **parts}, part_pages={"2a": 99}))
    assert [(f.key, f.state) for f in findings] == [
        ("2a", "differs"),
        ("2b", "unexpected"),
        ("2c", "missing"),
    ]


def test_the_annex_is_aligned_by_wording() -> None:
    first, second, third = EXPECTED.annex[1]
    annex = {**EXPECTED.annex, 1: ("Nieuw", first, f"{second}!", third), 2: ("Leeszaal Noord",)}
    findings = differences(replace(EXPECTED, annex=annex))
    assert [(f.key, f.state) for f in findings] == [
        ("1.1", "missing"),
        ("1.3", "differs"),
        ("2.2", "unexpected"),
    ]


def test_a_theme_that_names_nobody_has_its_finding() -> None:
    annex = {**EXPECTED.annex, 6: ()}
    del annex[3]
    findings = differences(replace(EXPECTED, annex=annex))
    assert [(f.key, f.state) for f in findings] == [("3", "unexpected"), ("6", "missing")]


def test_apostrophes_and_spaces_that_nobody_sees_are_ignored_and_nothing_else() -> None:
    themes = {**EXPECTED.themes, 1: ("Groene  parken ", "Parken/Tuinen")}
    assert differences(replace(EXPECTED, themes=themes)) == []
    themes[1] = ("groene parken", "Parken/Tuinen")
    assert [f.key for f in differences(replace(EXPECTED, themes=themes))] == ["1"]
    typed = {**EXPECTED.annex, 2: ("Leeszaal’s", "Leeszaal Zuid")}
    text = make_text().replace("Leeszaal Noord", "Leeszaal's")
    assert {f.state for f in compare(read(text), replace(EXPECTED, annex=typed))} == {"same"}


def test_tables_are_compared_when_expected() -> None:
    (table,) = ADVICE.tables
    tables = {1: (table.title, "Een andere bron"), 2: ("Geen tabel", "")}
    findings = differences(replace(EXPECTED, tables=tables))
    assert [(f.noun, f.key, f.state) for f in findings] == [
        ("table", "1", "differs"),
        ("table", "2", "missing"),
    ]
    assert [f.state for f in differences(replace(EXPECTED, tables={}))] == ["unexpected"]
