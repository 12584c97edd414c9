"""Filters of the balance: a day of the dataset, words that are a text or a label."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString

from relais.apps.languages.fields import LocalText
from relais.apps.ui.templatetags.ui import said

register = template.Library()


@register.filter
def dated(said: str) -> str:
    """A day, month or year as the dataset writes it (2026-03-01, 2026-03, 2026), as the reader writes it."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", said):
        return date_format(dt.date.fromisoformat(said))
    if re.fullmatch(r"\d{4}-\d\d", said):
        return date_format(dt.date.fromisoformat(f"{said}-01"), "F Y")
    return said


@register.filter
def spoken(words: Any) -> str | SafeString:
    """A text, marked with its language when it is not the reader's; or a label as it is."""
    return said(words) if isinstance(words, LocalText) else str(words)
