"""What may point to a person is noticed, in three languages; what does not is mostly left alone."""

from __future__ import annotations

import pytest

from relais.apps.consultation.personal import Sign, found_in, is_national_number

BODIES = {"Actiris", "Ligue des familles", "Brussels Hoofdstedelijk Gewest"}


@pytest.mark.parametrize(
    ("text", "sign", "excerpt"),
    [
        ("Schrijf naar jan.peeters+1@voorbeeld.be.", Sign.EMAIL, "jan.peeters+1@voorbeeld.be"),
        ("Bel 02 123 45 67 na zes uur", Sign.PHONE, "02 123 45 67"),
        ("Mon numéro : 0475/12.34.56.", Sign.PHONE, "0475/12.34.56"),
        ("call +32 (0)475 12 34 56 now", Sign.PHONE, "+32 (0)475 12 34 56"),
        ("rijksregister 85.07.30-033.28", Sign.NATIONAL_NUMBER, "85.07.30-033.28"),
        ("NISS 85073003328 merci", Sign.NATIONAL_NUMBER, "85073003328"),
        ("mevrouw Janssens zei dat", Sign.NAME, "mevrouw Janssens"),
        ("avec Mme D. du guichet", Sign.NAME, "Mme D."),
        ("Ik heet Fatima.", Sign.NAME, "Ik heet Fatima"),
        ("je m’appelle Léa", Sign.NAME, "je m’appelle Léa"),
        ("volgens An Van den Broeck is dat zo", Sign.NAME, "An Van den Broeck"),
        ("Avec Fatima El Amrani, tout va", Sign.NAME, "Fatima El Amrani"),
    ],
)
def test_signs_of_a_person_are_noticed(text: str, sign: Sign, excerpt: str) -> None:
    assert [(found.sign, found.excerpt) for found in found_in(text, BODIES)] == [(sign, excerpt)]


@pytest.mark.parametrize(
    "text",
    [
        "Voor Actiris is dit goed.",
        "La Ligue des familles demande 12.500 EUR.",
        "Le 01/09/2024 et le 1 septembre 2025",
        "Het Brussels Hoofdstedelijk Gewest betaalt 1 000 000 euro.",
        "Maatregel 16, artikel 23, bladzijde 104",
        "In 2026 krijgen 9300 van 12000 gezinnen dit.",
        "",
    ],
)
def test_bodies_dates_and_amounts_are_left_alone(text: str) -> None:
    assert found_in(text, BODIES) == []


def test_everything_is_found_in_its_order_and_once() -> None:
    text = "Bel Jan Peeters (jan@voorbeeld.be, 0475 12 34 56)."
    assert [found.sign for found in found_in(text)] == [Sign.NAME, Sign.EMAIL, Sign.PHONE]
    assert all(text[found.start :].startswith(found.excerpt) for found in found_in(text))


@pytest.mark.parametrize(
    ("number", "is_one"),
    [("85073003328", True), ("17073003384", True), ("85073003329", False), ("123", False)],
)
def test_a_register_number_divides_by_97(number: str, is_one: bool) -> None:
    assert is_national_number(number) is is_one
