"""CSV on the Web: the JSON that stands beside the tidy CSV and says what each column is (W3C, 2015)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from relais.apps.observatory.exports.columns import Column, columns
from relais.apps.observatory.exports.figures import About, Figure


def write(_figures: Iterable[Figure], about: About) -> Iterator[bytes]:
    own = [each.slug for each in about.dimensions]
    said = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": about.language}],
        "url": f"{about.name}.csv{about.on}",
        "dc:title": about.title(about.language),
        "dc:description": [about.said(each.meaning) for each in about.indicators],
        "dc:source": [each.url for each in about.sources.values()],
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ","},
        "tableSchema": {
            "columns": [_column(each) for each in columns(about)],
            "primaryKey": ["definition", "place", "period", *own, "source", "edition"],
        },
    }
    yield (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _column(column: Column) -> dict[str, Any]:
    said = {"name": column.name, "titles": column.name, "dc:description": column.about}
    empty = {"required": True} if column.is_required else {"null": ""}
    return {**said, "datatype": column.kind, **empty}
