"""Following every link from the home page, as a reader without a map would."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.test import Client

from tests.pages.counting import counted_queries
from tests.pages.reading import Page


@dataclass(frozen=True, slots=True)
class Visited:
    """An address that some page links to, and its answer."""

    address: str
    linked_from: str
    response: HttpResponse
    page: Page
    queries: int


def crawl(start: str, inside: str = "") -> dict[str, Visited]:
    """Every address of this site that links lead to from `start` and that begins as it does, or as `inside`,
    without query strings."""
    client = Client(raise_request_exception=False)
    inside = inside or start
    visited: dict[str, Visited] = {}
    waiting = {start: "the front door"}
    while waiting:
        address, linked_from = waiting.popitem()
        with counted_queries() as queries:
            response = client.get(address)
        page = Page(response.content.decode() if _is_html(response) else "")
        visited[address] = Visited(address, linked_from, response, page, len(queries))
        for link in page.links:
            target = urlsplit(link)
            if not target.netloc and target.path.startswith(inside) and target.path not in visited:
                waiting.setdefault(target.path, address)
    return visited


def _is_html(response: HttpResponse) -> bool:
    return response.get("Content-Type", "").startswith("text/html")
