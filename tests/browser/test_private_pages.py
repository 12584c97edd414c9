"""Pages that ask for an account, seen as a first visit: light and dark, small and wide, in each language."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Open, Seated
from tests.browser.serving import Site
from tests.browser.test_reflow import SMALLEST, STICKING_OUT
from tests.browser.visiting import visit
from tests.pages.routes import LANGUAGES, address

pytestmark = pytest.mark.browser

DOORS = ("account_login", "account_reset_password", "account_reset_password_done")
OWN = (
    "account_logout", "account_reauthenticate", "account_change_password", "accounts:me", "accounts:details",
    "accounts:people", "accounts:invitations", "accounts:invite", "accounts:organisations",
    "accounts:add-organisation", "accounts:trail",
)  # fmt: skip
PAGES = [(page, "") for page in DOORS] + [(page, "administrator") for page in OWN]


@pytest.mark.parametrize(("page", "role"), PAGES)
def test_page_is_sound_in_every_way(
    browser: Browser, running: Site, seated: Seated, page: str, role: str
) -> None:
    session = seated(role) if role else ""
    turn = [name for name, _ in PAGES].index(page)
    for scheme, width in (("light", 360), ("dark", 1280)):
        language = LANGUAGES[(turn + (width == 360)) % 3]
        found = visit(browser, running.address, address(page, language), scheme, width, session)
        assert (found.violations, found.complaints, found.elsewhere) == ([], [], []), (page, scheme)
        assert found.weight <= 50_000


@pytest.mark.parametrize(("page", "role"), PAGES)
def test_page_does_not_scroll_sideways(open_page: Open, seated: Seated, page: str, role: str) -> None:
    opened = open_page(address(page, "fr"), session=seated(role) if role else "", viewport=SMALLEST)
    assert opened.evaluate(STICKING_OUT) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_behind_an_invitation_is_sound(browser: Browser, running: Site, scheme: str) -> None:
    link = running.relais(
        "invite", f"{scheme}@example.org", "--organisation", "sound", "--role", "member", "--name", "Sound"
    )
    found = visit(browser, running.address, urlsplit(link).path, scheme, 360)
    assert (found.violations, found.complaints, found.elsewhere) == ([], [], [])
