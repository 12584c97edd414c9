"""Every kind of page, in every language, as the address list knows it."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.pages.counting import counted_queries
from tests.pages.doubling import double
from tests.pages.reading import Page
from tests.pages.routes import LANGUAGES, address, pages

pytestmark = pytest.mark.django_db

MOST_QUERIES = 12
# Rooms above add theirs to a page below: a query or two each, and never one for each row.
MOST_QUERIES_OF = {
    "plan:measures": 6, "plan:theme": 14, "coordination:organisation": 18, "coordination:action": 26,
    "plan:measure": 31,
}  # fmt: skip

each_page = pytest.mark.parametrize("page", pages())
each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_page
@each_language
def test_page_answers_in_its_language(client: Client, page: str, language: str) -> None:
    response = client.get(address(page, language))
    assert response.status_code == 200
    assert response["Content-Language"] == language
    assert Page(response.content.decode()).language == language


@each_page
@each_language
def test_page_has_one_heading_and_a_title_that_names_it(client: Client, page: str, language: str) -> None:
    read = Page(client.get(address(page, language)).content.decode())
    name, _, site = read.title.rpartition(" · ")
    assert site == "Relais"
    assert len(read.headings) == 1
    assert read.headings[0].strip() in name or page == "home"
    assert read.meta["og:title"] in name
    assert read.meta["og:description"]
    assert read.meta["description"]


@each_page
@each_language
def test_page_uses_every_id_once(client: Client, page: str, language: str) -> None:
    ids = Page(client.get(address(page, language)).content.decode()).ids
    assert sorted(ids) == sorted(set(ids))


@each_page
def test_page_sets_no_cookie(client: Client, page: str) -> None:
    response = client.get(address(page, "nl"))
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@each_page
def test_page_asks_little_of_the_database(client: Client, page: str) -> None:
    assert queries(client, page) <= MOST_QUERIES_OF.get(page, MOST_QUERIES)


def test_twice_the_rows_are_not_more_queries(client: Client) -> None:
    before = {page: queries(client, page) for page in pages()}
    double()
    assert {page: queries(client, page) for page in pages()} == before


def queries(client: Client, page: str) -> int:
    with counted_queries() as asked:
        assert client.get(address(page, "nl")).status_code == 200
    return len(asked)
