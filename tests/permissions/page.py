"""docs/reference/permissions.md, made from the matrix and from what each predicate says of itself.

`.venv/bin/python -m tests.permissions.page` writes it anew.
"""

from __future__ import annotations

import inspect
import os
from itertools import groupby

from tests.architecture.tree import ROOT
from tests.permissions.matrix import ROLES, Line, lines, predicates

FILE = ROOT / "docs" / "reference" / "permissions.md"

HEAD = """\
# Who may do what

Every act and every page that asks for an account, for each role. Made from `tests/permissions/matrix.csv`,
which is tested cell by cell: change it there, then run `.venv/bin/python -m tests.permissions.page`.

- **member** and **referent**: of the organisation that the thing belongs to; **other member**: of another.
- **cell**, **observer** and **administrator**: in an organisation of their own. Whoever has several roles
  may do what any of them may.
- **reader** has no account. ● may, – may not. Pages: *sign in* leads to the door first, *not found* does not
  even tell that the page exists, *elsewhere* leads on to another page, *form only* is written to, never
  opened.
"""
SIGNS = {"yes": "●", "no": "–"}


def page() -> str:
    """The whole page."""
    return HEAD + "".join(
        _room(room, list(found)) for room, found in groupby(lines(), lambda line: line.room)
    )


def _room(room: str, found: list[Line]) -> str:
    acts, pages = [line for line in found if not line.is_page], [line for line in found if line.is_page]
    return f"\n## {room}\n" + _table("Act", acts) + _table("Page", pages)


def _table(title: str, found: list[Line]) -> str:
    if not found:
        return ""
    head = f"\n| {title} | {' | '.join(ROLES)} |\n|---|{'---|' * len(ROLES)}\n"
    return head + "".join(f"| {_name(line)} | {' | '.join(_signs(line))} |\n" for line in found)


def _signs(line: Line) -> list[str]:
    return [SIGNS.get(cell, cell) for cell in line.cells.values()]


def _name(line: Line) -> str:
    words = "" if line.is_page else f" {_first_sentence(line.what)}"
    return f"`{line.page.rpartition('.')[2]}`{words}" + (f" *{line.case}*" if line.case else "")


def _first_sentence(what: str) -> str:
    said = inspect.getdoc(predicates()[what]) or ""
    return " ".join(said.split("\n\n")[0].split()).replace("|", "/")


if __name__ == "__main__":
    os.environ.setdefault("SECRET_KEY", "only-for-writing-this-page")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relais.config.settings")
    import django

    django.setup()
    FILE.write_text(page(), encoding="utf-8")
