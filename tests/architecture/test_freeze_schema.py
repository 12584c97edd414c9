"""A freeze is readable for ever: its columns change with a version, and each column is documented."""

from __future__ import annotations

import pytest

from relais.apps.freeze.schema import SCHEMA_VERSION, file_of
from tests.architecture.freeze_page import PAGE, columns, page

pytestmark = pytest.mark.django_db

MEND = "run .venv/bin/python -m tests.architecture.freeze_page"


def test_columns_change_with_a_new_version_only() -> None:
    kept = file_of(SCHEMA_VERSION).read_text("utf-8")
    assert kept == columns(), f"raise SCHEMA_VERSION (or delete its unreleased file), then {MEND}"


def test_every_version_so_far_is_kept() -> None:
    assert [v for v in range(1, SCHEMA_VERSION + 1) if not file_of(v).exists()] == []


def test_every_table_and_column_is_documented_as_it_is() -> None:
    assert PAGE.read_text("utf-8") == page(), MEND
