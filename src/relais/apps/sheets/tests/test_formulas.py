"""Words of strangers are never calculated, and come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relais.apps.sheets.formulas import guarded, unguarded


@given(st.text(alphabet="'=+-@\tab", max_size=6))
def test_what_was_guarded_comes_back_exactly(value: str) -> None:
    assert unguarded(guarded(value)) == value
    assert not guarded(value).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("value", ["'t is waar", "2 = 2", ""])
def test_other_words_are_left_alone(value: str) -> None:
    assert guarded(value) == value == unguarded(value)
