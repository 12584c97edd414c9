"""The same journeys where JavaScript is off."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.pages.routes import address

pytestmark = pytest.mark.browser


@pytest.fixture
def home(open_page: Open) -> Page:
    return open_page(address("home", "nl"), java_script_enabled=False)


def test_search_from_home_filter_and_open_a_measure(home: Page) -> None:
    page = home
    page.locator("main form input[name=q]").fill("opvang")
    page.locator("main form button").click()
    page.wait_for_url(re.compile(re.escape(address("plan:measures", "nl")) + r"\?q=opvang"))
    searched = page.locator("#results li.row").count()
    page.locator("#facets summary").first.click()
    page.locator("#facets details").first.locator("label.option:not(.option-empty) input").first.check()
    page.locator("form.filters button").click()
    page.wait_for_url(re.compile(r"\?q=opvang&\w+="))
    filtered = page.locator("#results li.row").count()
    assert 0 < filtered < searched
    measure = page.locator("#results li.row h3 a").first
    title = measure.inner_text()
    measure.click()
    expect(page.locator("h1")).to_contain_text(title)


def test_language_switch_keeps_the_page_and_its_filters(open_page: Open) -> None:
    page = open_page(address("plan:measures", "nl") + "?theme=4&q=huur", java_script_enabled=False)
    count = page.locator("#results li.row").count()
    page.locator(".languages a[hreflang=fr]").click()
    page.wait_for_url("**" + address("plan:measures", "fr") + "?theme=4&q=huur")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    assert page.locator("#results li.row").count() == count


def test_search_of_the_whole_site(home: Page) -> None:
    home.locator("header form.find input, .nav-narrow a").first.fill("Actiris")
    home.keyboard.press("Enter")
    home.wait_for_url("**" + address("search", "nl") + "?q=Actiris")
    assert home.locator(f"main a[href='{address('plan:actor', 'nl')}']").count() == 1
