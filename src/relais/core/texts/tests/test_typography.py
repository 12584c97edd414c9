"""In French no line ends before a double sign; other languages and places for words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relais.core.texts.text import Text
from relais.core.texts.typography import printed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Pour qui ? Les familles.", "Pour qui\xa0? Les familles."),
        ("le mot « seul »", "le mot «\xa0seul\xa0»"),
        ("25 % ; 5 € : beaucoup", "25\xa0%\xa0; 5\xa0€\xa0: beaucoup"),
        ("%(n)s %% de %(part)s et %s", "%(n)s\xa0%% de %(part)s et %s"),
        ("rien, ici.", "rien, ici."),
    ],
)
def test_french_has_a_no_break_space_at_its_double_signs(typed, read):
    assert printed(typed, "fr") == read
    assert printed(read, "fr") == read


@given(st.text(alphabet="a «»:;?!%€", max_size=30), st.sampled_from(["nl", "fr", "en"]))
def test_only_a_space_ever_changes_and_only_in_french(typed, language):
    found = printed(typed, language)
    assert found.replace("\xa0", " ") == typed
    assert language == "fr" or found == typed


def test_a_text_is_said_as_it_is_printed_and_kept_as_it_was_typed():
    text = Text({"nl": "Voor wie ?", "fr": "Pour qui ?"})
    assert (text.said("fr").words, text["fr"]) == ("Pour qui\xa0?", "Pour qui ?")
    assert text.said("nl").words == "Voor wie ?"
