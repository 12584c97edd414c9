"""A file of rules from outside: what is not of the subset is refused by line, and nothing of it ever runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from relais.core.rights.book import CATALOGUE
from relais.core.rights.reforms.verified import LARGEST, verified_rules
from relais.core.texts.problem import FileProblems

SOUND = '''"""What it changes."""

from relais.core.rights.law import HOUSEHOLD, cents, rule, total

ACT, NEW = "Act 1", "new"


@rule(HOUSEHOLD, "EUR/month", article=f"{ACT}, art. 2, {NEW}", start="2025-03-01")
def it__bonus(wages, rate):
    """Part of the wages."""
    return cents(wages * rate) if wages > 0 else 0


it__wages = total("wage", "EUR/month")
'''


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rules.py"


def said(file: Path, text: str) -> str:
    """What is wrong with a file; nothing with a sound one."""
    file.write_text(text, encoding="utf-8")
    try:
        verified_rules(file)
    except FileProblems as error:
        return "\n".join(f"{p.line}: {p.where}: {p.why}" for p in error.problems)
    return ""


def a_rule(body: str, arguments: str = "wage", decorator: str = 'rule(PERSON, "bool", article="a")') -> str:
    return f'@{decorator}\ndef it__x({arguments}):\n    """It."""\n    {body}\n'


def test_a_sound_file_gives_its_rules_and_totals(file: Path) -> None:
    assert said(file, SOUND) == ""
    written = verified_rules(file)
    [rule] = written.rules
    assert (rule.name, rule.unit, rule.article) == ("it__bonus", "EUR/month", "Act 1, art. 2, new")
    assert (str(rule.start), rule.end, rule.function.__doc__) == ("2025-03-01", None, "Part of the wages.")
    assert written.totals["it__wages"].of == "wage"
    assert written.lines == {"it__bonus": 9, "it__wages": 14}


@pytest.mark.parametrize("rules", sorted(CATALOGUE.glob("*/rules.py")), ids=lambda path: path.parent.name)
def test_all_that_the_catalogue_writes_can_be_written_in_a_reform(rules: Path) -> None:
    try:
        verified_rules(rules)
    except FileProblems as error:
        whys = {problem.why.partition(":")[0] for problem in error.problems}
        assert whys <= {"is called after its right and itself", "article is missing"}


MARK = "open(MARK, 'w')"
HOSTILE = {
    "a call at the top": MARK,
    "an import": "import os",
    "an import of another module": "from os import system",
    "an import from the catalogue": "from relais.core.rights.book import import_module",
    "a star": "from relais.core.rights.law import *",
    "something of law that is no word": "from relais.core.rights.law import dt",
    "a word under another name": "from relais.core.rights.law import cents as rule",
    "a relative import": "from .law import rule",
    "a call in an assignment": f"it__x = {MARK}",
    "a call in a total": f"it__x = total({MARK}, 'EUR')",
    "a call in a text": f"X = f'{{{MARK}}}'",
    "an attribute in a text": "X = f'{PERSON.__class__}'",
    "a format in a text": "A = 'a'\nX = f'{A:>999999999}'",
    "a class": "class X:\n    pass",
    "a try": f"try:\n    {MARK}\nfinally:\n    pass",
    "an if at the top": f"if True:\n    {MARK}",
    "an assertion": f"assert {MARK}",
    "an annotated assignment": f"x: {MARK} = 1",
    "a lambda": "it__x = lambda: 1",
    "an async function": "async def it__x(): pass",
    "a decorator of its own": a_rule("return True", decorator=MARK),
    "two decorators": a_rule("return True", decorator=f'rule(PERSON, "bool", article="a")\n@{MARK}'),
    "a decorator that calls": a_rule("return True", decorator=f'rule(PERSON, "bool", article={MARK})'),
    "a decorator that unpacks": a_rule("return True", decorator=f'rule(PERSON, "bool", **{MARK})'),
    "a default": a_rule("return True", f"wage={MARK}"),
    "a default by name": a_rule("return True", f"*, wage={MARK}"),
    "an annotation": a_rule("return True", f"wage: {MARK}"),
    "an annotated result": a_rule("return True").replace("):\n", f") -> {MARK}:\n"),
    "a call in a rule": a_rule(f"return {MARK}"),
    "an attribute in a rule": a_rule("return wage.__class__ == 1"),
    "a name of Python in a rule": a_rule("return __builtins__ == 1"),
    "an import in a rule": a_rule("import os\n    return True"),
    "a function in a rule": a_rule("def f():\n        return 1\n    return True"),
    "a loop without end": a_rule("while True:\n        pass\n    return True"),
    "a comprehension": a_rule("return [w for w in wage] == 1"),
    "a walrus": a_rule("return (x := wage)"),
    "a power": a_rule("return 9 ** 9 ** 9 == wage"),
    "a text in a rule that is formatted": a_rule("return f'{wage}' == 1"),
    "a generator": a_rule("yield wage\n    return True"),
    "a global": a_rule("global min\n    return True"),
    "a word of the language taken": a_rule("min = wage\n    return min > 0"),
    "a rule called as a word is": a_rule("return True").replace("it__x", "min"),
    "an argument twice": a_rule("return True", "wage, wage"),
    "deep nesting": a_rule(f"return {'(' * 90}wage{' + 1)' * 90} > 0"),
    "very deep nesting": a_rule(f"return {'not ' * 10_000}wage"),
    "many ways": a_rule("if wage:\n        x = 1\n    " * 30 + "return True"),
    "many words": "A0 = 'abcdefgh'\n" + "\n".join(f"A{n + 1} = f'{{A{n}}}{{A{n}}}'" for n in range(40)),
    "too large": "#" * (LARGEST + 1),
    "a byte that is nothing": "\0",
}  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_and_nothing_of_it_runs(file: Path, tmp_path: Path, text: str) -> None:
    mark = tmp_path / "it-ran"
    assert said(file, text.replace("MARK", repr(str(mark)))) != ""
    assert not mark.exists()


def test_a_file_that_is_none_is_named(file: Path, tmp_path: Path) -> None:
    with pytest.raises(FileProblems, match="there is no such file"):
        verified_rules(file)
    with pytest.raises(FileProblems, match="there is no such file"):
        verified_rules(tmp_path)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x = 5", "1: x: is no text"),
        ("def it__x(): pass", "1: it__x: is marked @rule(PERSON or HOUSEHOLD"),
        (a_rule("return wage > 0").replace("it__x", "x"), "2: x: is called after its right and itself"),
        (a_rule("return 1", decorator='rule(PERSON, "EUR/week", article="a")'), "is marked @rule"),
        (a_rule("return 1", decorator='rule(PERSON, "bool")'), "2: it__x: article is missing"),
        (a_rule("return 1", decorator='rule(PERSON, "bool", article="a", start="1 May")'), "start is not"),
        (a_rule("return 1") * 2, "6: it__x: stands here twice"),
        (a_rule("return wage ** 2"), "4: it__x: Pow is not allowed"),
        (a_rule("return others"), "4: it__x: “others” is no argument of this rule"),
        (a_rule("if wage:\n        return 1"), "2: it__x: every way through it must end in a return"),
        (a_rule("return 1").replace('"""It."""', "x = 1"), "2: it__x: say in one line what it gives"),
        ("def it__x(:", "1: : no Python"),
        ('it__x = total("wage", "EUR/week")', "1: it__x: only total("),
    ],
)
def test_every_mistake_is_told_with_its_line(file: Path, text: str, why: str) -> None:
    assert why in said(file, text)
