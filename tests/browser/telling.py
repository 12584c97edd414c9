"""Families of the dossier that tell their answers to the check, by the names of the inputs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from playwright.sync_api import Page

from relais.core.rights.book import read_book
from relais.core.rights.inputs import Input
from relais.core.rights.words.values import Named
from relais.core.rights.words.wording import written
from tests.browser.visiting import press

MOST_PAGES = 40
ASKED = """forms => forms.flatMap(form => [...form.querySelectorAll(".field")].map(field => ({
    name: field.querySelector("input, select").name, kind: field.querySelector("input, select").type,
    said: field.querySelector("legend, label").textContent.trim() })))"""


@dataclass(frozen=True)
class Family:
    """`themes` to look at, and `answers`: input, or “input child-1”, to the answer. What is not among them is
    answered no, the least number, or the first choice.
    """

    name: str
    children: int
    themes: tuple[str, ...]
    answers: Mapping[str, Any]
    month: float  # EUR/month, the amount that the dossier prints
    has_partner: bool = False

    def amount(self, language: str) -> str:
        return written(Named(None, self.month, "EUR/month", {}), language)


CHILD_BENEFIT = {
    "lives_in_brussels": True, "residence_title": "belgian", "paid_to": "this-parent", "income child-1": 0,
}  # fmt: skip
MINOR = {
    "birth_date parent": "1990-01-01",
    "birth_date child-1": "2021-03-01",
    "birth_date child-2": "2012-10-01",
}
FAMILIES = [
    Family("children of 4 and 13, income 25,000", 2, ("children",),
           MINOR | CHILD_BENEFIT | {"income parent": 25000}, 584.40),
    Family("the same, with a partner", 2, ("children",),
           MINOR | CHILD_BENEFIT | {"income parent": 25000, "income partner": 0}, 559.53, has_partner=True),
    Family("EX-CB-24: one child of 13, income 30,000", 1, ("children",),
           CHILD_BENEFIT | {"birth_date parent": "1990-01-01", "birth_date child-1": "2012-10-01",
           "income parent": 30000}, 248.68),
    Family("two children, maintenance of 150 and 260 unpaid", 2, ("children",),
           MINOR | CHILD_BENEFIT | {"lives_in_belgium": True, "has_enforceable_title": True,
           "has_enforceable_title parent": False, "maintenance child-1": 150, "maintenance child-2": 260,
           "months_unpaid": 5, "paid_this_month": 0}, 325.00),
    Family("EX-RI-05: two children and no resources", 2, ("income",),
           MINOR | {"lives_in_belgium": True, "residence_status": "belgian", "is_allowed_to_stay": True,
           "is_willing_to_work": True, "has_asked_for_other_rights": True, "is_unmarried": True,
           "stays_here_regularly": True}, 1776.07),
]  # fmt: skip


@cache
def questions(language: str) -> dict[str, Input]:
    """Every question in words, to the input that it asks for."""
    every = (each for right in read_book().rights.values() for each in right.inputs.values())
    return {each.question.said(language).words: each for each in every}


def begin(page: Page, family: Family) -> None:
    """From the first page to the first questions."""
    page.locator("select[name=children]").select_option(str(family.children))
    page.locator(f"input[name=has_partner][value={'yes' if family.has_partner else 'no'}]").check()
    for tick in page.locator("input[name=themes]").all():
        tick.set_checked(tick.get_attribute("value") in family.themes)
    press(page, page.locator('main button[value="start"]'))


def answer_all(page: Page) -> None:
    """Pass over what can be, and say a day where one is asked."""
    form = page.locator("main form.form")
    for field in form.locator("input[type=date]").all():
        field.fill("2019-05-05")
    for field in form.locator("input[type=number]").all():
        name = field.get_attribute("name")
        form.locator(f'input[name="{name}_instead"][value="private"]').check()
    for name in {str(each.get_attribute("name")) for each in form.locator("input[type=radio]").all()}:
        if not name.endswith("_instead"):
            form.locator(f'input[name="{name}"]').first.check()


def tell(page: Page, family: Family, language: str) -> int:
    """Answer page after page until nothing is asked; how many pages there were."""
    for n in range(MOST_PAGES):
        if not page.locator('main button[value="answer"]').count():
            return n
        for field in page.eval_on_selector_all("main form.form", ASKED):
            _fill(page, field, family.answers, language)
        press(page, page.locator('main button[value="answer"]'))
    raise AssertionError("the questions never end")


def _fill(page: Page, field: Mapping[str, str], answers: Mapping[str, Any], language: str) -> None:
    said = field["said"]
    found = next((words for words in questions(language) if said.endswith(words)), None)
    if found is None:  # the “or” of a number or a day: it is filled in
        return
    asked = questions(language)[found]
    given = answers.get(f"{asked.name} {_whom(said[: -len(found)])}", answers.get(asked.name, _plain(asked)))
    place = page.locator(f'main [name="{field["name"]}"]')
    if field["kind"] != "radio":
        place.fill(str(given))
        return
    value = {True: "yes", False: "no"}.get(given, given) if asked.kind == "yes-no" else given
    page.locator(f'main [name="{field["name"]}"][value="{value}"]').check()


def _whom(before: str) -> str:
    """Of whom a question is, from what stands before it: “Child 2: ”."""
    child = re.search(r"\d+", before)
    if child:
        return f"child-{child.group()}"
    return "partner" if "partner" in before.lower() or "partenaire" in before.lower() else "parent"


def _plain(asked: Input) -> Any:
    match asked.kind:
        case "yes-no":
            return False
        case "choice":
            return next(iter(asked.options))
        case "date":
            return "2015-05-05"
    return f"{asked.lowest or 0:g}"
