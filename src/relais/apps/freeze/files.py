"""A freeze as files: the JSON that was hashed, and the same tables as CSV and XLSX, made once and kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from relais.apps.freeze.models import Freeze
from relais.apps.sheets.files import csv_files, workbook, zipped


def as_csv(freeze: Freeze) -> bytes:
    """A zip with a tidy table for each table and each list, and what each is."""
    about = f"Relais, data of {freeze.year} (edition {freeze.edition}), sha256 of the JSON: {freeze.sha256}."
    return zipped(csv_files(about, freeze.dataset().tables))


def as_xlsx(freeze: Freeze) -> bytes:
    """A workbook with one sheet a table."""
    return workbook(freeze.dataset().tables)


@dataclass(frozen=True, slots=True)
class Format:
    """How a freeze becomes a file, and what browsers call it."""

    write: Callable[[Freeze], bytes]
    media_type: str
    extension: str


FORMATS = {
    "json": Format(Freeze.json, "application/json; charset=utf-8", "json"),
    "csv": Format(as_csv, "application/zip", "zip"),
    "xlsx": Format(
        as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"
    ),
}  # fmt: skip


def file_of(freeze: Freeze, kind: str) -> bytes:
    """The freeze as a file of `kind`. Raises KeyError for a kind that is not in FORMATS."""
    form = FORMATS[kind]
    return form.write(freeze) if kind == "json" else kept(freeze, form.extension, lambda: form.write(freeze))


def place_of(freeze: Freeze, rest: str) -> Path:
    """Where something made of this freeze is kept: named by its hash, so it can never be out of date."""
    return Path(settings.VAR) / "freezes" / f"{freeze.sha256}-{rest}"


def kept(freeze: Freeze, rest: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, made once: a file that is not there yet is written whole or not at all."""
    place = place_of(freeze, rest)
    if place.exists():
        return place.read_bytes()
    content = make()
    keep(place, content)
    return content


def keep(place: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = place.with_name(f".{place.name}.new")
    fresh.write_bytes(content)
    fresh.replace(place)
