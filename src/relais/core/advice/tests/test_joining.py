"""Broken lines and words, and spaces."""

from __future__ import annotations

import pytest

from relais.core.advice.joining import join, tidy, vocabulary


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["de tuin", "en het park"], "de tuin en het park"),
        (["beleids-", "ondersteunende nota"], "beleidsondersteunende nota"),
        (["Huisvestings-", "maatschappij"], "Huisvestingsmaatschappij"),
        (["tussen gezins-", "en beroepsleven"], "tussen gezins- en beroepsleven"),
        (["privé-, gezins- en", "beroepsleven"], "privé-, gezins- en beroepsleven"),
        (["Psycho-Medische-", "Sociale Centra"], "Psycho-Medische-Sociale Centra"),
        (["tijdens de Covid-19-", "crisis"], "tijdens de Covid-19-crisis"),
        (["informatica-", "instrumenten"], "informatica-instrumenten"),
        (["(stad -", "gewest)"], "(stad - gewest)"),
        (["school-", "(of thuis)"], "school- (of thuis)"),
    ],
)
def test_a_broken_word_is_healed_and_a_compound_is_kept(lines: list[str], joined: str) -> None:
    assert join(lines, frozenset()) == joined


def test_the_document_decides_how_a_word_is_written() -> None:
    assert join(["de niet-", "opname"], vocabulary(["Niet-opname van rechten"])) == "de niet-opname"
    assert join(["de thee-", "eiland"], vocabulary(["theeeiland"])) == "de theeeiland"


def test_spaces_are_single_and_none_stands_before_a_closing_mark() -> None:
    assert tidy("een  park , een plein ; een\u00a0straat .") == "een park, een plein; een straat."
    assert tidy("(bijv. : « banken »)") == "(bijv. : « banken »)"
    assert tidy("de site .brussels, …") == "de site .brussels, …"
