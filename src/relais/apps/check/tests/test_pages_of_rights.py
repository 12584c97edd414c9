"""The pages of rights: each has one address, and says in words what the catalogue says by a key."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils.html import escape
from django.utils.translation import override
from tests.pages.reading import Page

from relais.apps.check import catalogue
from relais.apps.check.amounts import bands, said
from relais.apps.check.charting import chart
from relais.apps.check.vocabulary import Band, Tag, Way
from relais.apps.languages.addresses import address
from relais.apps.plan.vocabulary import Level
from relais.core.rights.about import LEVELS, WAYS
from relais.core.rights.parameters import TAGS

pytestmark = pytest.mark.django_db


def test_every_key_of_the_catalogue_has_words() -> None:
    assert set(Way.values) == set(WAYS)
    assert set(Tag.values) == set(TAGS)
    assert set(Level.values) == set(LEVELS)
    rights = catalogue.book().rights.values()
    dimensions = {name for right in rights for one in right.parameters.values() for name in one.by}
    assert dimensions == set(Band.values)


@pytest.mark.parametrize("slug", list(catalogue.slugs()))
def test_page_of_a_right_says_who_has_the_power_over_it(client: Client, slug: str) -> None:
    about = catalogue.rights()[catalogue.slugs()[slug]]
    with override("en"):
        page = client.get(address("check:right", slug))
        assert f"<dd>{Level(about.level).label}</dd>" in page.content.decode()


@pytest.mark.parametrize("slug", list(catalogue.slugs()))
def test_page_of_a_right_shows_every_amount_rule_and_case(client: Client, slug: str) -> None:
    name = catalogue.slugs()[slug]
    right = catalogue.book().rights[name]
    with override("en"):
        html = client.get(address("check:right", slug)).content.decode()
    read = Page(html)
    assert sorted(read.ids) == sorted(set(read.ids))
    assert html.count("<pre") == len(right.rules)
    sources = {amount.source for one in right.parameters.values() for amount in one.amounts}
    assert all(escape(source) in html for source in sources)
    assert ("Facts only" in html) == (not right.rules)
    assert f"/api/v1/rights/{name}" in html


def test_a_rate_reads_in_percent_and_a_multiplier_does_not() -> None:
    rights = catalogue.book().rights
    rates = rights["income_tax_single_parent"].parameters["tax_rates"]
    times = rights["integration_income"].parameters["cadastral_times"]
    assert said(rates, rates.amounts[0], "fr") == "25\N{NO-BREAK SPACE}% – 50\N{NO-BREAK SPACE}%"
    assert said(times, times.amounts[0], "fr") == "3"


def test_bands_of_a_table_are_said_in_the_order_of_its_numbers() -> None:
    low = catalogue.book().rights["child_benefit"].parameters["low"]
    names = [" ".join(each).replace("\N{WORD JOINER}", "") for each in bands(low, low.amounts[-1])]
    assert names == ["1 0–11", "1 12+", "2 0–11", "2 12+", "3+ 0–11", "3+ 12+"]


def test_a_chart_hatches_every_stretch_that_was_not_found_and_the_days_after_the_last() -> None:
    today = dt.date(2026, 11, 24)
    with override("nl"):
        for right in catalogue.book().rights.values():
            for one in right.parameters.values():
                drawn = chart(one, today, "nl")
                if drawn is not None:
                    last = one.stretches[-1].to
                    unknown = sum(each.amount is None for each in one.stretches) + bool(last and last < today)
                    assert len(drawn.figure.boxes) == unknown, one.name
        alone = catalogue.book().rights["child_benefit"].parameters["cadastral_ceiling"]
        assert chart(alone, today, "nl") is None


def test_right_has_one_address(client: Client) -> None:
    with override("en"):
        assert client.get(address("check:right", "child-benefit")).status_code == 200
        found = address("check:right", "child-benefit").replace("child-benefit", "child_benefit")
        assert client.get(found).status_code == 404
