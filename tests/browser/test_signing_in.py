"""Coming in as people do: by invitation, with a password, an app, a passkey; and without JavaScript."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, SignedIn
from tests.browser.seating import PASSWORD
from tests.browser.serving import Site
from tests.one_time import STEP, code_of
from tests.pages.routes import address

pytestmark = pytest.mark.browser

DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


def sign_in(page: Page, email: str) -> None:
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form").first.locator("button").click()


def say_who_it_is(page: Page) -> None:
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button").first.click()


def with_device(page: Page) -> Any:
    """A device that keeps passkeys, without a person in front of it."""
    chromium = page.context.new_cdp_session(page)
    chromium.send("WebAuthn.enable")
    chromium.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return chromium


def test_who_is_signed_in_sees_it_on_every_page(signed_in: SignedIn) -> None:
    page = signed_in("member", address("plan:measures", "nl"))
    expect(page.locator(".own")).to_contain_text("Fictional member")
    page.locator(f".own a[href='{address('accounts:me', 'nl')}']").click()
    page.wait_for_url("**" + address("accounts:me", "nl"))


@pytest.mark.parametrize("javascript", [True, False])
def test_first_administrator_comes_in_by_the_link_of_a_command(
    open_page: Open, running: Site, javascript: bool
) -> None:
    link = running.relais(
        "invite", f"first-{javascript}@example.org", "--organisation", "house", "--role", "administrator",
        "--name", "House", "--language", "en",
    )  # fmt: skip
    page = open_page(urlsplit(link).path, java_script_enabled=javascript)
    page.locator("input[name=name]").fill("Fictional Ada")
    page.locator("input[name=password1]").fill(PASSWORD)
    page.locator("input[name=password2]").fill(PASSWORD)
    page.locator("main form.form button").click()
    page.wait_for_url("**" + address("accounts:me", "en"))
    page.locator("main").get_by_role("link", name="Open invitations").click()
    page.get_by_role("link", name="Invite someone").click()
    page.locator("input[name=email]").fill(f"next-{javascript}@example.org".lower())
    page.locator("select[name=organisation]").select_option(label="House")
    page.locator("main form.form button").click()
    expect(page.locator("main [role=status]")).to_contain_text("The invitation is sent.")
    expect(page.locator("main .rows")).to_contain_text(f"next-{javascript}@example.org".lower())


def test_password_and_a_code_of_the_app(signed_in: SignedIn, open_page: Open) -> None:
    page = signed_in("member", address("accounts:me", "en"), "app-users")
    page.get_by_role("link", name="Set up an app").click()
    say_who_it_is(page)
    expect(page.locator(".squares svg")).to_be_visible()
    secret = page.locator("#secret").inner_text()
    page.locator("input[name=code]").fill(code_of(secret))
    page.locator("main form.form button").click()
    expect(page.locator(".codes li")).to_have_count(10)

    other = open_page(address("accounts:me", "en"))
    sign_in(other, "member@app-users.example.org")
    expect(other.locator("h1")).to_have_text("One more step")
    other.locator("input[name=code]").fill("000000")
    other.locator("main form").first.locator("button").click()
    expect(other.locator("#errors")).to_contain_text("This code is not right")
    other.locator("input[name=code]").fill(code_of(secret, time.time() + STEP))  # that of now was used above
    other.locator("main form").first.locator("button").click()
    other.wait_for_url("**" + address("accounts:me", "en"))


def test_passkey_alone(signed_in: SignedIn) -> None:
    page = signed_in("referent", address("accounts:me", "en"), "key-users")
    with_device(page)
    page.get_by_role("link", name="Add a passkey").click()
    say_who_it_is(page)
    page.locator("input[name=name]").fill("telephone")
    page.locator("input[name=passwordless]").check()
    page.locator("#passkey_add").click()
    expect(page.locator(".codes li")).to_have_count(10)
    page.goto(address("accounts:me", "en"))
    expect(page.locator("main")).to_contain_text("telephone")
    page.get_by_role("button", name="Sign out").click()
    page.goto(address("account_login", "en"))
    page.locator("#passkey_login").click()
    page.wait_for_url("**" + address("reminder:desk", "en"))
    expect(page.locator(".own")).to_contain_text("Fictional referent")


def test_device_without_a_passkey_is_told_in_the_page(open_page: Open) -> None:
    page = open_page(address("account_login", "fr"))
    with_device(page)
    expect(page.locator("#passkey-failed")).to_be_hidden()
    page.locator("#passkey_login").click()
    expect(page.locator("#passkey-failed")).to_be_visible()


def test_signing_in_and_out_without_javascript(signed_in: SignedIn, open_page: Open) -> None:
    signed_in("member", address("home", "nl"), "plain-users")
    page = open_page(address("home", "nl"), java_script_enabled=False)
    page.locator("footer").get_by_role("link", name="Aanmelden").click()
    sign_in(page, "member@plain-users.example.org")
    page.wait_for_url("**" + address("reminder:desk", "nl"))
    page.locator(f".own a[href='{address('accounts:me', 'nl')}']").click()
    page.get_by_role("button", name="Afmelden").click()
    page.wait_for_url("**" + address("home", "nl"))
    expect(page.locator("main [role=status]")).to_contain_text("U bent afgemeld.")
    expect(page.locator(".own")).to_have_count(0)
