"""Our own tidy columns: what the observatory exports can be sent back as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from relais.apps.observatory.importing.known import PLACE, Known
from relais.apps.observatory.recipes import From, Recipe, When
from relais.apps.observatory.vocabulary import Quality, Secrecy

CODE = r"[A-Za-z0-9_][A-Za-z0-9_.+-]*"
PERIOD = r"\d{4}(-Q[1-4]|-\d{2}(-\d{2})?)?"
_WORDS = ("low", "high", "answers", "printed")


def tidy(recipe: Recipe, header: Sequence[str], known: Known) -> Recipe:
    """`recipe` with every column that bears one of our names; a dimension is a column of its own name."""
    there = set(header)
    columns = {"quality": "obs_status", "secrecy": "conf_status", "note": "note"}
    found: dict[str, object] = {name: name for name in _WORDS if name in there}
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


def tidy_schema(known: Known) -> dict[str, Any]:
    """The Table Schema of our columns, with the codes that are known today. A column may be left out."""
    dimensions = [_field(name, enum=["_T", *codes]) for name, codes in known.codes.items() if name != PLACE]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fieldsMatch": "partial",
        "fields": [
            _field("definition", enum=list(known.definitions)),
            _field(PLACE, enum=list(known.codes.get(PLACE, {}))),
            _field("period", pattern=PERIOD),
            *dimensions,
            *(_field(name, kind="number", required=False) for name in ("value", "low", "high")),
            _field("answers", kind="integer", required=False, minimum=0),
            _field("obs_status", required=False, enum=Quality.values),
            _field("conf_status", required=False, enum=Secrecy.values),
            _field("printed", required=False),
            _field("note", required=False, enum=sorted(known.notes)),
        ],
    }


def _field(name: str, kind: str = "string", *, required: bool = True, **constraints: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "constraints": {"required": required, **constraints}}
