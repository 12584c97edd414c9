"""Each rule of `relais check`, broken once in a copy of the data: the error names file and line."""

import re
import shutil

import pytest
from django.conf import settings

from relais.apps.plan.loader import read_plan
from relais.core.texts.problem import FileProblems


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(settings.DATA / "plan", tmp_path / "plan")


def problems(folder):
    with pytest.raises(FileProblems) as refused:
        read_plan(folder)
    return refused.value.problems


def edit(folder, name, pattern, replacement):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, replacement, text, count=1, flags=re.MULTILINE)
    assert changed != text, f"nothing in {name} matches {pattern}"
    path.write_text(changed, encoding="utf-8")
    first = next(
        i for i, (a, b) in enumerate(zip(text.split("\n"), changed.split("\n"), strict=False), 1) if a != b
    )
    return path, first


@pytest.mark.parametrize(
    ("name", "pattern", "replacement", "why"),
    [
        ("measures/16.yaml", r"^theme: 5", "theme: 55", "no theme 55"),
        ("measures/16.yaml", r"^number: 16", "number: 17", "must be named 17.yaml"),
        ("measures/16.yaml", r"^kind: priority", "kind: wish", "not one of priority, recommendation"),
        ("measures/16.yaml", r"page: 9\}", "page: 99}", "has 24 pages"),
        ("measures/16.yaml", r"^  - letter: b", "  - letter: d", "must run a, b, c"),
        ("measures/16.yaml", r"actors: \[actiris\]", "actors: [nobody]", "no actor “nobody”"),
        ("measures/16.yaml", r"actors: \[actiris\]", "actors: [actiris, actiris]", "same thing twice"),
        ("measures/16.yaml", r"^levels: \[region", "levels: [moon", "not one of region"),
        ("themes.yaml", r"^- number: 16", "- number: 18", "theme 16 is missing"),
        ("actors.yaml", r"^- slug: actiris", "- slug: one", "used twice"),
        (
            "links/requires.yaml",
            r"^- from: (\d+)\n  to: \d+",
            r"- from: \1\n  to: \1",
            "not linked to itself",
        ),
        ("links/requires.yaml", r"^  to: \d+", "  to: 101", "no measure 101"),
        ("links/repeats.yaml", r"^  passage: .*\n", "", "needs its passage"),
        ("plan-2021/concordance.yaml", r"^- action: .*", '- action: "77"', "no action 77"),
        ("glossary.yaml", r"document: advice-2020", "document: advice-1920", "no document “advice-1920”"),
    ],
)
def test_a_broken_rule_is_named_with_its_file(folder, name, pattern, replacement, why):
    path, _ = edit(folder, name, pattern, replacement)
    found = [p for p in problems(folder) if why in p.why]
    assert found, [str(p) for p in problems(folder)]
    assert {p.path for p in found} == {path}
    assert all(p.line for p in found)


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_missing_language_fails_with_the_line_of_its_text(folder, language):
    path, _ = edit(folder, "measures/1.yaml", rf"^title:\n((?:  .*\n)*?)  {language}: .*\n", r"title:\n\1")
    [problem] = problems(folder)
    assert (problem.path, problem.where, problem.why) == (path, f"title.{language}", "is missing")
    assert path.read_text(encoding="utf-8").split("\n")[problem.line - 1].startswith("title:")


def test_an_over_long_title_fails_on_its_own_line(folder):
    path, line = edit(folder, "measures/1.yaml", r"^  fr: .*", "  fr: " + "é" * 91)
    [problem] = [p for p in problems(folder) if "too long" in p.why]
    assert (problem.path, problem.line) == (path, line)


def test_a_missing_measure_file_is_missed(folder):
    (folder / "measures" / "42.yaml").unlink()
    assert any("measure 42 is missing" in p.why for p in problems(folder))


def test_a_circle_of_precedence_is_told_as_a_circle(folder):
    reason = '{nl: "Een reden van niets.", fr: "Une raison de rien.", en: "A reason of nothing."}'
    circle = [(1, 2), (2, 3), (3, 1)]
    links = [
        f"- {{from: {a}, to: {b}, origin: editorial, confidence: low, reason: {reason}}}" for a, b in circle
    ]
    (folder / "links" / "requires.yaml").write_text("\n".join(links), encoding="utf-8")
    (folder / "links" / "enables.yaml").write_text(links[0].replace("to: 2", "to: 99"), encoding="utf-8")
    [problem] = problems(folder)
    assert "circle: 1 → 3 → 2 → 1" in problem.why


def test_every_problem_of_every_file_is_told_at_once(folder):
    edit(folder, "measures/1.yaml", r"^kind: .*", "kind: wish")
    edit(folder, "actors.yaml", r"^  kind: .*", "  kind: wish")
    (folder / "glossary.yaml").unlink()
    assert len({p.path for p in problems(folder)}) == 3


def test_the_plan_is_whole():
    """The figures of the advice, counted by eye."""
    plan = read_plan(settings.DATA / "plan")
    kinds = [e.record.kind for e in plan.measures]
    assert (len(plan.themes), len(kinds), kinds.count("priority")) == (16, 100, 41)
    lettered = {e.record.number: len(e.record.parts) for e in plan.measures if e.record.parts}
    assert lettered == {16: 3, 17: 3, 21: 4}
    assert [len(e.record.annex) for e in plan.themes] == [9, 5, 17, 5, 14, 8, 5, 7, 6, 6, 7, 3, 0, 0, 1, 3]
    actions = [e.record for e in plan.actions if not e.record.parent]
    assert (len(actions), sum(a.title is not None for a in actions)) == (31, 12)
    assert sum(map(len, plan.links.values())) >= 120
