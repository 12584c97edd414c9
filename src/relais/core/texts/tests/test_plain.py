import pytest

from relais.core.texts.plain import LONGEST_SENTENCE, long_sentences, unexplained_acronyms


def test_a_sentence_is_too_long_from_one_word_past_the_limit():
    allowed = " ".join(["woord"] * LONGEST_SENTENCE) + "."
    assert long_sentences(f"Kort. {allowed}") == []
    assert long_sentences(f"Kort. Nog {allowed}") == [f"Nog {allowed}"]


@pytest.mark.parametrize(
    ("words", "unexplained"),
    [
        ("Vraag het aan het OCMW.", ["OCMW"]),
        ("Vraag het aan het openbaar centrum voor maatschappelijk welzijn (OCMW).", []),
        ("Ask the centre for social welfare (OCMW or CPAS).", []),
        ("Le CPAS (centre public d’action sociale) aide.", []),
        ("Actiris en de gemeente. A en B.", []),
        ("De MIVB en de NMBS (spoorwegen).", ["MIVB"]),
    ],
)
def test_an_acronym_needs_its_full_name_beside_it(words, unexplained):
    assert unexplained_acronyms(words) == unexplained
