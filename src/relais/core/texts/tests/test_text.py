import pytest
from hypothesis import given
from hypothesis import strategies as st

from relais.core.texts.text import LANGUAGES, Text

written = st.dictionaries(st.sampled_from(LANGUAGES), st.text(min_size=1).filter(str.strip), min_size=1)


@given(written, st.sampled_from([*LANGUAGES, "de", ""]))
def test_a_fallback_is_never_empty_and_names_its_real_language(words, wanted):
    said = Text(words).said(wanted)
    assert said.words and words[said.language].strip() == said.words
    if wanted in words:
        assert said.language == wanted


def test_an_official_language_comes_before_english():
    assert Text({"en": "rent", "fr": "loyer"}).said("nl").language == "fr"


@pytest.mark.parametrize("empty", [{}, {"nl": ""}, {"nl": " ", "fr": "\n"}])
def test_a_text_without_words_does_not_exist(empty):
    with pytest.raises(ValueError, match="needs words"):
        Text(empty)


@given(written)
def test_equal_texts_have_equal_hashes(words):
    assert Text(words) == Text(dict(reversed(words.items())))
    assert hash(Text(words)) == hash(Text(dict(reversed(words.items()))))
