"""Addresses of pages, remembered: a page with 1,000 links must not resolve 1,000 patterns."""

from __future__ import annotations

from functools import lru_cache

from django.urls import reverse
from django.utils.translation import get_language


def address(page: str, *arguments: str | int) -> str:
    """The address of `page` in the language of the current reader."""
    return _address(get_language(), page, arguments)


@lru_cache(maxsize=8192)
def _address(_language: str | None, page: str, arguments: tuple[str | int, ...]) -> str:
    return reverse(page, args=arguments)
