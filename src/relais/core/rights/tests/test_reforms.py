"""A reform changes what it says, from its day on, in a book of its own; what does not fit is told by line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from relais.core.rights.book import Book, read_book
from relais.core.rights.engine import evaluate
from relais.core.rights.family import Family
from relais.core.rights.law import HOUSEHOLD, rule
from relais.core.rights.laws import law_on
from relais.core.rights.parameters import SUPPOSED, Parameter, Table
from relais.core.rights.problems import FlawedLaw
from relais.core.rights.reforms.amending import Unfit, amended
from relais.core.rights.reforms.applying import conflicts, reformed
from relais.core.rights.reforms.file import Change, Reform, read_reform
from relais.core.rights.tests.make import ON, amount, book, number
from relais.core.rights.unknown import Unknown
from relais.core.rights.words.explaining import explained
from relais.core.rights.words.wording import lines
from relais.core.texts.problem import FileProblems

HEAD = """\
name: {nl: Proef, fr: Essai, en: Trial}
why: {nl: Zomaar, fr: Pour voir, en: To see}
measures: [92]
from: 2025-02-01
"""
ASKED = Family({"a": {"wage": 100}}, {"rent": 10})


@rule(HOUSEHOLD, "EUR/month", article="art. 1")
def given_bonus(bonus, rent):
    """The bonus and the rent."""
    return bonus + rent


@rule(HOUSEHOLD, "EUR/month", article="art. 2")
def by_size(size, bands):
    """By the number of children."""
    return bands[size]


BANDS = replace(amount("bands", Table(((1, 2),), (10, 20))), by=("size",))
BOOK = book(given_bonus, by_size, amount("bonus", 50), BANDS, number("rent", "household"),
            number("size", "household", "child"), number("wage"))  # fmt: skip


def with_bonus(bonus: Parameter) -> Book:
    """The book with another bonus."""
    right = BOOK.rights["it"]
    return Book({"it": replace(right, parameters={**right.parameters, "bonus": bonus})})


Make = Callable[..., Reform]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A reform of a file with these lines, and a file of rules beside it."""

    def made(text: str = "", rules: str = "", head: str = HEAD, name: str = "trial") -> Reform:
        (tmp_path / f"{name}.yaml").write_text(head + text, encoding="utf-8")
        if rules:
            imports = "from relais.core.rights.law import HOUSEHOLD, PERSON, rule, total\n"
            (tmp_path / f"{name}.py").write_text(imports + rules, encoding="utf-8")
        return read_reform(tmp_path / f"{name}.yaml")

    return made


def wrong(make: Make, text: str = "", rules: str = "", in_book: Book = BOOK) -> str:
    """What is said of a reform that cannot be."""
    with pytest.raises(FileProblems) as error:
        reformed(in_book, make(text, rules))
    return "\n".join(f"{p.path.name}:{p.line}: {p.where}: {p.why}" for p in error.value.problems)


def value(of: Book, name: str, day: dt.date = ON, *, use_last: bool = False, **household: Any) -> Any:
    family = replace(ASKED, household={**ASKED.household, **household})
    return evaluate(law_on(of, day), family, [name], use_last=use_last).value(name)


def test_an_amount_gets_a_value_is_multiplied_or_raised(make: Make) -> None:
    for change, expected in [("value: 70", 80), ("times: 1.1", 65), ("plus: -5", 55)]:
        after = reformed(BOOK, make(f"parameters: {{it.bonus: {{{change}}}}}"))
        assert value(after, "it.given_bonus") == pytest.approx(expected)
        assert value(after, "it.given_bonus", ON - dt.timedelta(days=1)) == 60
    assert value(BOOK, "it.given_bonus") == 60


@pytest.mark.parametrize(
    ("change", "one", "two"),
    [
        ("value: {2: 90}", 10, 90), ("value: 7", 7, 7), ("plus: {1: 5, 2: 6}", 15, 26), ("times: 2", 20, 40),
    ],
)  # fmt: skip
def test_of_a_table_the_bands_that_are_named_change(make: Make, change: str, one: float, two: float) -> None:
    after = reformed(BOOK, make(f"parameters: {{it.bands: {{{change}}}}}"))
    assert (value(after, "it.by_size", size=1), value(after, "it.by_size", size=3)) == (one, two)


def test_a_number_stands_for_all_that_is_below_it_in_a_table(make: Make) -> None:
    low = replace(amount("low", Table(((1, 2), (0, 12)), (1, 2, 3, 4))), by=("size", "age"))
    after = reformed(book(low), make("parameters: {it.low: {plus: {1: 10, 2: {12: 20}}}}"))
    found = after.rights["it"].parameters["low"].on(ON)
    assert found and found.value == Table(((1, 2), (0, 12)), (11, 12, 3, 24))


