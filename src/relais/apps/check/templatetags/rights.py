"""Words of the catalogue, which are always there in the reader's language."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from relais.core.texts.text import LANGUAGES, Text

register = template.Library()


@register.filter
def here(text: Text) -> str:
    """The words in the language of the reader."""
    return text.said((get_language() or LANGUAGES[0])[:2]).words


@register.filter
def slug(name: str) -> str:
    """The name of a right as its address has it."""
    return name.replace("_", "-")
