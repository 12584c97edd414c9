"""What docs/how-to/compute-for-a-population.md shows in Python runs, block after block."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

GUIDE = Path(__file__).parents[5] / "docs" / "how-to" / "compute-for-a-population.md"


def test_the_guide_for_populations_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    space: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, GUIDE.name, "exec"), space)
    assert len(blocks) == 5
