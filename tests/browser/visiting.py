"""One first visit of one page: what it weighs, what it complains of, what axe finds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page

Scheme = Literal["light", "dark"]

LOUD = {"error", "warning"}
ONLY_VIOLATIONS = {"resultTypes": ["violations"]}
REPORT_POLICY = """document.addEventListener("securitypolicyviolation",
    broken => console.error("policy: " + broken.violatedDirective + " " + broken.blockedURI))"""


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of it."""

    weight: int = 0
    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)


def visit(browser: Browser, site: str, address: str, scheme: Scheme, width: int, session: str = "") -> Visit:
    """Open `address` with an empty cache, and look at it in every way; as the person of `session`, if any."""
    context = browser.new_context(
        base_url=site, color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce"
    )
    with context:
        if session:
            context.add_cookies([{"name": "sessionid", "value": session, "url": site}])
        page = context.new_page()
        page.add_init_script(REPORT_POLICY)
        complaints: list[str] = []
        asked: list[str] = []
        page.on("console", lambda said: complaints.append(said.text) if said.type in LOUD else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        received = _watch_bytes(page)
        page.goto(address)
        violations = violations_of(page)  # takes a while: what the page asks for late is counted too
        return Visit(
            weight=sum(received) + _weight_of_icon(page),
            complaints=complaints,
            elsewhere=[url for url in asked if urlsplit(url).netloc != urlsplit(site).netloc],
            violations=violations,
        )


def _watch_bytes(page: Page) -> list[int]:
    """The bytes over the wire, headers included, one number per answer."""
    received: list[int] = []
    network = page.context.new_cdp_session(page)
    network.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
    network.send("Network.enable")
    return received


def _weight_of_icon(page: Page) -> int:
    """A browser without a window does not ask for the icon; a reader's browser does."""
    icon = page.locator("link[rel=icon]").first.get_attribute("href")
    return len(page.request.get(icon).body()) if icon else 0


def violations_of(page: Page) -> list[str]:
    """What axe finds on the page as it stands."""
    found: list[dict[str, Any]] = Axe().run(page, options=ONLY_VIOLATIONS).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"][:5]
    ]


def press(page: Page, button: Locator) -> None:
    """Press what leads to another page, and wait until that page is there."""
    with page.expect_navigation():
        button.click()
