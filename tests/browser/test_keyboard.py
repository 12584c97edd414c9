"""Everything with the keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.pages.routes import LANGUAGES, address, pages

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement"


@pytest.mark.parametrize("name", pages())
def test_first_tab_reaches_the_skip_link_and_it_leads_to_the_content(open_page: Open, name: str) -> None:
    page = open_page(address(name, LANGUAGES[len(name) % 3]))
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize("name", ["home", "plan:measures", "plan:chain"])
def test_whatever_has_the_focus_can_be_seen(open_page: Open, name: str) -> None:
    page = open_page(address(name, "fr"), viewport={"width": 1280, "height": 800})
    for _ in range(40):
        page.keyboard.press("Tab")
        hidden = page.evaluate(f"""() => {{
            const box = {FOCUSED}.getBoundingClientRect();
            const style = getComputedStyle({FOCUSED});
            const marked = style.outlineStyle !== "none" || style.boxShadow !== "none";
            return box.width > 0 && box.height > 0 && marked ? "" : {FOCUSED}.outerHTML.slice(0, 200);
        }}""")
        assert hidden == ""


def test_filters_work_with_the_keyboard_and_keep_the_focus(open_page: Open) -> None:
    page = open_page(address("plan:measures", "nl"))
    before = _found(page)
    page.locator("#facets details:not([open]) > summary").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    chosen = page.evaluate(f"{FOCUSED}.id")
    assert page.evaluate(f"{FOCUSED}.type") == "checkbox"
    page.keyboard.press("Space")
    page.wait_for_url(re.compile(r"\?.*=."))
    expect(page.locator(".chosen a")).to_have_count(2)
    expect(page.locator(f"[id='{chosen}']")).to_be_focused()
    expect(page.locator(f"[id='{chosen}']")).to_be_checked()
    assert 0 < _found(page) < before


def test_a_filter_is_taken_back_with_the_keyboard(open_page: Open) -> None:
    page = open_page(address("plan:measures", "en") + "?theme=4")
    page.locator(".chosen a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chosen")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
def test_menu_leads_on_with_the_keyboard(open_page: Open, width: int) -> None:
    page = open_page(address("home", "nl"), viewport={"width": width, "height": 800})
    if width == 360:
        page.locator(".nav-narrow summary").focus()
        page.keyboard.press("Enter")
    link = page.locator(f"header a[href='{address('plan:chain', 'nl')}']:visible")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**" + address("plan:chain", "nl"))


def _found(page: Page) -> int:
    return page.locator("#results ol.rows > li.row").count()
