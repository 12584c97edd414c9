"""What no reader asks and every robot tries: it is answered, and never with an error of ours."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.test import Client

from tests.pages.reading import Page
from tests.pages.routes import address

pytestmark = pytest.mark.django_db

FILTERS = ("q", "theme", "kind", "level", "means", "actor", "proposed", "linked")
VALUES = {
    "null bytes": "%00",
    "control characters": "%01%1b%7f%0d%0a",
    "10 kB": "a" * 10_000,
    "10 kB of spaces": "+" * 10_000,
    "emoji": quote("👩‍👧 🏳️‍🌈"),
    "SQL": quote("1' OR 1=1; DROP TABLE plan_measure; --"),
    "markup": quote('"><script>alert(1)</script>'),
    "not UTF-8": "%ff%fe",
    "half a surrogate": "%ed%a0%80",
    "negative": "-1",
    "enormous": "9" * 400,
    "a fraction": "1e309",
    "unknown": "atlantis",
    "right to left": quote("\u202e\u2067מידה"),
    "template": quote("{{ settings.SECRET_KEY }}{% load x %}"),
}
QUERIES = {
    **{f"every filter: {name}": "&".join(f"{f}={value}" for f in FILTERS) for name, value in VALUES.items()},
    "unknown filters": "colour=blue&theme[]=1&theme.number=2&__proto__=x",
    "repeated": "&".join(["theme=4&level=region&q=huur"] * 100),
    "only signs": "&&==&?;%",
    "page numbers": "page=-1&limit=999999999999&offset=abc",
}
PAGES = ("home", "search", "plan:measures", "plan:measure", "plan:chain", "plan:download", "plan:glossary")


@pytest.fixture
def stranger() -> Client:
    """A client that sees errors as a browser would."""
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())
def test_odd_query_is_answered(stranger: Client, page: str, query: str) -> None:
    for headers in ({}, {"HX-Request": "true"}):
        response = stranger.get(address(page, "fr"), headers=headers, QUERY_STRING=query)
        assert response.status_code == 200
        assert b"<script>alert" not in response.content
        assert b"only-for-tests" not in response.content


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())
def test_api_answers_an_odd_query(stranger: Client, query: str) -> None:
    for noun in ("measures", "links", "measures/16"):
        response = stranger.get(f"/api/v1/{noun}", QUERY_STRING=query)
        assert response.status_code in {200, 404, 422}
        assert "json" in response["Content-Type"]


ODD_PARTS = [
    "0", "-1", "101", "016", "9" * 19, "9" * 400, "1.5", "1e3", "٣",
    "%00", "%ff", "..%2f..%2fetc", "'", "a" * 3000,
    quote("é"), quote("👩‍👧"), "<script>", "nothing",
]  # fmt: skip


@pytest.mark.parametrize("part", ODD_PARTS, ids=range(len(ODD_PARTS)))
@pytest.mark.parametrize("page", ["plan:themes", "plan:measures", "plan:actors", "plan:documents"])
def test_odd_address_is_not_found(stranger: Client, page: str, part: str) -> None:
    response = stranger.get(f"{address(page, 'en')}{part}/")
    if part == "016" and page in {"plan:themes", "plan:measures"}:
        assert response.status_code in {200, 301, 404}
    else:
        assert response.status_code == 404
        assert Page(response.content.decode()).language == "en"


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize(
    "rest", ["nothing/", "a/b/c/", "{measures}999/", "{actors}nobody/", "index.php", ".env"]
)
def test_not_found_is_our_page_in_the_language_of_the_address(
    stranger: Client, language: str, rest: str
) -> None:
    rest = rest.replace("{measures}", address("plan:measures", language).removeprefix(f"/{language}/"))
    rest = rest.replace("{actors}", address("plan:actors", language).removeprefix(f"/{language}/"))
    response = stranger.get(f"/{language}/{rest}")
    page = Page(response.content.decode())
    assert response.status_code == 404
    assert page.language == language
    assert page.title.endswith(" · Relais")
    assert len(page.headings) == 1
    assert address("home", language) in page.links


@pytest.mark.parametrize("asked", ["/de/", "/de/massnahmen/", "/nothing", "/wp-login.php"])
def test_address_without_a_language_of_ours_is_not_found_in_the_readers_language(
    stranger: Client, asked: str
) -> None:
    response = stranger.get(asked, headers={"Accept-Language": "fr-BE, de;q=0.5"})
    page = Page(response.content.decode())
    assert response.status_code == 404
    assert page.language == "fr"
    assert page.title.endswith(" · Relais")


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_writing_is_not_an_error_of_ours(stranger: Client, method: str) -> None:
    for page in PAGES:
        assert getattr(stranger, method)(address(page, "nl")).status_code < 500