def test_later_amounts_follow_a_relative_change_and_a_value_stays(make: Make) -> None:
    later = amount("bonus", 60, since="2025-06-01", known_to=dt.date(2025, 12, 31))
    both = replace(later, amounts=(*amount("bonus", 50).amounts, *later.amounts))
    of = with_bonus(both)
    doubled = reformed(of, make("parameters: {it.bonus: {times: 2}}"))
    fixed = reformed(of, make("parameters: {it.bonus: {value: 90}}"))
    days = [ON, dt.date(2025, 6, 1)]
    assert [value(doubled, "it.given_bonus", day) for day in days] == [110, 130]
    assert [value(fixed, "it.given_bonus", day) for day in days] == [100, 100]
    after = dt.date(2026, 1, 1)
    assert isinstance(value(doubled, "it.given_bonus", after), Unknown)
    assert value(doubled, "it.given_bonus", after, use_last=True) == 130
    assert value(fixed, "it.given_bonus", after) == 100


def test_a_reform_after_the_last_known_amount_does_not_make_the_days_before_known(make: Make) -> None:
    of = with_bonus(amount("bonus", 50, known_to=dt.date(2024, 12, 31)))
    for change, is_known in [("value: 90", True), ("plus: 40", False)]:
        after = reformed(of, make(f"parameters: {{it.bonus: {{{change}}}}}"))
        assert isinstance(value(after, "it.given_bonus", dt.date(2025, 1, 15)), Unknown)
        assert isinstance(value(after, "it.given_bonus"), Unknown) != is_known
        assert value(after, "it.given_bonus", use_last=True) == 100


BY_DAY = some.dates(dt.date(2019, 1, 1), dt.date(2027, 12, 31))
CATALOGUE = read_book()
EVERY = [(r.name, p) for r in CATALOGUE.rights.values() for p in r.parameters.values()]


@given(some.sampled_from(EVERY), some.sampled_from(["value", "times", "plus"]), BY_DAY, BY_DAY)
def test_before_its_day_a_reform_of_any_amount_changes_nothing_and_after_it_is_supposed(
    pair: Any, way: str, since: dt.date, day: dt.date
) -> None:
    old = pair[1]
    kept = (old.amounts, old.gaps, old.known_to)
    try:
        new = amended(old, Change(way, 2, None, None), since, "trial")  # type: ignore[arg-type]
    except Unfit:
        return
    assert (old.amounts, old.gaps, old.known_to) == kept
    if day < since:
        assert new.on(day) == old.on(day)
        assert new.is_known_on(day) == old.is_known_on(day)
    else:
        found = new.on(day)
        assert found and found.tag == SUPPOSED
        assert new.is_known_on(day) == (way == "value" or old.is_known_on(day))


def test_a_rule_takes_the_place_of_another_while_it_holds(make: Make) -> None:
    rules = """
@rule(HOUSEHOLD, "EUR/month", article="art. 1, changed", end="2025-12-31")
def it__given_bonus(bonus):
    '''The bonus alone.'''
    return bonus
"""
    after = reformed(BOOK, make("rules: trial.py", rules))
    days = [dt.date(2025, 1, 31), ON, dt.date(2025, 12, 31), dt.date(2026, 1, 1)]
    assert [value(after, "it.given_bonus", day) for day in days] == [60, 50, 50, 60]
    assert value(BOOK, "it.given_bonus") == 60


ADDED = """
@rule(PERSON, "EUR/month", article="new")
def it__help(wage, part):
    '''Part of the wage.'''
    return wage * part


it__helps = total("help", "EUR/month")


@rule(HOUSEHOLD, "EUR/month", article="art. 1, changed")
def it__given_bonus(bonus, helps):
    '''The bonus and the help.'''
    return bonus + helps
"""
ADDED_TEXT = """
new_parameters:
  it.part: {label: {nl: Deel, fr: Part, en: Part}, unit: "1", value: 0.5}
rules: trial.py
labels:
  it.help: {nl: Hulp, fr: Aide, en: Help}
  it.helps: {nl: Alle hulp, fr: Toutes les aides, en: All help}
"""


def test_a_rule_a_total_and_an_amount_can_be_added(make: Make) -> None:
    after = reformed(BOOK, make(ADDED_TEXT, ADDED))
    assert value(after, "it.given_bonus") == 100
    assert value(after, "it.given_bonus", dt.date(2025, 1, 31)) == 60


