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
