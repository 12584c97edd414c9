"""The list of measures follows the reader's choice, and its address says what is shown."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.pages.routes import address

pytestmark = pytest.mark.browser


def test_typing_narrows_the_list_without_a_new_page(open_page: Open) -> None:
    page = open_page(address("plan:measures", "fr"))
    page.evaluate("window.isTheSamePage = true")
    page.locator("#q").press_sequentially("crèche", delay=10)
    page.wait_for_url(re.compile(r"[?&]q=cr%C3%A8che"))
    expect(page.locator("#results li.row").nth(30)).to_have_count(0)
    expect(page.locator("#q")).to_be_focused()
    assert page.evaluate("window.isTheSamePage")


def test_the_address_gives_the_same_list_to_someone_else(open_page: Open) -> None:
    page = open_page(address("plan:measures", "fr"))
    page.locator("#q").fill("logement")
    page.wait_for_url(re.compile(r"[?&]q=logement"))
    expect(page.locator(".chosen")).to_be_visible()
    shown = page.locator("#results li.row h3").all_inner_texts()
    other = open_page(page.url)
    assert 0 < len(shown) < 100
    assert other.locator("#results li.row h3").all_inner_texts() == shown


def test_going_back_undoes_a_choice(open_page: Open) -> None:
    page = open_page(address("plan:measures", "nl"))
    everything = page.locator("#results li.row").count()
    page.locator("#q").fill("huur")
    page.wait_for_url(re.compile(r"[?&]q=huur"))
    expect(page.locator(".chosen")).to_be_visible()
    page.go_back()
    expect(page.locator("#results li.row")).to_have_count(everything)
