"""The page of what would move: any address is answered, the form leads to an address, nothing is changed."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from relais.apps.audit.models import Event
from relais.apps.coordination.tests.make import forget_actions
from relais.apps.plan.models import Link, Measure

pytestmark = pytest.mark.django_db

PAGE = "/en/what-if/"


@pytest.fixture(autouse=True)
def one_link() -> None:
    """Measure 37 requires measure 12, and nothing else is linked."""
    Link.objects.all().delete()
    forget_actions()
    ends = {"source": Measure.objects.get(number=37), "target": Measure.objects.get(number=12)}
    Link.objects.create(**ends, kind="requires", origin="editorial", confidence="low", reason={"nl": "Zo."})


def words_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_asking_nothing_shows_only_the_question(client: Client) -> None:
    page = words_of(client, PAGE)
    assert "See what moves" in page and "By which way" not in page


def test_what_waits_moves_and_a_date_that_is_not_known_is_said_to_be_unknown(client: Client) -> None:
    page = words_of(client, f"{PAGE}?delay=12:365&doubtful=yes")
    assert "365 days later" in page
    assert "may move; by how much is not known, at most 365 days" in page
    assert "measure 37 requires measure 12" in page


def test_a_link_of_low_confidence_counts_only_when_asked_for(client: Client) -> None:
    assert "nothing else moves" in words_of(client, f"{PAGE}?delay=12:365")


def test_what_is_dropped_is_lost_for_what_requires_it(client: Client) -> None:
    page = words_of(client, f"{PAGE}?drop=12&doubtful=yes")
    assert "not done at all" in page and "cannot happen as planned" in page


def test_the_drawing_marks_what_moves_and_says_so_in_words(client: Client) -> None:
    html = client.get(f"{PAGE}?drop=12&doubtful=yes").content.decode()
    assert len(re.findall(r'class="node [^"]*node-held"', html)) == 2
    assert re.search(r"<title>37\. [^<]* \(moves\)</title>", html)


def test_the_form_leads_to_an_address_that_can_be_shared(client: Client) -> None:
    response = client.get(PAGE, {"delay": "12:30", "thing": "37", "by": "365", "doubtful": "yes"})
    assert response.status_code == 302
    assert response["Location"] == f"{PAGE}?delay=12:30&delay=37:365&doubtful=yes"
    dropped = client.get(PAGE, {"delay": "12:30", "thing": "12", "by": "drop"})
    assert dropped["Location"] == f"{PAGE}?drop=12"


@pytest.mark.parametrize(
    "query",
    ["delay=", "delay=12", "delay=12:", "delay=12:0", "delay=12:-3", "delay=12:" + "9" * 40, "delay=:9",
     "delay=999:9", "delay=12:²", "drop=", "drop=zz", "thing=12", "thing=zz&by=zz", "delay=%00:3",
     "&".join(["delay=12:9"] * 500)],
)  # fmt: skip
def test_any_query_whatever_is_answered(client: Client, query: str) -> None:
    response = client.get(f"{PAGE}?{query}", follow=True)
    assert response.status_code == 200


def test_what_is_not_understood_is_named_and_left_out(client: Client) -> None:
    page = words_of(client, f"{PAGE}?delay=12:9&delay=nobody:3&drop=999")
    assert "Not understood, and left out: nobody:3, 999" in page and "9 days later" in page


def test_asking_leaves_no_trace(client: Client) -> None:
    client.get(f"{PAGE}?drop=12")
    assert not Event.objects.exists()
    assert client.get(f"{PAGE}?drop=12").cookies == {}
