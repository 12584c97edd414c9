"""docs/reference/freeze.md and the columns of the current version, made from what the rooms offer.

`.venv/bin/python -m tests.architecture.freeze_page` writes both. It never changes the columns of a version
that is kept: raise SCHEMA_VERSION in `relais/apps/freeze/schema.py` first.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys

from relais.apps.sheets.tables import Table
from tests.architecture.tree import ROOT

PAGE = ROOT / "docs" / "reference" / "freeze.md"

HEAD = """\
# What a freeze holds


A freeze is the dataset of a year: `relais freeze 2026` makes it, and nothing changes it afterwards. This
page lists every table of version {version}, its key and its columns. It is made from the tables themselves:
`.venv/bin/python -m tests.architecture.freeze_page` writes it.

## The file
The JSON is UTF-8, with sorted keys and one row a line: `reference_date`, `schema_version`, `tables`,
`year`. A table has `name`, `about`, `key` (the columns that identify a row), `columns` in their order,
`lists` (the columns that hold a list) and `rows`, in the order of their keys. Texts stand in columns `_nl`,
`_fr` and `_en`. `null` is something that is not known; it is never 0 and never an empty text. No moment of
taking stands in the file: the same rows on the same reference date are the same bytes. Its hash is what
`sha256sum` says of the file as downloaded.

`reference_date` is the day for which late and silent were computed: 31 December of the year, or the day of
freezing while the year lasts. Persons' names, mail addresses and drafts are left out.

A freeze keeps its `schema_version` for ever. Columns change with a new version only; the columns of each
version are in `src/relais/apps/freeze/schemas/`.

## Tables
"""

KINDS = {"one": "Values", "words": "Words, in `_nl`, `_fr` and `_en`", "many": "Lists"}


def page() -> str:
    """The whole page. Asks the database for tables, whose rows do not matter."""
    from relais.apps.freeze.schema import SCHEMA_VERSION
    from relais.apps.freeze.taking import tables

    sections = map(_section, tables(dt.date(2026, 1, 1)))
    return HEAD.format(version=SCHEMA_VERSION) + "".join(sections)


def _section(table: Table) -> str:
    key = ", ".join(f"`{name}`" for name in table.key)
    lines = [f"\n### {table.name}", f"{table.about[0].upper()}{table.about[1:]}. Key: {key}.\n"]
    for kind, said in KINDS.items():
        names = [c.name + ("_*" if kind == "words" else "") for c in table.columns if c.kind == kind]
        if names:
            lines.append(f"- {said}: {', '.join(f'`{name}`' for name in names)}")
    return "\n".join(lines) + "\n"


def columns() -> str:
    """The columns of the current version, as schemas/N.json keeps them."""
    from relais.apps.freeze.schema import declared
    from relais.apps.freeze.taking import tables

    return json.dumps(declared(tables(dt.date(2026, 1, 1))), indent=1) + "\n"


def main() -> None:
    os.environ.setdefault("SECRET_KEY", "only-for-writing-this-page")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")
    os.environ["DATABASE_URL"] = "sqlite://:memory:"
    import django

    django.setup()
    from django.core.management import call_command

    from relais.apps.freeze.schema import SCHEMA_VERSION, file_of

    call_command("migrate", verbosity=0)
    kept = file_of(SCHEMA_VERSION)
    if kept.exists() and kept.read_text(encoding="utf-8") != columns():
        sys.exit(f"the columns are not those of version {SCHEMA_VERSION}: raise SCHEMA_VERSION, or delete "
                 f"{kept.relative_to(ROOT)} when no release has it yet, and run this again")  # fmt: skip
    kept.write_text(columns(), encoding="utf-8")
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
