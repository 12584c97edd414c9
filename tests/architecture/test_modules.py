"""A module has one idea: it says which, and fits in one sitting."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, SOURCE, is_in, kept_files, modules, relative

LONGEST = 400
NAMELESS = {"utils", "helpers", "common", "misc", "services", "util", "helper"}
EVERY = [path for path in kept_files() if path.suffix == ".py" and not is_in(path, "migrations")]


def test_no_module_is_longer_than_400_lines() -> None:
    long = {relative(p): n for p in EVERY if (n := len(p.read_text(encoding="utf-8").splitlines())) > LONGEST}
    assert long == {}


@pytest.mark.parametrize("folder", [SOURCE, ROOT / "tests", ROOT / "bench"], ids=relative)
def test_every_module_says_what_it_is_for(folder: Path) -> None:
    silent = [
        relative(path)
        for path in modules(folder)
        if folder != SOURCE or not is_in(path, "tests")
        if (source := path.read_text(encoding="utf-8")).strip()
        and ast.get_docstring(ast.parse(source)) is None
    ]
    assert silent == []


def test_no_module_is_named_for_nothing() -> None:
    assert [relative(path) for path in EVERY if path.stem in NAMELESS or is_in(path, *NAMELESS)] == []