def test_what_a_reform_brings_is_marked_as_supposed_in_every_language(make: Make) -> None:
    after = reformed(BOOK, make(ADDED_TEXT + "parameters: {it.bonus: {value: 90}}", ADDED))
    result = evaluate(law_on(after, ON), ASKED, ["it.given_bonus"])
    told = list(lines(explained(result, "it.given_bonus"), "en"))
    assert told == [
        "given_bonus (supposition): 140.00 euro a month  [art. 1, changed]",
        "  bonus (supposition): 90.00 euro a month, since 1/2/2025 · trial",
        "  All help: 50.00 euro a month",
        "    Help (supposition), a: 50.00 euro a month  [new]",
        "      wage, a: 100.00 euro a month",
        "      Part (supposition): 0.5, since 1/2/2025 · trial",
    ]
    for language, word in [("nl", "veronderstelling"), ("fr", "supposition")]:
        assert f"({word})" in next(lines(explained(result, "it.given_bonus"), language))
    plain = evaluate(law_on(BOOK, ON), ASKED, ["it.given_bonus"])
    assert not any("supposition" in line for line in lines(explained(plain, "it.given_bonus"), "en"))


def test_reforms_are_combined_in_order_and_what_both_touch_is_named(make: Make) -> None:
    twice = make("parameters: {it.bonus: {times: 2}}", name="twice")
    more = make("parameters: {it.bonus: {plus: 10}, it.bands: {plus: 1}}", name="more")
    assert value(reformed(BOOK, twice, more), "it.given_bonus") == 50 * 2 + 10 + 10
    assert value(reformed(BOOK, more, twice), "it.given_bonus") == (50 + 10) * 2 + 10
    assert conflicts([twice, more]) == [("it.bonus", twice, more)]
    assert conflicts([twice]) == []


def test_a_later_reform_replaces_the_rule_of_an_earlier_one(make: Make) -> None:
    rules = """
@rule(HOUSEHOLD, "EUR/month", article="x")
def it__given_bonus(bonus):
    '''So many times.'''
    return bonus * TIMES
"""
    two = make("rules: two.py", rules.replace("TIMES", "2"), name="two")
    three = make("rules: three.py", rules.replace("TIMES", "3"), name="three")
    assert value(reformed(BOOK, two, three), "it.given_bonus") == 150
    assert value(reformed(BOOK, three, two), "it.given_bonus") == 100
    assert [name for name, _, _ in conflicts([two, three])] == ["it.given_bonus"]


