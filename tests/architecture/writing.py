"""Where Python code writes to the database, as far as its text tells.

A call is a write when
- its name is a verb that only managers and querysets have (bulk_create, get_or_create, …);
- its name is create, save or delete: nothing in Python itself has those;
- its name is update and it is given keywords only: querysets take nothing else, while sets and counters are
  given something to take over (and a dict that is told its keys by keyword is better written with |=);
- it is add, set, remove or clear on an attribute named as a relation between many.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

ONLY_DATABASE = {
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "create",
    "save",
    "delete",
}
OF_RELATIONS = {"add", "set", "remove", "clear"}


def writes(source: str, relations: Collection[str] = ()) -> Iterator[tuple[int, str]]:
    """Line and code of every write in `source`. `relations`: names of many-to-many and reverse attributes."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute() as verb) if _is_write(node, verb, relations):
                yield node.lineno, ast.unparse(node)


def _is_write(call: ast.Call, verb: ast.Attribute, relations: Collection[str]) -> bool:
    name = verb.attr
    if name in ONLY_DATABASE or name.removeprefix("a") in ONLY_DATABASE:
        return True
    if name in {"update", "aupdate"}:
        return bool(call.keywords) and not call.args
    if name in OF_RELATIONS:
        return isinstance(verb.value, ast.Attribute) and verb.value.attr in relations
    return False
