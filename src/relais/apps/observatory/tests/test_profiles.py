from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from relais.apps.languages.addresses import address
from relais.apps.observatory import models as m
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.comparing.profiles import ENOUGH_FOR_A_RANK, Rank, profile
from relais.apps.observatory.reading.places import places
from relais.apps.observatory.tests.make import WORDS, make_current, make_definition, make_release, make_source

pytestmark = pytest.mark.django_db
MUNICIPALITIES = tuple(str(code) for code in range(21001, 21020))


@pytest.fixture
def region() -> m.Release:
    """A region of 19 municipalities, and a release."""
    dimension = m.Dimension.objects.create(slug="place", name=WORDS, partitions=[], alike=[], position=0)
    m.Code.objects.create(dimension=dimension, code="04000", parent=None, name=WORDS, position=0)
    for n, code in enumerate(MUNICIPALITIES, start=1):
        m.Code.objects.create(dimension=dimension, code=code, parent="04000", name=WORDS, position=n)
    return make_release(make_source(), "2024-01-01")


def known(release: m.Release, definition: m.Definition, count: int) -> Any:
    for n, code in enumerate(MUNICIPALITIES[:count]):
        make_current(release, definition, 10 + n, place=code)
    ((lines),) = profile("21001", places(), {}).known.values()
    return lines[0]


def test_a_rank_is_given_where_enough_are_known(region: m.Release) -> None:
    assert known(region, make_definition(kind=v.Kind.RATE), ENOUGH_FOR_A_RANK).rank == Rank(15, 15)


def test_no_rank_is_given_among_few(region: m.Release) -> None:
    assert known(region, make_definition(kind=v.Kind.RATE), ENOUGH_FOR_A_RANK - 1).rank is None


def test_a_count_has_no_rank(region: m.Release) -> None:
    assert known(region, make_definition(kind=v.Kind.COUNT), 19).rank is None


def test_the_region_stands_beside_it_in_the_same_period_and_by_the_same_source(region: m.Release) -> None:
    definition = make_definition(kind=v.Kind.RATE)
    make_current(region, definition, 10, place="21001", period="2020")
    make_current(region, definition, 33, place="04000", period="2021")
    make_current(
        make_release(make_source("other"), "2024-01-01"), definition, 44, place="04000", period="2020"
    )
    ((line,),) = profile("21001", places(), {}).known.values()
    assert (line.value, line.beside) == ("10", "")
    make_current(region, definition, 20, place="04000", period="2020")
    ((line,),) = profile("21001", places(), {}).known.values()
    assert line.beside == "20"


def test_what_is_hidden_stays_hidden_and_nobody_is_ranked_by_it(region: m.Release) -> None:
    definition = make_definition(kind=v.Kind.RATE)
    for code in MUNICIPALITIES:
        make_current(region, definition, None, place=code, secrecy=v.Secrecy.HIDDEN)
    ((line,),) = profile("21001", places(), {}).known.values()
    assert (line.value, line.rank) == ("", None)


def test_what_should_be_known_and_is_not_is_wanted(client: Client, region: m.Release) -> None:
    wanted = make_definition(kind=v.Kind.RATE).indicator
    wanted.breakdowns = ["place"]
    wanted.save()
    assert profile("21001", places(), {}).wanted == [wanted]
    with override("en"):
        html = client.get(address("observatory:place", "21001")).content.decode()
        assert "No figure of this place was published. 1 more should be known here and is not." in html
        assert client.get(address("observatory:place", "99999")).status_code == 404


def test_a_profile_takes_few_queries(
    client: Client, region: m.Release, django_assert_max_num_queries: Any
) -> None:
    definition = make_definition(kind=v.Kind.RATE)
    for code in MUNICIPALITIES:
        make_current(region, definition, 10, place=code)
    with django_assert_max_num_queries(6), override("en"):
        client.get(address("observatory:place", "21001"))
    with django_assert_max_num_queries(3), override("en"):
        client.get(address("observatory:places"))
