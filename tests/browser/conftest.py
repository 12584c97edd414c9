"""A server and a Chromium for the tests of this folder; both end with its last test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import machine
from tests.browser.serving import Site, served

QUIET = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip

PATIENCE = 15_000  # milliseconds

Open = Callable[..., Page]
Seated = Callable[..., str]
SignedIn = Callable[..., Page]


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
def running(browser: Browser) -> Iterator[Site]:
    """The running site, and what runs beside it."""
    with served() as site:
        yield site


@pytest.fixture(scope="package")
def site(running: Site) -> str:
    """The address of the running site."""
    return running.address


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Open]:
    """Open an address in a browser that knows nothing yet, or only `session`, the key of one.

    Other keywords are those of Browser.new_context.
    """
    with ExitStack() as contexts:

        def opened(address: str, session: str = "", **how: Any) -> Page:
            context = contexts.enter_context(browser.new_context(base_url=site, **how))
            if session:
                context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            page.goto(address)
            return page

        yield opened


@pytest.fixture(scope="package")
def seated(running: Site) -> Seated:
    """The key of a session of a fictional person: `seated("cell", "organisation")`. Made once for each."""
    seats: dict[tuple[str, str], str] = {}

    def key(role: str, organisation: str = "fiction") -> str:
        seat = role, organisation
        if seat not in seats:
            seats[seat] = running.run("tests.browser.seating", *seat)
        return seats[seat]

    return key


@pytest.fixture
def signed_in(open_page: Open, seated: Seated) -> SignedIn:
    """Open an address as someone with an account: `signed_in("cell", "/nl/…")`.

    The person is made on the way, with that role in `organisation` (a slug, made when it is not there).
    Other keywords are those of Browser.new_context. More rows: `running.run("tests.….module")`.
    """

    def opened(role: str, address: str, organisation: str = "fiction", **how: Any) -> Page:
        return open_page(address, session=seated(role, organisation), **how)

    return opened
