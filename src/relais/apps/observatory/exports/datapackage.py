"""Data Package v2: the schema of the tidy CSV, its sources and their versions; alone, or in a zip with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from relais.apps.observatory.exports import csvw, tidy
from relais.apps.observatory.exports.columns import Column, columns
from relais.apps.observatory.exports.figures import About, Figure
from relais.apps.sheets.files import zipped

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
KEY = ("definition", "place", "period")


def descriptor(about: About, path: str) -> dict[str, Any]:
    """`path` is where the CSV lies: a name beside the descriptor, or an address."""
    return {
        "$schema": PROFILE, "name": about.name, "title": about.title(about.language),
        "description": _description(about), "homepage": about.page,
        **({"version": about.date.isoformat()} if about.date else {}),
        **_licences(about),
        "sources": [_source(release, about) for release in about.editions],
        "resources": [
            {
                "name": about.name, "path": path, "format": "csv", "mediatype": "text/csv",
                "encoding": "utf-8", "schema": _schema(about),
            }
        ],
    }  # fmt: skip


def write(_figures: Iterable[Figure], about: About) -> Iterator[bytes]:
    """The descriptor alone, with the address of the CSV."""
    yield _json(descriptor(about, about.file_address("csv")))


def write_zip(figures: Iterable[Figure], about: About) -> Iterator[bytes]:
    """The descriptor, the CSV, and its CSVW sidecar. The same figures give the same bytes."""
    name = f"{about.name}.csv"
    yield zipped(
        {
            "datapackage.json": _json(descriptor(about, name)),
            name: b"".join(tidy.write(figures, about)),
            f"{name}-metadata.json": b"".join(csvw.write((), about)),
        }
    )


def _json(said: dict[str, Any]) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _description(about: About) -> str:
    return "\n\n".join(f"{about.said(each.name)}: {about.said(each.meaning)}" for each in about.indicators)


def _licences(about: About) -> dict[str, Any]:
    """Those that sources name. Where none does there is none to name: silence is no permission."""
    named = sorted({each.licence for each in about.sources.values() if each.licence})
    return {"licenses": [{"title": each} for each in named]} if named else {}


def _source(release: str, about: About) -> dict[str, str]:
    slug, _, edition = release.partition("/")
    source = about.sources[slug]
    return {"title": about.called(source), "path": source.url, "version": edition}


def _schema(about: About) -> dict[str, Any]:
    own = [each.slug for each in about.dimensions]
    return {
        "fields": [_field(each) for each in columns(about)],
        "primaryKey": [*KEY, *own, "source", "edition"], "missingValues": [""],
    }  # fmt: skip


def _field(column: Column) -> dict[str, Any]:
    said: dict[str, Any] = {"name": column.name, "type": column.kind, "description": column.about}
    if column.is_required:
        said["constraints"] = {"required": True}
    if column.codes:
        said["categories"] = [{"value": code, "label": name} for code, name in column.codes.items()]
    return said
