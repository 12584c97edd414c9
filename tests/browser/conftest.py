"""A server and a Chromium for the tests of this folder; both end with its last test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import machine
from tests.browser.serving import served

QUIET = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip

PATIENCE = 15_000  # milliseconds

Open = Callable[..., Page]


# A package, not a session: while Playwright runs, its event loop bars this process from Django's database.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or the one that CHROMIUM names."""
    program = machine.needed("browser")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def site(browser: Browser) -> Iterator[str]:
    """The address of the running site."""
    with served() as address:
        yield address


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Open]:
    """Open an address in a browser that knows nothing yet; keywords are those of Browser.new_context."""
    with ExitStack() as contexts:

        def opened(address: str, **how: Any) -> Page:
            context = contexts.enter_context(browser.new_context(base_url=site, **how))
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            page.goto(address)
            return page

        yield opened
