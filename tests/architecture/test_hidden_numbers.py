"""Only those who write a hidden number, or protect it, may name where it is kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.tree import SOURCE, is_in, relative

KEPT = re.compile(r"hidden_?value|kept_?file", re.IGNORECASE)
OBSERVATORY = "src/relais/apps/observatory/"
MAY_NAME_IT = tuple(f"{OBSERVATORY}{name}" for name in ("models/", "migrations/", "protecting/", "actions/"))


def names_it(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [f"{relative(path)}:{n}: {line.strip()}" for n, line in enumerate(lines, 1) if KEPT.search(line)]


def test_no_page_file_or_command_names_where_hidden_numbers_are_kept() -> None:
    files = [path for ending in ("py", "html", "txt", "xml") for path in SOURCE.rglob(f"*.{ending}")]
    read = [path for path in files if not is_in(path, "tests") and not relative(path).startswith(MAY_NAME_IT)]
    assert len(read) > 500
    assert [line for path in read for line in names_it(path)] == []


@pytest.mark.parametrize(
    "code",
    ["row.hidden_value.value", "m.HiddenValue.objects", "JOIN observatory_keptfile", "release.kept_file"],
)
def test_naming_it_is_seen(code: str) -> None:
    assert KEPT.search(code)
