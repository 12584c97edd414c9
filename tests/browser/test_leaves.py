"""A parent compares leave on an old telephone; anyone reads who counts as a single parent. Both are sound."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.telling import answer_all
from tests.browser.test_check import TELEPHONE, is_sound
from tests.browser.visiting import press
from tests.pages.routes import LANGUAGES, address

pytestmark = pytest.mark.browser

DESK = {"width": 1280, "height": 800}
MOST_PAGES = 20


def begin(page: Page) -> None:
    for reason in ("child", "illness"):
        page.locator(f'input[name="reasons"][value="{reason}"]').check()
    page.locator('input[name="has_taken"][value="no"]').check()
    press(page, page.locator("main form.form button").first)


def walk(page: Page) -> None:
    """Answer every question, mostly with yes, until the formulas are there."""
    begin(page)
    for _ in range(MOST_PAGES):
        if not page.locator("main form.form").count():
            return
        answer_all(page)
        press(page, page.locator("main form.form button").first)
    raise AssertionError("the questions never end")


@pytest.mark.parametrize("language", LANGUAGES)
def test_formulas_are_compared_without_javascript(open_page: Open, language: str) -> None:
    page = open_page(address("check:leaves", language), viewport=TELEPHONE, java_script_enabled=False)
    walk(page)
    expect(page.locator("main h2").first).to_be_visible()
    assert page.context.cookies() == []


@pytest.mark.parametrize(("viewport", "scheme"), [(TELEPHONE, "dark"), (DESK, "light")])
def test_every_page_of_the_comparison_is_sound(
    open_page: Open, viewport: dict[str, int], scheme: str
) -> None:
    page = open_page(address("check:leaves", "nl"), viewport=viewport, color_scheme=scheme)
    assert is_sound(page) == []
    begin(page)
    assert is_sound(page) == []
    press(page, page.locator('main button[value="result"]'))
    assert is_sound(page) == []
    page.goto(address("check:leaves", "nl"))
    walk(page)
    assert is_sound(page) == []


@pytest.mark.parametrize(("viewport", "scheme"), [(TELEPHONE, "dark"), (DESK, "light")])
def test_who_counts_as_a_single_parent_is_sound_also_opened(
    open_page: Open, viewport: dict[str, int], scheme: str
) -> None:
    page = open_page(address("check:alone", "fr"), viewport=viewport, color_scheme=scheme)
    for summary in page.locator("main summary").all():
        summary.click()
    assert is_sound(page) == []
