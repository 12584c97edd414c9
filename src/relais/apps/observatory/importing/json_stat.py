"""JSON-stat 2.0: a cube as its dimensions, and its values in one row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any

from django.utils.translation import gettext as _

from relais.apps.observatory.importing.json_file import read_json, word_of
from relais.apps.observatory.importing.mending import Mending
from relais.apps.observatory.importing.table import Row, Table

MOST_CELLS = 2_000_000
MISSING = ":"
VALUE, STATUS = "value", "status"


def read_json_stat(content: bytes, mending: Mending) -> Table:
    """A row for each cell, counted from 1: a column for each dimension, then `value` and `status`.

    A value of null is “:”, missing. A cell that a sparse cube leaves out says nothing. Raises FileProblems.
    """
    cube = read_json(content, mending)
    if not isinstance(cube, dict) or cube.get("class") != "dataset":
        mending.refuse(0, "class", _("is no dataset of JSON-stat 2.0: ask for one, not for a collection"))
    try:
        codes = _codes(cube)
    except (KeyError, TypeError, ValueError) as error:
        why = error.args[0] if isinstance(error, ValueError) else _("is not as JSON-stat has it")
        mending.refuse(0, "dimension", str(why))
    size = prod(map(len, codes.values()))
    values, statuses = _cells(cube, VALUE, size, mending), _cells(cube, STATUS, size, mending)
    mending.check()
    return Table([[*codes, VALUE, STATUS]], _rows(list(codes.values()), values, statuses, mending))


def _codes(cube: Mapping[str, Any]) -> dict[str, list[str]]:
    """Dimension to its codes, in the order of the values. Raises KeyError, TypeError, ValueError."""
    found = {name: _index(cube["dimension"][name]["category"]) for name in cube["id"]}
    sizes = [len(codes) for codes in found.values()]
    if sizes != cube["size"] or len(found) != len(cube["id"]) or not found:
        raise ValueError(_("the sizes do not agree with the codes of the dimensions"))
    if prod(sizes) > MOST_CELLS:
        raise ValueError(_("has more than %(most)s cells: ask for a part of it") % {"most": MOST_CELLS})
    if {VALUE, STATUS} & found.keys():
        raise ValueError(_("a dimension cannot be called value or status here"))
    return found


def _index(category: Mapping[str, Any]) -> list[str]:
    index = category["index"] if "index" in category else list(category["label"])
    codes = sorted(index, key=index.__getitem__) if isinstance(index, dict) else index
    if isinstance(index, dict) and sorted(index.values()) != list(range(len(index))):
        raise ValueError(_("the index of a dimension does not count from 0"))
    if not isinstance(codes, list) or not all(isinstance(code, str) for code in codes):
        raise TypeError
    return codes


def _cells(cube: Mapping[str, Any], name: str, size: int, mending: Mending) -> Mapping[int, Any]:
    """Position to what stands there; one status may be said of all."""
    said = cube.get(name, {})
    if isinstance(said, str) and name == STATUS:
        return dict.fromkeys(range(size), said)
    if isinstance(said, list) and len(said) == size:
        return dict(enumerate(said))
    if isinstance(said, dict) and all(_is_position(key, size) for key in said):
        return {int(key): value for key, value in said.items()}
    mending.add(0, name, _("must have a place for each of the %(size)s cells") % {"size": size})
    return {}


def _is_position(key: str, size: int) -> bool:
    return key.isascii() and key.isdigit() and len(key) < 10 and int(key) < size and str(int(key)) == key


def _rows(
    codes: Sequence[Sequence[str]], values: Mapping[int, Any], statuses: Mapping[int, Any], mending: Mending
) -> Iterator[Row]:
    for n, cell in enumerate(product(*codes)):
        if n in values or statuses.get(n):
            try:
                value, status = word_of(values.get(n)), word_of(statuses.get(n))
                yield n + 1, [*cell, value or MISSING, status]
            except ValueError as error:
                mending.add(n + 1, VALUE, str(error))
