"""Interface messages: every `locale/*.po` made ready for reading, without any system package."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings

from relais.core.texts import typography


def catalogs() -> list[Path]:
    """Every .po of the house: what several rooms say is in `locale/`, what one room says is in that room."""
    shared = [path for folder in settings.LOCALE_PATHS for path in Path(folder).glob("*/LC_MESSAGES/*.po")]
    return sorted([*shared, *Path(__file__).parents[2].glob("*/*/locale/*/LC_MESSAGES/*.po")])


def compile_catalogs(sources: Iterable[Path]) -> int:
    """Compile every one of `sources` whose .mo is older than it, or than what writes it. Returns how many."""
    written = max(Path(each).stat().st_mtime for each in (__file__, str(typography.__file__)))
    compiled = 0
    for source in sources:
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= max(source.stat().st_mtime, written):
            continue
        with source.open("rb") as file:
            catalog = read_po(file, abort_invalid=True)
        _print(catalog, source.parents[1].name)
        fresh = target.with_suffix(".mo.new")
        with fresh.open("wb") as file:
            write_mo(file, catalog)
        fresh.replace(target)
        compiled += 1
    return compiled


def _print(catalog: Catalog, language: str) -> None:
    """Translators type plain spaces; readers get those of print."""
    for message in catalog:
        if isinstance(message.string, str):
            message.string = typography.printed(message.string, language)
        elif message.string:
            message.string = tuple(typography.printed(each, language) for each in message.string)
