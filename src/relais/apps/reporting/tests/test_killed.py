"""Killed in the middle of opening or closing a round, the database is as before: never between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.processes.house import ENGINES, House, house

from relais.apps.reporting.tests.killing import ACTIONS

OPENED = {"rounds": 1, "reports": ACTIONS, "locked": 0, "closed": 0, "events": ["round-opened"]}
NOTHING: dict[str, Any] = {"rounds": 0, "reports": 0, "locked": 0, "closed": 0, "events": []}
CLOSED = {**OPENED, "locked": ACTIONS, "closed": 1, "events": ["round-opened", "round-closed"]}


@pytest.fixture(scope="module", params=ENGINES)
def year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("killed")
    with house(request.param, folder, "relais.apps.reporting.tests.killing") as made:
        yield made


def test_killed_in_the_middle_the_database_is_as_before_and_the_next_try_succeeds(year: House) -> None:
    """One walk over a whole round, killed at each point of each act: then the act is done again, whole."""
    for point in ("the event of opening is written", "the reports are made"):
        year.kill("open", point)
        assert year.holds() == NOTHING, point
    year.run("open")
    assert year.holds() == OPENED
    for point in ("the reports are locked", "the round is marked as closed"):
        year.kill("close", point)
        assert year.holds() == OPENED, point
    year.run("close")
    assert year.holds() == CLOSED
