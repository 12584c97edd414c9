"""Our own tidy columns: what the observatory exports can be sent back as it is."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from relais.apps.observatory.files.recipes import From, Recipe, When
from relais.apps.observatory.importing.known import Known
from relais.apps.observatory.importing.mending import Mending
from relais.apps.observatory.importing.table import Table
from relais.apps.observatory.vocabulary import Quality, Secrecy
from relais.core.figures.cube import PLACE

PERIOD = r"\d{4}(-Q[1-4]|-\d{2}(-\d{2})?)?"
_CELL = ("definition", PLACE, "period", "value")
_WORDS = ("low", "high", "answers", "printed")
_COLUMNS = {"unit": "unit", "quality": "obs_status", "secrecy": "conf_status", "note": "note"}
_EXPORTED = (  # beside the figure, for readers: the release says it of them all
    "indicator", "definition_name", "place_name", "source", "edition", "published", "known_since",
    "known_until", "licence", "address",
)  # fmt: skip


def tidy(recipe: Recipe, table: Table, known: Known, mending: Mending) -> Recipe:
    """`recipe` with every column that bears one of our names; a dimension is a column of its own name.

    A column of another name is refused: misspelt, its codes would be lost, and figures of all together.
    """
    there = set(table.header)
    for name in sorted(there.difference(_CELL, _WORDS, _COLUMNS.values(), _EXPORTED, known.codes)):
        mending.add(table.line, name, _("is no column known here: mend its name, or take it out"))
    found: dict[str, object] = {name: name for name in _WORDS if name in there}
    found |= {key: From(column=name) for key, name in _COLUMNS.items() if name in there}
    if recipe.period is None and "period" in there:
        found["period"] = When(column="period")
    found["dimensions"] = {name: From(column=name) for name in known.codes if name in there - {PLACE}}
    found |= {"definition": From(column="definition"), "place": From(column=PLACE)}
    return recipe.model_copy(update=found)


def tidy_schema(known: Known) -> dict[str, Any]:
    """The Table Schema of our columns with the codes that are known today, for whoever makes such a file.

    A column may be left out; `superset` says that.
    """
    dimensions = [_field(name, enum=["_T", *codes]) for name, codes in known.codes.items() if name != PLACE]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fieldsMatch": "superset",
        "fields": [
            _field("definition", enum=list(known.definitions)),
            _field(PLACE, enum=list(known.codes.get(PLACE, {}))),
            _field("period", pattern=PERIOD),
            *dimensions,
            *(_field(name, kind="number", required=False) for name in ("value", "low", "high")),
            _field("unit"),
            _field("answers", kind="integer", required=False, minimum=0),
            _field("obs_status", required=False, enum=Quality.values),
            _field("conf_status", required=False, enum=Secrecy.values),
            _field("printed", required=False),
            _field("note", required=False, enum=sorted(known.notes)),
        ],
    }


def _field(name: str, kind: str = "string", *, required: bool = True, **constraints: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "constraints": {"required": required, **constraints}}
