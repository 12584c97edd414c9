"""Someone who walks through the site: opens pages, fills in forms, sends them, sees what came of it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Page, expect

from tests.browser.visiting import press, violations_of

# Where pictures of every step go, for a person to look at; none are taken where this is not set.
PICTURES = os.environ.get("PICTURES", "")
_turn = count(1)


def path(name: str, *arguments: Any, language: str = "en") -> str:
    with override(language):
        return reverse(name, args=arguments)


@dataclass
class Walker:
    """A person with a browser of their own."""

    who: str
    page: Page
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("response", lambda answer: answer.status >= 500 and self.complaints.append(answer.url))

    def goes(self, name: str, *arguments: Any) -> Walker:
        """Open a page by its name."""
        self.page.goto(path(name, *arguments))
        return self

    def follows(self, link: str) -> Walker:
        """Click the first link of the page that is called so."""
        press(self.page, self.page.locator("main").get_by_role("link", name=link).first)
        return self

    def writes(self, **fields: Any) -> Walker:
        """Fill in fields by name: words and days, one of a choice, or True to tick."""
        for name, value in fields.items():
            found = self.page.locator(f'main [name="{name}"]')
            kind = found.first.evaluate("field => field.type")
            if kind.startswith("select"):
                found.select_option(value)
            elif value is True:
                found.check()
            elif kind in ("radio", "checkbox"):
                self.page.locator(f'main [name="{name}"][value="{value}"]').check()
            else:
                found.fill(str(value))
        return self

    def sends(self, button: str = "") -> Walker:
        """Send the form, by the button that is called so when it has several; axe looks at the page first."""
        self.pictured().complaints.extend(violations_of(self.page))
        form = self.page.locator("main form")
        wanted = (
            form.get_by_role("button", name=button, exact=True) if button else form.locator("button").first
        )
        press(self.page, wanted)
        expect(self.page.locator("#errors")).to_have_count(0)
        return self.pictured()

    def sees(self, *words: str) -> Walker:
        """All these words are on the page."""
        for each in words:
            expect(self.page.locator("main")).to_contain_text(each)
        return self

    def pictured(self) -> Walker:
        """Keep a picture of the page, where pictures are wanted."""
        if PICTURES:
            name = f"{next(_turn):03d}-{self.who}.png"
            self.page.screenshot(path=Path(PICTURES) / name, full_page=True)
        return self
