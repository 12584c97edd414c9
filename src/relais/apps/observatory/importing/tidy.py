"""Our own tidy columns: what the observatory exports can be sent back as it is."""

from __future__ import annotations

from collections.abc import Sequence

from relais.apps.observatory.importing.known import PLACE, Known
from relais.apps.observatory.recipes import From, Recipe, When

_NUMBERS = ("low", "high", "answers", "printed")


def tidy(recipe: Recipe, header: Sequence[str], known: Known) -> Recipe:
    """`recipe` with every column that bears one of our names; a dimension is a column of its own name."""
    there = set(header)
    columns = {"quality": "obs_status", "secrecy": "conf_status", "note": "note"}
    found: dict[str, object] = {name: name for name in _NUMBERS if name in there}
    found |= {key: From(column=name) for key, name in columns.items() if name in there}
    if recipe.period is None and "period" in there:
        found["period"] = When(column="period")
    return recipe.model_copy(
        update={
            "definition": From(column="definition"),
            "place": From(column=PLACE),
            "dimensions": {name: From(column=name) for name in known.codes if name in there - {PLACE}},
            **found,
        }
    )
