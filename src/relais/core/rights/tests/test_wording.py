"""Every result can be told in three languages: every condition in words, and the whole in a paragraph."""

from __future__ import annotations

import ast
import datetime as dt
import re
from functools import cache

import pytest

from relais.core.rights import law as vocabulary
from relais.core.rights.about import read_about
from relais.core.rights.book import CATALOGUE, Book, Right, read_book
from relais.core.rights.cases import Case, read_cases
from relais.core.rights.engine import evaluate
from relais.core.rights.family import Family
from relais.core.rights.law import HOUSEHOLD, PERSON, rule, total
from relais.core.rights.laws import TODAY, Law, law_on
from relais.core.rights.tests.make import amount, book, choice, number, yes_no
from relais.core.rights.words.explaining import explained
from relais.core.rights.words.phrases import phrasebook
from relais.core.rights.words.reasons import reasons
from relais.core.rights.words.speaking import CALLED, IN_YEAR
from relais.core.rights.words.wording import lines, paragraph
from relais.core.texts.text import LANGUAGES

DAYS = [dt.date(2024, 6, 1), dt.date(2025, 2, 1), dt.date(2026, 6, 1)]
IDENTIFIER = re.compile(r"[a-z]\w*_\w+")
PERSONS = {"a": "u", "b": "kind 1", "c": "kind 2"}


@cache
def law_of(day: dt.date) -> Law:
    return law_on(read_book(), day)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_condition_of_every_rule_has_words_and_none_is_the_name_of_an_argument(
    day: dt.date, language: str
) -> None:
    made, told = law_of(day), 0
    words = phrasebook(made, language)
    for name in made.nodes:
        phrases = words[name]
        said = [phrases.label, phrases.note, *(each.words for each in phrases.conditions)]
        said += [
            phrases.fact(n, holds).words for n in range(len(phrases.conditions)) for holds in (True, False)
        ]
        assert [each for each in said if IDENTIFIER.search(each)] == [], name
        told += len(said)
    assert told > 1000


def test_every_function_that_a_rule_may_call_has_words() -> None:
    assert {*CALLED, *IN_YEAR} == set(vocabulary.FUNCTIONS)


def test_everything_that_a_rule_names_is_called_something() -> None:
    unnamed = [name for day in DAYS for name, node in law_of(day).nodes.items() if not node.label]
    assert set(unnamed) == {TODAY}


def test_an_article_is_cited_as_the_language_does() -> None:
    words = {language: phrasebook(law_of(DAYS[1]), language) for language in LANGUAGES}
    name = "income_tax_single_parent.has_supplement_alone"
    assert words["en"][name].note == "ITC 1992, art. 133, first paragraph"
    assert words["nl"][name].note == "WIB 92, art. 133, eerste lid"
    assert words["fr"][name].note == "CIR 92, art. 133, alinéa 1er"
    english = re.compile(r"\b(and|to|paragraph|Act|Acts|RD|decree|Programme)\b")
    for language in ("nl", "fr"):
        assert [n for n in law_of(DAYS[1]).nodes if english.search(words[language][n].note)] == []


CASES = [
    (file.parent.name, case) for file in sorted(CATALOGUE.glob("*/cases.yaml")) for case in read_cases(file)
]


@pytest.mark.parametrize(
    ("right", "case"), CASES[::5], ids=[f"{right}: {case.name}" for right, case in CASES[::5]]
)
def test_a_paragraph_is_short_and_its_brackets_are_not_nested(right: str, case: Case) -> None:
    about = read_about(CATALOGUE / right / "right.yaml")
    made = law_on(read_book([right]), case.date)
    asked = [f"{right}.{n}" for n in (about.verdict, about.amount) if n and f"{right}.{n}" in made.nodes]
    result = evaluate(made, case.family, asked, use_last=True)
    for name in asked:
        for of in result.whose(name):
            for language in LANGUAGES:
                said = paragraph(explained(result, name, of), language)
                article = phrasebook(made, language)[name].note
                sentences = (said.replace(article, "") if article else said).count(". ") + 1
                assert (2 if article else 1) <= sentences <= 5, said
                assert not re.search(r"\([^)]*\(", said), said


@rule(HOUSEHOLD, "bool", article="art. 1 and 2")
def is_helped(helped, wages, ceiling, status):
    """Who has a child here and earns little."""
    if helped == 0 or status == "rich":
        return False
    return wages < ceiling


@rule(PERSON, "bool", article="art. 2")
def is_helped_child(role, lives_here):
    """A child who lives here."""
    return role == "child" and lives_here


@rule(HOUSEHOLD, "EUR/month", article="art. 3")
def help_now(is_helped, each, helped, rent):
    """So much for each child, at most the rent."""
    return min(rent, each * helped) if is_helped else 0


