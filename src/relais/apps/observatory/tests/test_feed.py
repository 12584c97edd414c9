from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils.translation import override

from relais.apps.languages.addresses import address
from relais.apps.observatory.loader import settle
from relais.apps.observatory.models import Release, Source
from relais.apps.observatory.tests.make import make_definition, make_release, make_source, make_value

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client: Client) -> ElementTree.Element:
    with override("en"):
        response = client.get(address("observatory:releases-feed"))
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)


def test_accepted_editions_are_told_newest_first_with_how_much_they_say(
    client: Client, django_assert_num_queries: Any
) -> None:
    source, definition = make_source(), make_definition()
    make_value(make_release(source, "2021-06-01"), definition, 100)
    newest = make_release(source, "2022-06-01")
    make_value(newest, definition, 110)
    make_value(newest, definition, 60, cut="sex=F")
    make_release(source, "2023-06-01", state="proposed")
    settle(source.pk)
    with django_assert_num_queries(2):
        found = feed(client)
    entries = found.findall(f"{ATOM}entry")
    assert [each.findtext(f"{ATOM}summary") for each in entries] == ["2 figures", "1 figure"]
    assert [each.findtext(f"{ATOM}title") for each in entries] == [
        "statbel: statbel (2022-06-01)", "statbel: statbel (2021-06-01)",
    ]  # fmt: skip


def test_an_entry_keeps_its_identifier_when_files_are_loaded_again(client: Client) -> None:
    make_release(make_source(), "2021-06-01")
    first = feed(client).findtext(f"{ATOM}entry/{ATOM}id")
    Release.objects.all().delete()
    make_release(Source.objects.get(), "2021-06-01")
    assert feed(client).findtext(f"{ATOM}entry/{ATOM}id") == first


def test_a_feed_of_nothing_does_not_follow_the_clock(client: Client) -> None:
    assert feed(client).findtext(f"{ATOM}updated") == "2020-11-01T00:00:00+00:00"
