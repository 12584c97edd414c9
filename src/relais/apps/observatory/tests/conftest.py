"""Tests of this room begin without a figure; those that need the house's own load them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils.translation import override

from relais.apps.observatory import models as m
from relais.apps.observatory.loader import load_observatory, read_observatory
from relais.apps.observatory.tests.make import CITY


@pytest.fixture(autouse=True)
def no_figures(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        m.Observation.objects.all().delete()
        for model in (m.Release, m.Source, m.Indicator, m.Family, m.Dimension, m.Note, m.Coverage):
            model._default_manager.all().delete()


@pytest.fixture
def city(db: None, settings: Any) -> None:
    """The files of a small city, loaded."""
    settings.DATA = CITY
    load_observatory(read_observatory(CITY))


@pytest.fixture
def in_english() -> Iterator[None]:
    """Whatever language is the first of the house."""
    with override("en"):
        yield
