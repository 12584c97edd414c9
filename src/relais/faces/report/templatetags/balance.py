"""Filters of the balance: the colour of a tone, and words that may be a text or a label."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from relais.apps.languages.fields import LocalText
from relais.apps.ui.templatetags.ui import said

register = template.Library()

# For paper; on a screen the stylesheet's own colours come before these.
FILLS = {
    "good": "#0f5c57", "waiting": "#e3c766", "waiting-soft": "#f4e8bd", "late": "#a8410f",
    "blocked": "#6f2408", "plain": "#6f675a", "unknown": "#ffffff",
}  # fmt: skip


@register.filter
def fill(tone: str) -> str:
    """The colour in which a tone is printed."""
    return FILLS.get(tone, FILLS["plain"])


@register.filter
def spoken(words: Any) -> str | SafeString:
    """A text, marked with its language when it is not the reader's; or a label as it is."""
    return said(words) if isinstance(words, LocalText) else str(words)
