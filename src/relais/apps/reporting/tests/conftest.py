"""A round asks every published action: in these tests, those known from public sources step aside."""

from __future__ import annotations

import pytest

from relais.apps.coordination.models import Action
from relais.apps.coordination.vocabulary import Origin


@pytest.fixture(autouse=True)
def only_actions_of_the_test(request: pytest.FixtureRequest) -> None:
    """Drafts are not asked. Only where the test touches the database."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("db")
        Action.objects.filter(origin=Origin.PUBLIC_SOURCES).update(is_draft=True)
