"""Tests of this room begin without a figure; those that need the house's own load them."""

from __future__ import annotations

import pytest

from relais.apps.observatory import models as m


@pytest.fixture(autouse=True)
def no_figures(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        m.Observation.objects.all().delete()
        for model in (m.Release, m.Source, m.Indicator, m.Family, m.Dimension, m.Note, m.Coverage):
            model._default_manager.all().delete()
