"""The columns of a freeze, by version: a freeze of 2026 is still readable when later ones have other columns.

`schemas/1.json` holds the tables of version 1 with their keys and columns. When what the rooms offer no
longer agrees, a test fails: raise SCHEMA_VERSION and run `python -m tests.architecture.freeze_page`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from relais.apps.sheets.tables import Table

SCHEMA_VERSION = 2

Schema = dict[str, dict[str, list[str]]]


def declared(tables: Iterable[Table]) -> Schema:
    """Table to its key and its columns, as `tables` declare them."""
    return {table.name: {"key": list(table.key), "columns": table.header} for table in tables}


def file_of(version: int) -> Path:
    """Where the columns of a version are kept."""
    return Path(__file__).with_name("schemas") / f"{version}.json"


def kept(version: int) -> Schema:
    """Table to its key and its columns, in `version`. Raises FileNotFoundError for one that never was."""
    found: Schema = json.loads(file_of(version).read_text(encoding="utf-8"))
    return found
