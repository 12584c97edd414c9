"""The words of a chart can be read in a real browser: none is cut, none lies on another or on a key."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open
from tests.pages.routes import LANGUAGES, address

pytestmark = pytest.mark.browser

WIDE = {"width": 1280, "height": 900}
ILLEGIBLE = """() => [...document.querySelectorAll(".chart svg")].flatMap(svg => {
    const whole = svg.viewBox.baseVal, words = [...svg.querySelectorAll("text")];
    const keys = [...svg.querySelectorAll("rect")].filter(box => box.getAttribute("width") <= 9);
    const box = part => part.getBBox();
    const over = (a, b, at, size) => a[at] < b[at] + b[size] && b[at] < a[at] + a[size];
    const meet = (a, b) => over(a, b, "x", "width") && over(a, b, "y", "height");
    return words.flatMap((text, n) => {
        const one = box(text), others = [...words.slice(n + 1), ...keys];
        const cut = one.x < -0.5 || one.x + one.width > whole.width + 0.5;
        return [...(cut ? [text.textContent + " is cut"] : []),
                ...others.filter(other => meet(one, box(other))).map(
                    other => text.textContent + " lies on " + (other.textContent || "a key"))];
    });
})"""


@pytest.mark.parametrize("kind", ["report:balance", "check:right"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_of_a_chart_are_cut_or_covered(open_page: Open, language: str, kind: str) -> None:
    page = open_page(address(kind, language), viewport=WIDE)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.locator(".chart svg text").count() > 10
    assert page.evaluate(ILLEGIBLE) == []


NARROW = {"width": 360, "height": 900}
CROWDED = """() => [...document.querySelectorAll(".data-chart svg")].flatMap(svg => {
    if (!svg.checkVisibility()) return [];
    const whole = svg.viewBox.baseVal, isSmall = svg.getBoundingClientRect().width / whole.width < 0.95;
    const words = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBBox()]);
    const over = (a, b, at, size) => a[at] + 1.5 < b[at] + b[size] && b[at] + 1.5 < a[at] + a[size];
    const meet = (a, b) => over(a, b, "x", "width") && over(a, b, "y", "height");
    return [...(isSmall ? ["words are small"] : []), ...words.flatMap(([text, one], n) => {
        const ends = [one.x + one.width - whole.width, one.y + one.height - whole.height, -one.x];
        const met = words.slice(n + 1).filter(([, other]) => meet(one, other));
        const cut = Math.max(...ends) > 2 ? [text + " is cut"] : [];
        return [...cut, ...met.map(([other]) => text + " lies on " + other)];
    })];
})"""


@pytest.mark.parametrize("viewport", [WIDE, NARROW])
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_every_kind_of_chart_can_be_read(
    open_page: Open, language: str, viewport: dict[str, int]
) -> None:
    page = open_page(address("components", language), viewport=viewport)
    assert page.locator(".data-chart").count() >= 12
    assert page.locator(".data-chart svg:visible").count() == page.locator(".data-chart").count()
    assert page.evaluate(CROWDED) == []
