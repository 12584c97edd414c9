"""The stairs are one-way: the contracts in pyproject.toml hold."""

from __future__ import annotations

import ast
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions

import pytest
from importlinter import cli

from tests.architecture.tree import ROOT, is_in, modules, relative


def test_every_import_contract_holds(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    broken = cli.lint_imports(no_cache=True)
    said = capfd.readouterr().out
    assert broken == os.EX_OK, said
    assert "0 broken" in said


def _plain(name: str) -> str:
    """A distribution as package indexes compare it: without extras, version, capitals and underscores."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", name)[0]).lower()


def _imported() -> Iterator[tuple[str, str]]:
    """Each module of src without its tests, and the first word of all that it imports from elsewhere."""
    for path in modules():
        if is_in(path, "tests"):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            for name in names:
                yield relative(path), name.partition(".")[0]


def test_what_is_imported_is_named_with_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = {_plain(each) for each in project["dependencies"]}
    from_where = packages_distributions()
    own = sys.stdlib_module_names | {"relais"}
    missing = {(where, name) for where, name in _imported()
               if name not in own and not named & {_plain(each) for each in from_where[name]}}  # fmt: skip
    assert not missing
