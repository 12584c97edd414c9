"""The pages of rights: each has one address, and says in words what the catalogue says by a key."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.translation import override

from relais.apps.check import catalogue
from relais.apps.check.vocabulary import Tag, Way
from relais.apps.languages.addresses import address
from relais.apps.plan.vocabulary import Level
from relais.core.rights.about import LEVELS, WAYS
from relais.core.rights.parameters import TAGS

pytestmark = pytest.mark.django_db


def test_every_key_of_the_catalogue_has_words() -> None:
    assert set(Way.values) == set(WAYS)
    assert set(Tag.values) == set(TAGS)
    assert set(Level.values) == set(LEVELS)


@pytest.mark.parametrize("slug", list(catalogue.slugs()))
def test_page_of_a_right_says_who_has_the_power_over_it(client: Client, slug: str) -> None:
    about = catalogue.rights()[catalogue.slugs()[slug]]
    with override("en"):
        page = client.get(address("check:right", slug))
        assert f"<dd>{Level(about.level).label}</dd>" in page.content.decode()


def test_right_has_one_address(client: Client) -> None:
    with override("en"):
        assert client.get(address("check:right", "child-benefit")).status_code == 200
        found = address("check:right", "child-benefit").replace("child-benefit", "child_benefit")
        assert client.get(found).status_code == 404
