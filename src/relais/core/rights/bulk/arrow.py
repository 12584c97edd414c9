"""Columns of a file as rules compute with them, each verified: its type, its words, its limits, no gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

import numpy as np

from relais.core.rights.bulk.extras import needed
from relais.core.rights.bulk.populations import Column
from relais.core.rights.inputs import Input
from relais.core.rights.laws import Law, Node
from relais.core.rights.problems import WrongInput

TYPES = {
    "yes-no": "yes or no (bool)", "date": "a day (date)", "choice": "words (string or dictionary)",
    "number": "a number",
}  # fmt: skip


def column_name(law: Law, node: Node) -> str:
    """The bare name of an input where only one is called so, or else its full name."""
    bare = node.name.partition(".")[2]
    return bare if law.inputs.get(bare) is node else node.name


def columns_for(law: Law, inputs: Iterable[Node], given: Iterable[str], file: str) -> dict[str, Node]:
    """Which column of a file answers which input: called so in full, or by its bare name where only one input
    is called so. Raises WrongInput, which names every one that is missing."""
    there, found, missing = set(given), dict[str, Node](), list[str]()
    for node in inputs:
        short = column_name(law, node)
        named = node.name if node.name in there else short
        if named in there:
            found[named] = node
        else:
            near = get_close_matches(short, there, 1)
            missing.append(f"“{short}”" + (f" (did you mean “{near[0]}”?)" if near else ""))
    if missing:
        raise WrongInput(f"{file}: there is no column {', '.join(missing)}")
    return found


def coded(node: Node, column: Any, households: Column, said: str) -> Column:
    """A column of Arrow as `populations.Population` has it. Messages name `said`, the column with its file,
    and one of `households`, those of the rows. Raises WrongInput."""
    asked = node.what
    assert isinstance(asked, Input)
    (pa,) = needed("bulk", "pyarrow")
    column = column.combine_chunks()
    if not _is_of_kind(pa.types, column.type, asked.kind):
        raise WrongInput(f"{said}: holds {column.type}, and must hold {TYPES[asked.kind]}")
    _refuse(
        column.is_null(nan_is_null=True), households, f"{said}: is empty; an answer is needed of everyone"
    )
    match asked.kind:
        case "yes-no":
            answers: Column = column.to_numpy(zero_copy_only=False)
            return answers
        case "date":
            return _days(column)
        case "choice":
            return _places(column, asked.options, said)
    numbers: Column = column.cast(pa.float64()).to_numpy()
    if asked.lowest is not None:
        _refuse(numbers < asked.lowest, households, f"{said}: is below {asked.lowest:g} {asked.unit}")
    if asked.highest is not None:
        _refuse(numbers > asked.highest, households, f"{said}: is above {asked.highest:g} {asked.unit}")
    return numbers


def _is_of_kind(types: Any, kind: Any, wanted: str) -> bool:
    match wanted:
        case "yes-no":
            return bool(types.is_boolean(kind))
        case "date":
            return bool(types.is_date(kind) or types.is_timestamp(kind))
        case "choice":
            words = kind.value_type if types.is_dictionary(kind) else kind
            return bool(types.is_string(words) or types.is_large_string(words))
    return bool(types.is_integer(kind) or types.is_floating(kind) or types.is_decimal(kind))


def _refuse(is_wrong: Any, households: Column, why: str) -> None:
    """Raises WrongInput, with the first household, when something is."""
    rows = np.flatnonzero(np.asarray(is_wrong))
    if len(rows):
        raise WrongInput(f"{why}: {len(rows)} rows, the first of household {households[rows[0]]}")


def _days(column: Any) -> Column:
    (pc,) = needed("bulk", "pyarrow.compute")
    year, month, day = (each(column).to_numpy() for each in (pc.year, pc.month, pc.day))
    days: Column = (year * 10000 + month * 100 + day).astype(np.int32)
    return days


def _places(column: Any, options: Mapping[str, Any], said: str) -> Column:
    (pa,) = needed("bulk", "pyarrow")
    words = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    used, known = words.dictionary.to_pylist(), list(options)
    numbers = words.indices.to_numpy()
    wrong = [used[n] for n in np.unique(numbers) if used[n] not in known]
    if wrong:
        raise WrongInput(f"{said}: “{wrong[0]}” is none of {', '.join(known)}")
    places = np.array([known.index(word) if word in known else 0 for word in used], dtype=np.int32)
    found: Column = places[numbers]
    return found
