"""Every page that links lead to: some 700, of every measure, theme, actor and document; fetched once."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.test import Client

from tests.pages import routes
from tests.pages.crawl import Visited, crawl
from tests.pages.routes import LANGUAGES

pytestmark = pytest.mark.django_db

Crawled = dict[str, dict[str, Visited]]
MOST_QUERIES = 36  # six rooms above add theirs to a page below; never one for each row
NOT_IN_THE_SITE_MAP = ("search", "components", "api")  # tools for readers and builders: nothing to read there
FORGOTTEN = ("{{", "{%", "None</", "&lt;built-in", "&lt;bound method", "object at 0x")

each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def crawled(django_db_setup: None, django_db_blocker: Any) -> Crawled:
    """Language to all that links lead to from its home page."""
    with django_db_blocker.unblock():
        return {language: crawl(f"/{language}/") for language in LANGUAGES}


def pages(crawled: Crawled, language: str) -> list[Visited]:
    return [visited for visited in crawled[language].values() if visited.page.language]


def is_the_door(visited: Visited) -> bool:
    """Where those who have an account sign in: not a page to read."""
    return "/account/" in visited.address


def site_map(client: Client, language: str) -> set[str]:
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    paths = (urlsplit(place.text or "").path for place in root.iter() if place.tag.endswith("}loc"))
    return {path for path in paths if path.startswith(f"/{language}/")}


@each_language
def test_every_kind_of_page_is_reached_by_links(crawled: Crawled, language: str) -> None:
    assert {routes.address(page, language) for page in routes.pages()} - set(crawled[language]) == set()


@each_language
def test_every_page_of_the_site_map_is_reached_by_links(
    client: Client, crawled: Crawled, language: str
) -> None:
    assert site_map(client, language) - set(crawled[language]) == set()


@each_language
def test_every_page_that_is_reached_is_in_the_site_map(
    client: Client, crawled: Crawled, language: str
) -> None:
    left_out = {routes.address(page, language) for page in NOT_IN_THE_SITE_MAP}
    read = {visited.address for visited in pages(crawled, language) if not is_the_door(visited)}
    assert read - site_map(client, language) == left_out


@each_language
def test_every_page_leads_to_itself_in_the_other_languages(crawled: Crawled, language: str) -> None:
    for visited in pages(crawled, language):
        for other in set(LANGUAGES) - {language}:
            twins = [crawled[other][link] for link in visited.page.links if link in crawled[other]]
            back = [visited.address in twin.page.links for twin in twins]
            assert back == [True], f"{visited.address}: {other}"


@each_language
def test_no_link_is_dead(crawled: Crawled, language: str) -> None:
    dead = [f"{v.address} (linked from {v.linked_from}): {v.response.status_code}"
            for v in crawled[language].values() if v.response.status_code != 200]  # fmt: skip
    assert dead == []


@each_language
def test_no_link_leads_to_a_part_that_is_not_there(crawled: Crawled, language: str) -> None:
    ids = {visited.address: set(visited.page.ids) for visited in pages(crawled, language)}
    lost = set()
    for visited in pages(crawled, language):
        for link in visited.page.links:
            address, _, part = link.partition("#")
            target = ids.get(address.partition("?")[0] or visited.address)
            if part and target is not None and part not in target:
                lost.add(f"{visited.address}: {link}")
    assert lost == set()


@each_language
def test_every_page_says_its_language_and_has_one_heading(crawled: Crawled, language: str) -> None:
    assert len(pages(crawled, language)) > 100
    for visited in pages(crawled, language):
        assert visited.page.language == language, visited.address
        assert len(visited.page.headings) == 1, visited.address
        assert visited.page.headings[0].strip(), visited.address


@each_language
def test_no_two_pages_have_the_same_title(crawled: Crawled, language: str) -> None:
    titles = Counter(visited.page.title for visited in pages(crawled, language))
    assert [title for title, count in titles.items() if count > 1] == []
    assert all(title.endswith(" · Relais") for title in titles)


@each_language
def test_no_page_asks_much_of_the_database_or_sets_a_cookie(crawled: Crawled, language: str) -> None:
    for visited in pages(crawled, language):
        assert visited.queries <= MOST_QUERIES, visited.address
        assert not visited.response.cookies or is_the_door(visited), visited.address
        assert "Cookie" not in visited.response.get("Vary", "") or is_the_door(visited), visited.address


@each_language
def test_no_page_shows_what_a_programmer_forgot(crawled: Crawled, language: str) -> None:
    for visited in pages(crawled, language):
        html = visited.response.content.decode()
        assert [words for words in FORGOTTEN if words in html] == [], visited.address
