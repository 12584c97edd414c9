"""A parent walks through the check on an old telephone: three languages, no JavaScript, nothing kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.test_reflow import STICKING_OUT
from tests.browser.visiting import press, violations_of
from tests.pages.routes import LANGUAGES, address

pytestmark = pytest.mark.browser

TELEPHONE = {"width": 360, "height": 640}
MOST_PAGES = 40


def is_sound(page: Page) -> list[str]:
    """What axe finds, and what sticks out."""
    return [*violations_of(page), *page.evaluate(STICKING_OUT)]


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


def walk(page: Page) -> int:
    """From the first page to the result; how many pages of questions there were."""
    press(page, page.locator("main form.form button").first)
    for n in range(MOST_PAGES):
        if page.locator("main article").count():
            return n
        answer_all(page)
        press(page, page.locator("main form.form button").first)
    raise AssertionError("the questions never end")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_check_leads_to_a_result_without_javascript(open_page: Open, language: str) -> None:
    page = open_page(address("check:check", language), viewport=TELEPHONE, java_script_enabled=False)
    assert walk(page) > 1
    expect(page.locator("main h2").first).to_be_visible()
    assert page.context.cookies() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_the_check_is_sound(open_page: Open, scheme: str) -> None:
    page = open_page(address("check:check", "fr"), viewport=TELEPHONE, color_scheme=scheme)
    assert is_sound(page) == []
    press(page, page.locator("main form.form button").first)
    assert is_sound(page) == []
    press(page, page.locator('main button[value="result"]'))
    assert is_sound(page) == []
