"""A published address never disappears: addresses.txt knows them all.

An address that moves keeps its old pattern as a redirect. A new one is added to the file:
`.venv/bin/python -m pytest tests/architecture/test_addresses.py` says which line.
"""

from __future__ import annotations

from pathlib import Path

from tests.pages.routes import shapes

PUBLISHED = Path(__file__).with_name("addresses.txt")


def published() -> set[str]:
    return set(PUBLISHED.read_text(encoding="utf-8").splitlines())


def test_no_published_address_has_vanished() -> None:
    assert sorted(published() - set(shapes())) == []


def test_every_address_is_written_down_as_published() -> None:
    assert sorted(set(shapes()) - published()) == []
