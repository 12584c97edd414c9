"""Words of the catalogue, which are always there in the reader's language."""

from __future__ import annotations

from django import template

from relais.apps.check.catalogue import slug_of
from relais.apps.languages.reader import for_reader

register = template.Library()
register.filter("here", for_reader)
register.filter("slug", slug_of)
