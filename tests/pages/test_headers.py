"""What every answer says to the browser: nothing may be loaded from elsewhere, framed, or guessed."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.pages.routes import LANGUAGES, address, pages

pytestmark = pytest.mark.django_db

ANSWERS = [
    *(address(page, LANGUAGES[i % 3]) for i, page in enumerate(pages())),
    "/", "/robots.txt", "/sitemap.xml", "/api/v1/measures", "/nl/nothing/", "/static/nothing",
]  # fmt: skip


@pytest.mark.parametrize("asked", ANSWERS)
def test_answer_is_safe(client: Client, asked: str) -> None:
    response = client.get(asked)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] in {"strict-origin-when-cross-origin", "same-origin", "no-referrer"}
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("asked", ANSWERS)
def test_answer_loads_nothing_from_elsewhere_and_nothing_inline(client: Client, asked: str) -> None:
    policy = dict(part.strip().partition(" ")[::2]
                  for part in client.get(asked)["Content-Security-Policy"].split(";"))  # fmt: skip
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert set(policy.values()) <= {"'none'", "'self'"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_has_no_inline_style_or_script(client: Client, language: str) -> None:
    for page in pages():
        html = client.get(address(page, language)).content.decode()
        assert " style=" not in html, page
        assert "<style" not in html, page
        assert "<script>" not in html, page
        assert " onclick=" not in html, page