def test_an_empty_reform_changes_nothing_of_the_catalogue(make: Make) -> None:
    after = reformed(CATALOGUE, make())
    assert after == CATALOGUE
    for right in CATALOGUE.rights:
        assert after.rights[right] is CATALOGUE.rights[right]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("parameters: {it.bonsu: {value: 5}}",
         "trial.yaml:5: parameters.it.bonsu: there is no such parameter; did you mean “it.bonus”?"),
        ("parameters: {other.bonus: {value: 5}}", "there is no such parameter; did you mean “it.bonus”?"),
        ("parameters:\n  it.bonus: {value: 5, unit: EUR/year}",
         "trial.yaml:6: parameters.it.bonus: is in EUR/month, not in EUR/year"),
        ("parameters: {it.bonus: {value: {1: 5}}}", "is one amount and no table: give a number"),
        ("parameters: {it.bands: {plus: {3: 5}}}", "has no band that begins at 3: there are 1, 2"),
        ("parameters: {it.bands: {plus: {1: {0: 5}}}}", "has no bands within these: give a number"),
        ("parameters: {it.bonus: {value: 5, plus: 5}}", "says one of value, times, plus, and only one"),
        ("parameters: {it.bonus: {}}", "says one of value, times, plus, and only one"),
        ("parameters: {it.bonus: {value: much}}", "parameters.it.bonus.value: 'much' is not what is wanted"),
        ("parameters: {it.bonus: {value: true}}", "is not what is wanted"),
        ("parameters: {it.bands: {value: {1: many}}}", "has a number, or bands with a number in each"),
        ("parameters: {it.bands: {value: {one: 1}}}", "has a number, or bands with a number in each"),
        ("parameters: {it.bonus: {times: 1.0e999}}", "has a number, or bands with a number in each"),
        ("parameters: {it.bonus: {by: 5}}", "is not known here: value, times, plus, unit are"),
        ("parameter: {}", "trial.yaml:5: parameter: is not known here"),
        ("rules: ../trial.py", "rules: is the name of a file beside this one, that ends in .py"),
        ("rules: nowhere.py", "nowhere.py:0: : cannot be read: there is no such file"),
        ("new_parameters: {it.bonus: {label: {nl: a, fr: b, en: c}, unit: EUR, value: 5}}",
         "new_parameters.it.bonus: is there already: take another name"),
        ("new_parameters: {at.x: {label: {nl: a, fr: b, en: c}, unit: EUR, value: 5}}", "is no right “at”"),
        ("new_parameters: {it.x y: {label: {nl: a, fr: b, en: c}, unit: EUR, value: 5}}", "is called after"),
        ("new_parameters: {it.x: {label: {nl: a, fr: b, en: c}, unit: EUR, by: [a], value: 5}}", "has bands"),
        ("new_parameters: {it.x: {unit: EUR, value: 5}}", "“label” is missing"),
        ("labels: {it.bonus: {nl: a, fr: b, en: c}}", "names no rule or total that this reform adds"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_with_file_line_and_remedy(make: Make, text: str, said: str) -> None:
    assert said in wrong(make, text)


def test_every_mistake_is_named_at_once(make: Make) -> None:
    found = wrong(make, "parameters:\n  it.bonus: {value: 5, unit: EUR}\n  it.nothing: {value: 5}")
    assert [line.split(": ")[0] for line in found.splitlines()] == ["trial.yaml:6", "trial.yaml:7"]


def test_a_day_before_the_first_amount_and_a_gap_are_told(make: Make) -> None:
    plus, late = "parameters: {it.bonus: {plus: 5}}", amount("bonus", 50, since="2025-06-01")
    said = wrong(make, plus, in_book=with_bonus(late))
    assert "has no amount on 2025-02-01: begin on 2025-06-01 or later" in said
    gap = with_bonus(replace(amount("bonus", 50), gaps=(dt.date(2025, 1, 1),)))
    assert "was not found of 2025-02-01" in wrong(make, plus, in_book=gap)
    after = reformed(gap, make("parameters: {it.bonus: {value: 5}}"))
    assert isinstance(value(after, "it.given_bonus", dt.date(2025, 1, 15)), Unknown)
    assert value(after, "it.given_bonus") == 15


def a_rule(name: str, unit: str = "EUR/month", more: str = "", returns: str = "bonus") -> str:
    head = f'@rule(HOUSEHOLD, "{unit}", article="new"{more})'
    return f'{head}\ndef {name}({returns}):\n    """It."""\n    return {returns}\n'


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (a_rule("it__given_bonsu"), "under “labels”); did you mean “it__given_bonus”?"),
        (a_rule("at__given_bonus"), "trial.py:3: at__given_bonus: there is no right “at”"),
        (a_rule("it__given_bonus", "EUR/year"),
         "gives EUR/year of a household, and what it replaces gives EUR/month of a household"),
        (a_rule("it__given_bonus", more=', start="2025-01-01"'), "begins on 2025-01-01, before the"),
        (a_rule("it__given_bonus", more=', end="2025-01-31"'), "ends on 2025-01-31, before it begins"),
        (a_rule("it__rent"), "it__rent: is there already: take another name"),
        ('it__rents = total("wage", "EUR/month")', "it__rents: is no rule of it"),
    ],
)  # fmt: skip
def test_a_rule_that_does_not_fit_is_told_with_its_line(make: Make, rules: str, said: str) -> None:
    assert said in wrong(make, "rules: trial.py", rules)


def test_a_name_that_every_right_knows_is_not_taken(make: Make) -> None:
    text = "rules: trial.py\nlabels: {child_benefit.age: {nl: a, fr: b, en: c}}"
    found = wrong(make, text, a_rule("child_benefit__age"), CATALOGUE)
    assert "“age” is what every right calls something of “family”: take another name" in found


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (a_rule("it__given_bonus", returns="bonsu"), "“bonsu” is no rule, parameter or input; did"),
        (a_rule("it__given_bonus", returns="size"), "what it returns is in child, what it says"),
        (a_rule("it__given_bonus", returns="wage"), "“wage” is of one person, and this rule is"),
        (a_rule("it__given_bonus", returns="by_size") + a_rule("it__by_size", returns="given_bonus"),
         "needs itself: it."),
        (a_rule("it__given_bonus") + a_rule("other", more=', name="it__given_bonus"'),
         "it.given_bonus: two versions are in force on 2025-02-01"),
    ],
)  # fmt: skip
def test_rules_of_a_reform_are_checked_as_those_of_the_catalogue(make: Make, rules: str, said: str) -> None:
    after = reformed(BOOK, make("rules: trial.py", rules))
    with pytest.raises(FlawedLaw) as error:
        law_on(after, ON)
    assert said in str(error.value)
    law_on(after, ON - dt.timedelta(days=1))
