"""Each rule of `relais check` for data/coordination, broken once in a copy: file and line are named."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from django.conf import settings

from relais.apps.coordination.loader import read_coordination
from relais.apps.plan.loader import read_plan
from relais.core.texts.problem import FileProblems


@pytest.mark.parametrize(
    ("name", "pattern", "replacement", "why"),
    [
        ("plan-2021.yaml", r"source: rtbf-2023-06", "source: rtbf-1923", "no source “rtbf-1923”"),
        ("plan-2021.yaml", r'^  - number: "31"', '  - number: "32"', "no action 32"),
        ("plan-2021.yaml", r'^  - number: "31"', '  - number: "30"', "action 30 stands here twice"),
        ("plan-2021.yaml", r'^  - number: "31"\n', "", "action 31 is missing"),
        ("plan-2021.yaml", r"^plan: plan-2021", "plan: plan-1921", "no document “plan-1921”"),
        ("plan-2021.yaml", r"(phase: .*) question-1030", r"\1 question-847", "no fact of this action"),
        ("plan-2021.yaml", r"phase: \{value: running", "phase: {value: walking", "“walking” is not one of"),
        ("plan-2021.yaml", r"ligue-des-familles", "nobody", "no organisation “nobody”"),
        ("plan-2021.yaml", r"\{number\}", "14", "must say {number}"),
        ("plan-2021.yaml", r"^      value: 9300", "      value: about 9300", "valid integer"),
        ("plan-2021.yaml", r'date: "2021-07-15"', 'date: "2021-07"', "should match pattern"),
        ("organisations.yaml", r"^- slug: brulocalis", "- slug: brulocaliz", "needs a name"),
        ("organisations.yaml", r"^- slug: brupartners", "- slug: brulocalis", "stands here twice"),
        ("mandates.yaml", r"actor: brulocalis", "actor: nobody", "no actor “nobody”"),
        ("mandates.yaml", r"organisation: brulocalis", "organisation: nobody", "no organisation “nobody”"),
        ("data-gaps.yaml", r"measure: 6", "measure: 600", "no measure 600"),
        ("sources.yaml", r"^- slug: echo-2021-07", "- slug: bruzz-2021-10", "stands here twice"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_named_with_its_file(
    tmp_path: Path, name: str, pattern: str, replacement: str, why: str
) -> None:
    folder = shutil.copytree(settings.DATA / "coordination", tmp_path / "coordination")
    text = (folder / name).read_text(encoding="utf-8")
    changed = re.sub(pattern, replacement, text, count=1, flags=re.MULTILINE)
    assert changed != text
    (folder / name).write_text(changed, encoding="utf-8")
    with pytest.raises(FileProblems) as refused:
        read_coordination(folder, read_plan(settings.DATA / "plan"))
    found = [problem for problem in refused.value.problems if why in problem.why]
    assert found, str(refused.value)
    assert all(problem.path.parent == folder and problem.line for problem in found)


def test_a_city_without_this_folder_has_nothing_to_load(tmp_path: Path) -> None:
    nothing = read_coordination(tmp_path / "none", read_plan(settings.DATA / "plan"))
    assert not nothing.organisations and not nothing.executions
