"""A parent walks through the check on an old telephone: three languages, no JavaScript, nothing kept."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.telling import FAMILIES, Family, begin, tell
from tests.browser.test_reflow import STICKING_OUT
from tests.browser.visiting import press, violations_of
from tests.pages.routes import LANGUAGES, address

pytestmark = pytest.mark.browser

MOST_QUESTION_PAGES = 12
TELEPHONE = {"width": 360, "height": 640}


def is_sound(page: Page) -> list[str]:
    """What axe finds, and what sticks out."""
    return [*violations_of(page), *page.evaluate(STICKING_OUT)]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_family_of_the_dossier_is_told_what_the_dossier_prints(
    open_page: Open, language: str, family: Family
) -> None:
    page = open_page(address("check:check", language), viewport=TELEPHONE, java_script_enabled=False)
    begin(page, family)
    assert 1 < tell(page, family, language) < MOST_QUESTION_PAGES
    expect(page.locator("main article b").filter(has_text=family.amount(language)).first).to_be_visible()
    assert page.context.cookies() == []


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_what_changes_what_is_coming_and_one_sheet_follow_from_the_result(
    open_page: Open, language: str
) -> None:
    page = open_page(address("check:check", language), viewport=TELEPHONE)
    begin(page, FAMILIES[0])
    tell(page, FAMILIES[0], language)
    assert is_sound(page) == []

    press(page, page.locator('main button[value="calendar"]'))
    assert is_sound(page) == []
    expect(page.locator("main section.link-row").first).to_be_visible()
    press(page, page.locator("main section.link-row button").first)
    expect(page.locator("main dl.sides").first).to_be_visible()
    assert is_sound(page) == []

    press(page, page.locator('main button[value="what-if"]'))
    assert is_sound(page) == []
    page.locator("select[name=change]").select_option("partner_moves_in:")
    press(page, page.locator('main button[value="after"]'))
    tell(page, FAMILIES[1], language)
    lost = page.locator("main article").first
    expect(lost.locator("b").filter(has_text=FAMILIES[0].amount(language)).first).to_be_visible()
    expect(lost.locator("b").filter(has_text=FAMILIES[1].amount(language)).first).to_be_visible()
    assert is_sound(page) == []

    press(page, page.locator('main button[value="now"]'))
    press(page, page.locator('main button[value="print"]'))
    assert is_sound(page) == []
    assert pages_of(page.pdf(format="A4")) == 1


def pages_of(document: bytes) -> int:
    """How many sheets a PDF has."""
    return len(re.findall(rb"/Type\s*/Page[^s]", document))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_the_check_is_sound(open_page: Open, scheme: str) -> None:
    page = open_page(address("check:check", "fr"), viewport=TELEPHONE, color_scheme=scheme)
    assert is_sound(page) == []
    press(page, page.locator('main button[value="start"]'))
    assert is_sound(page) == []
    press(page, page.locator('main button[value="result"]'))
    assert is_sound(page) == []
