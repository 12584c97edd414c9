"""What someone with an account meets: their name on every page, and their own pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SignedIn
from tests.pages.routes import address

pytestmark = pytest.mark.browser


def test_who_is_signed_in_sees_it_on_every_page(signed_in: SignedIn) -> None:
    page = signed_in("member", address("plan:measures", "nl"))
    expect(page.locator(".own")).to_contain_text("Fictional member")
    page.locator(f".own a[href='{address('accounts:me', 'nl')}']").click()
    page.wait_for_url("**" + address("accounts:me", "nl"))
