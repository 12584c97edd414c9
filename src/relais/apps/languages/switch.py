"""The same page in another language: its address, whatever the page."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

from relais.core.texts.text import LANGUAGES

NAMES = {"nl": "Nederlands", "fr": "Français", "en": "English"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One language of the switch; `address` keeps the filters of a list page."""

    code: str
    name: str
    address: str
    is_current: bool


def choices(request: HttpRequest) -> list[Choice]:
    """The switch for this page, in the order of LANGUAGES."""
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    return [
        Choice(code, NAMES[code], translate_url(request.path, code) + query, code == get_language())
        for code in LANGUAGES
    ]
