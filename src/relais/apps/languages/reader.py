"""Who reads now: the language of this page, mail or file, and a text in it."""

from __future__ import annotations

from django.utils.translation import get_language

from relais.core.texts import typography
from relais.core.texts.text import LANGUAGES, Text


def reader_language() -> str:
    """The code of the language that is active; the first of LANGUAGES where none is."""
    return (get_language() or LANGUAGES[0])[:2]


def for_reader(text: Text) -> str:
    """The words of `text` in that language, or in the one that comes nearest."""
    return text.said(reader_language()).words


def colon() -> str:
    """The colon of that language."""
    return typography.colon(reader_language())
