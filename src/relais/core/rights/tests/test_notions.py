"""Who counts as alone: every law that has such a notion names the rule that decides it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from relais.core.rights.book import CATALOGUE, read_book
from relais.core.rights.counting import Counted, standings, users
from relais.core.rights.family import Family
from relais.core.rights.law import HOUSEHOLD
from relais.core.rights.laws import law_on
from relais.core.rights.notions import read_notions
from relais.core.rights.units import BOOL

BOOK = read_book()
LAW = law_on(BOOK, dt.date(2025, 12, 31))
NOTIONS = [notion for name in BOOK.rights for notion in read_notions(CATALOGUE / name / "alone.yaml")]
ABOUT_BEING_ALONE = re.compile(r"single|alone|isolated|lives_only|only_adult")
NO_ANSWER = {  # yes or no of a household, and about something else than being a single parent
    "adoption_leave.adopts_alone",  # who adopts
    "time_credit.lives_alone",  # nobody else at all, not even children
}


def test_every_notion_is_yes_or_no_of_a_household_and_has_a_source() -> None:
    for notion in NOTIONS:
        node = LAW.nodes[notion.rule]
        assert (node.entity, node.unit) == (HOUSEHOLD, BOOL), notion.rule
        assert notion.source.startswith("https://")


def test_no_rule_that_asks_who_is_alone_is_left_out() -> None:
    asked = (node for node in LAW.nodes.values() if (node.entity, node.unit) == (HOUSEHOLD, BOOL))
    about = {node.name for node in asked if ABOUT_BEING_ALONE.search(node.name.partition(".")[2])}
    rules = {notion.rule for notion in NOTIONS}
    below = {node.name for node in LAW.needed_for(rules)}
    above = {name for name in about if rules & {node.name for node in LAW.needed_for([name])}}
    assert about - below - above == NO_ANSWER


def test_who_is_not_known_to_be_alone_depends_on_what_is_not_told() -> None:
    family = Family({"ada": {"role": "parent"}, "bo": {"role": "child"}})
    found = {each.notion.rule: each for each in standings(LAW, NOTIONS, family)}
    leave = found["leave_allowance.lives_only_with_dependent_children"]
    assert leave.counted == Counted.DEPENDS
    assert [(need.name, need.person) for need in leave.needs] == [("family.is_dependent", "bo")]
    assert found["childcare_one.counts_as_single_parent"].counted == Counted.NOT_COMPUTED


@pytest.mark.parametrize(("kinship", "counts"), [("second", Counted.YES), ("third", Counted.NO)])
def test_the_tax_draws_the_line_after_the_second_degree(kinship: str, counts: Counted) -> None:
    child = {"role": "child", "birth_date": "2015-05-05", "own_net_resources": 0, "is_split_for_tax": False,
             "has_fiscal_handicap": False}  # fmt: skip
    relative = {"role": "other", "kinship": kinship, "raised_this_parent": False}
    household = {"is_taxed_alone": True, "taxable_income": 18000, "net_professional_income": 15000}
    family = Family({"ada": {"role": "parent"}, "bo": child, "cy": relative}, household)
    found = {each.notion.rule: each.counted for each in standings(LAW, NOTIONS, family)}
    assert found["income_tax_single_parent.has_supplement_low"] == counts
    assert found["income_tax_single_parent.has_supplement_alone"] == Counted.YES


def test_a_notion_tells_which_other_rights_use_it() -> None:
    [rent] = [notion for notion in NOTIONS if notion.right == "rent_allowance"]
    assert users(LAW, rent, BOOK.rights) == ["relocation_allowance"]
