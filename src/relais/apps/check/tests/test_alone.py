"""Who counts as a single parent: the ready-made families stand as the comparison of the laws says."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from django.test import Client
from django.utils.translation import override
from tests.pages.counting import counted_queries

from relais.apps.check.alone import as_table, matrix
from relais.apps.check.household import read_household
from relais.apps.check.profiles import FOLDER, profiles
from relais.apps.languages.addresses import address
from relais.core.rights.counting import Counted
from relais.core.texts.text import LANGUAGES

pytestmark = pytest.mark.django_db

RULES = (
    "child_benefit.is_paid_as_single_parent", "integration_income.is_family_category",
    "increased_reimbursement.is_single_parent_family", "income_tax_single_parent.has_supplement_alone",
    "income_tax_single_parent.has_supplement_low", "unemployment.has_family_charge",
)  # fmt: skip
# The comparison of the research: one letter for each of RULES, y(es), n(o) or d(epends).
COMPARED = {
    "alone": "yyyyyy", "alone-earning-more": "nyyyny", "with-her-mother": "yynyyn", "with-her-aunt": "yynynn",
    "housemate": "yynynn", "partner-moved-in": "nynynn", "student-of-19": "ynyyyy", "week-by-week": "nyyyyd",
}  # fmt: skip


@pytest.mark.parametrize("slug", COMPARED)
def test_family_stands_as_the_laws_were_compared(slug: str) -> None:
    found = {
        row.notion.rule: standing.counted.value[0]
        for row in matrix().rows
        for profile, standing in row.cells
        if profile.slug == slug
    }
    assert "".join(found[rule] for rule in RULES) == COMPARED[slug]


def test_every_yes_and_no_has_a_reason_and_every_doubt_what_it_turns_on() -> None:
    for row in matrix().rows:
        for profile, standing in row.cells:
            told = {Counted.DEPENDS: standing.needs, Counted.NOT_COMPUTED: (row.notion.definition,)}
            assert told.get(standing.counted, standing.reasons), f"{row.notion.rule}, {profile.slug}"


def test_every_profile_is_a_household_file_of_the_same_day() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} - {"words"} == {each.slug for each in profiles()}
    assert len({read_household(FOLDER / f"{each.slug}.yaml").date for each in profiles()}) == 1


def test_tallies_add_up_to_the_number_of_notions() -> None:
    for tally in matrix().tallies:
        assert sum(tally.counts.values()) == len(matrix().rows)
    assert matrix().fewest.yes == min(tally.yes for tally in matrix().tallies)


def test_page_tells_the_families_apart_and_says_that_they_are_invented(client: Client) -> None:
    with override("en"):
        page = client.get(address("check:alone")).content.decode()
    assert "The families are invented, and are nobody’s." in page
    assert "The family “Alone” counts in 11 of them, the family “Partner moved in” in 2." in page
    assert "Adults (2 persons) is at most 1: no [BBHR/AGRBC 15.07.2021, art. 1]" in page


def test_page_asks_nothing_of_the_database(client: Client) -> None:
    matrix()
    with override("nl"), counted_queries() as asked:
        client.get(address("check:alone"))
        client.get(address("check:alone-file"))
    assert asked == []


def test_file_has_a_row_for_each_notion_and_family_in_three_languages(client: Client) -> None:
    with override("fr"):
        response = client.get(address("check:alone-file"))
    rows = list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"))))
    assert len(rows) == len(matrix().rows) * len(profiles()) == len(as_table(matrix()).rows)
    assert {f"definition_{code}" for code in LANGUAGES} <= set(rows[0])
    is_mother = {"right": "increased_reimbursement", "profile": "with-her-mother"}.items()
    [mother] = [row for row in rows if is_mother <= row.items()]
    assert (mother["counts"], mother["because_en"]) == (
        "no", "Number of others at the address (1 person) is 0: no [RD 15.01.2014]",
    )  # fmt: skip
    assert mother["because_fr"] != mother["because_en"]


@pytest.mark.parametrize(("number", "is_linked"), [(88, True), (91, True), (16, False)])
def test_measures_that_need_the_comparison_lead_to_it(client: Client, number: int, is_linked: bool) -> None:
    with override("en"):
        page = client.get(address("plan:measure", number)).content.decode()
        assert (address("check:alone") in page) == is_linked
