"""The facts of be.STAT: a list of objects, one for each figure, with words instead of codes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from relais.apps.observatory.importing.json_file import read_json, word_of
from relais.apps.observatory.importing.mending import Mending
from relais.apps.observatory.importing.table import Row, Table


def read_bestat(content: bytes, mending: Mending) -> Table:
    """A row for each fact, counted from 1; the columns are the keys of the first. Raises FileProblems."""
    said = read_json(content, mending)
    facts = said.get("facts") if isinstance(said, dict) else None
    if not isinstance(facts, list) or not facts or not isinstance(facts[0], dict):
        mending.refuse(0, "facts", _("there are no facts: export the view of be.STAT as JSON"))
    header = list(facts[0])
    return Table([header], _rows(facts, header, mending))


def _rows(facts: list[Any], header: list[str], mending: Mending) -> Iterator[Row]:
    for line, fact in enumerate(facts, 1):
        if not isinstance(fact, dict) or fact.keys() != set(header):
            mending.add(line, "", _("this fact has not the same keys as the first"))
            continue
        try:
            yield line, [word_of(fact[name]) for name in header]
        except ValueError as error:
            mending.add(line, "", str(error))
