"""Every kind of page as a reader first meets it: light and dark, small and wide, in each language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.visiting import Scheme, Visit, visit
from tests.pages.routes import LANGUAGES, address, pages

pytestmark = pytest.mark.browser

HEAVIEST = 50_000  # bytes over the wire, everything included
SMALL, WIDE = 360, 1280
KEY_PAGES = ("home", "plan:measures", "plan:measure", "plan:chain")

Way = tuple[str, str, Scheme, int]


def ways() -> list[Way]:
    """Each page small and light, and wide and dark, the languages in turn; key pages in every language."""
    found: dict[Way, None] = {}
    for i, page in enumerate(pages()):
        found[page, LANGUAGES[i % 3], "light", SMALL] = None
        found[page, LANGUAGES[(i + 1) % 3], "dark", WIDE] = None
    for page in KEY_PAGES:
        for i, language in enumerate(LANGUAGES):
            found[page, language, "dark" if i % 2 else "light", SMALL if i % 2 else WIDE] = None
    return list(found)


each_way = pytest.mark.parametrize("way", ways(), ids=lambda way: "-".join(map(str, way)))


@pytest.fixture(scope="module")
def visited(browser: Browser, site: str) -> Callable[[Way], Visit]:
    """The visit of a page in one way, made once for all tests of this file."""
    kept: dict[Way, Visit] = {}

    def once(way: Way) -> Visit:
        if way not in kept:
            page, language, scheme, width = way
            kept[way] = visit(browser, site, address(page, language), scheme, width)
        return kept[way]

    return once


@each_way
def test_axe_finds_no_violation(visited: Callable[[Way], Visit], way: Way) -> None:
    violations = visited(way).violations
    assert not violations, "\n".join(violations)


@each_way
def test_page_weighs_at_most_50_kilobytes(visited: Callable[[Way], Visit], way: Way) -> None:
    assert 1_000 < visited(way).weight <= HEAVIEST


@each_way
def test_page_asks_nothing_of_another_host(visited: Callable[[Way], Visit], way: Way) -> None:
    assert visited(way).elsewhere == []


@each_way
def test_browser_has_nothing_to_complain_of(visited: Callable[[Way], Visit], way: Way) -> None:
    assert visited(way).complaints == []
