"""The whole plan as a file: JSON, CSV in a zip, or a spreadsheet. The same plan gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from relais.apps.plan import models as m
from relais.apps.plan import reading
from relais.apps.plan import records as r
from relais.apps.plan.tables import tables
from relais.apps.sheets.files import csv_files, workbook, zipped

ABOUT = "The plan for single-parent families in Brussels, as tables."


def plan_as_data() -> r.Plan:
    """All that the database says of the plan. The number of queries does not depend on the number of rows."""
    return {
        "documents": reading.documents(m.Document.objects.all()),
        "themes": reading.themes(m.Theme.objects.all()),
        "measures": reading.measures(m.Measure.objects.all()),
        "actors": reading.actors(m.Actor.objects.all()),
        "links": reading.links(m.Link.objects.all()),
        "demands": reading.demands(m.Demand.objects.all()),
        "since_2016": reading.since_2016(m.Since2016.objects.all()),
        "plan_2021": {
            "actions": reading.actions(m.EarlierAction.objects.all()),
            "answers": reading.answers(m.Answer.objects.all()),
        },
        "glossary": reading.terms(m.Term.objects.all()),
    }


def as_json(plan: r.Plan) -> bytes:
    """UTF-8, indented."""
    return (json.dumps(plan, ensure_ascii=False, indent=2) + "\n").encode()


def as_csv(plan: r.Plan) -> bytes:
    """A zip with one tidy table per noun and per list, and a README.txt that says what each is."""
    return zipped(csv_files(ABOUT, tables(plan)))


def as_xlsx(plan: r.Plan) -> bytes:
    """A workbook with one sheet per noun; lists are joined in one cell."""
    return workbook(tables(plan))


@dataclass(frozen=True, slots=True)
class Format:
    """How a plan becomes a file, and what that file is called on the web."""

    write: Callable[[r.Plan], bytes]
    media_type: str
    file_name: str
    is_binary: bool


FORMATS = {
    "json": Format(as_json, "application/json; charset=utf-8", "plan.json", False),
    "csv": Format(as_csv, "application/zip", "plan-csv.zip", True),
    "xlsx": Format(
        as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "plan.xlsx", True
    ),
}


def export(kind: str) -> bytes:
    """The plan as a file of `kind`. Raises KeyError for a kind that is not in FORMATS."""
    return FORMATS[kind].write(plan_as_data())
