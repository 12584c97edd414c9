"""The stairs are one-way: the contracts in pyproject.toml hold."""

from __future__ import annotations

import os

import pytest
from importlinter import cli

from tests.architecture.tree import ROOT


def test_every_import_contract_holds(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    broken = cli.lint_imports(no_cache=True)
    said = capfd.readouterr().out
    assert broken == os.EX_OK, said
    assert "0 broken" in said
