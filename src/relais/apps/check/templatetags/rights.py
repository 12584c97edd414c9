"""Filters of this room's templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from relais.apps.check.catalogue import slug_of
from relais.apps.languages.reader import for_reader

register = template.Library()
register.filter("here", for_reader)  # words of the catalogue, which are always there in the reader's language
register.filter("slug", slug_of)


@register.filter
def of(mapping: Mapping[str, Any], key: str) -> Any:
    """What a mapping has under a key; None when it has nothing."""
    return mapping.get(key)