IT = book(
    is_helped, is_helped_child, help_now, number("wage"), number("rent", "household"), yes_no("lives_here"),
    choice("status", "poor", "rich", entity="household"), amount("each", 100),
    amount("ceiling", 2000, known_to=dt.date(2024, 12, 31)),
    wages=total("wage", "EUR/month"), helped=total("is_helped_child", "child"),
)  # fmt: skip
SHARED = Right("family", inputs={"role": choice("role", "parent", "child")})
HELP = law_on(Book({**IT.rights, "family": SHARED}), DAYS[1])


def told(family: Family, name: str, language: str = "nl", **how: bool) -> str:
    result = evaluate(HELP, family, [f"it.{name}"], **how)
    return paragraph(explained(result, f"it.{name}"), language, lambda person: PERSONS[person])


def family(wage: float | None = 900, lives_here: bool = True, status: str = "poor") -> Family:
    parent = {"role": "parent", "lives_here": True} | ({} if wage is None else {"wage": wage})
    child = {"role": "child", "lives_here": lives_here, "wage": 0}
    return Family({"a": parent, "b": child, "c": child}, {"rent": 700, "status": status})


def test_a_no_says_what_failed_for_whom_and_not_what_was_met() -> None:
    assert told(family(lives_here=False), "is_helped") == (
        "is_helped: nee. Want het antwoord op “lives_here” is nee voor kind 1 en kind 2. "
        "De regel staat in art. 1 en 2."
    )


def test_a_ceiling_is_told_with_the_value_of_the_family_and_the_day_up_to_which_it_is_known() -> None:
    said = told(family(wage=2500), "is_helped", use_last=True)
    assert (
        "Want “wages” is 2.500,00 euro per maand, en dat is niet minder dan “ceiling” (2.000,00 euro" in said
    )
    assert "Het jongste bedrag van de wet geldt sinds 1/1/2020; van na 31/12/2024 kennen we er geen." in said


def test_a_yes_says_first_what_one_would_look_at_first() -> None:
    said = told(family(), "is_helped", "fr", use_last=True).replace("\u00a0", " ")
    assert said.startswith(
        "is_helped : oui. En effet, « wages » est de 900,00 euros par mois, soit moins que « ceiling » (2"
    )
    assert "la réponse à « lives_here » est oui pour kind 1 et kind 2 ; « status » est « poor »" in said


def test_an_amount_says_what_it_was_computed_from() -> None:
    said = told(family(), "help_now", "en", use_last=True)
    assert said.startswith(
        "help_now: 200.00 euro a month. This is because “wages” is 900.00 euro a month, which"
    )
    assert "It is computed from “each” (100.00 euro a month) and “rent” (700.00 euro a month)." in said
    assert said.endswith("The rule is in art. 3.")


def test_what_is_not_known_says_on_what_it_depends() -> None:
    said = told(family(wage=None), "is_helped", "en", use_last=True)
    assert said == "is_helped: we do not know yet. It depends on “wage” for u. The rule is in art. 1 and 2."
    assert "Le montant de la loi est connu jusqu’au 31/12/2024." in told(family(), "is_helped", "fr")


def test_what_would_have_given_the_same_decided_nothing() -> None:
    result = evaluate(HELP, family(wage=2500), ["it.is_helped"], use_last=True)
    [one] = reasons(explained(result, "it.is_helped"))
    assert one.condition is not None
    assert ast.unparse(one.condition.written) == "wages < ceiling"


def test_persons_are_called_as_the_page_calls_them() -> None:
    result = evaluate(HELP, family(), ["it.is_helped"], use_last=True)
    said = list(lines(explained(result, "it.is_helped"), "nl", lambda person: PERSONS[person]))
    assert any(line.strip().startswith("is_helped_child, kind 1: ja") for line in said)
    assert not any(", b: " in line for line in said)


def test_an_amount_that_is_used_past_its_day_says_so_and_where_it_was_read() -> None:
    result = evaluate(HELP, family(), ["it.is_helped"], use_last=True)
    said = [line.strip() for line in lines(explained(result, "it.is_helped"), "en")]
    assert (
        "ceiling: 2,000.00 euro a month, since 1/1/2020, amount known up to 31/12/2024 · https://example.org"
        in said
    )


def test_a_rule_without_words_is_named() -> None:
    @rule(HOUSEHOLD, "bool", article="art. 1")
    def odd(rent):
        """Not so."""
        return rent < (rent if rent > 0 else 0)

    with pytest.raises(LookupError, match="there are no words for"):
        phrasebook(law_on(book(odd, number("rent", "household")), DAYS[1]), "nl")["it.odd"]
