"""On the smallest screen nothing sticks out: a reader scrolls down, never sideways as well (WCAG 1.4.10)."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open
from tests.pages.routes import LANGUAGES, address, pages

pytestmark = pytest.mark.browser

SMALLEST = {"width": 320, "height": 640}

# What makes the page wider than the window. What scrolls inside a box of its own does not.
STICKING_OUT = """() => {
    const page = document.documentElement;
    const isBoxed = part => !!part && part !== document.body
        && (getComputedStyle(part).overflowX !== "visible" || isBoxed(part.parentElement));
    const wide = [...document.body.querySelectorAll("*")].filter(
        part => part.getBoundingClientRect().right > page.clientWidth && !isBoxed(part.parentElement));
    const said = ["page", ...wide.map(part => part.outerHTML.slice(0, 150))];
    return page.scrollWidth <= page.clientWidth ? [] : said.slice(0, 8);
}"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", pages())
def test_page_does_not_scroll_sideways(open_page: Open, name: str, language: str) -> None:
    found = open_page(address(name, language), viewport=SMALLEST).evaluate(STICKING_OUT)
    assert not found, "\n".join(found)
