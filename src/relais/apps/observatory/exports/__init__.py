"""Figures as files: one module for each format, from figures and what they mean to bytes. Asks no database.

`selecting` gives both; `FORMATS` says what there is, by the name that the command line knows.
"""

from __future__ import annotations

from dataclasses import dataclass

from relais.apps.observatory.exports import csvw, datapackage, dcat, jsonstat, sdmx, tidy, workbook
from relais.apps.observatory.exports.figures import Write


@dataclass(frozen=True, slots=True)
class Format:
    """How figures become a file, and what its name ends with.

    `most` is how many figures the site writes so while a reader waits: what cannot be streamed is held in
    memory whole. None: as many as there are.
    """

    write: Write
    media_type: str
    suffix: str
    is_binary: bool = False
    most: int | None = None


FORMATS = {
    "csv": Format(tidy.write, "text/csv; charset=utf-8; header=present", "csv"),
    "xlsx": Format(
        workbook.write,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        True,
        50_000,
    ),
    "json-stat": Format(jsonstat.write, "application/json", "jsonstat.json", most=200_000),
    "sdmx-csv": Format(sdmx.write, "application/vnd.sdmx.data+csv; version=2.0.0", "sdmx.csv"),
    "datapackage": Format(datapackage.write_zip, "application/zip", "zip", True, 200_000),
    "datapackage-json": Format(datapackage.write, "application/json", "datapackage.json"),
    "csvw": Format(csvw.write, "application/csvm+json", "csv-metadata.json"),
    "dcat": Format(dcat.write, "application/ld+json", "jsonld"),
}
BY_SUFFIX = {each.suffix: each for each in FORMATS.values()}
