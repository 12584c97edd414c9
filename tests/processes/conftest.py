"""One database for all of this folder, on each engine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.processes.house import ENGINES, House, house


@pytest.fixture(scope="session", params=ENGINES)
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(request.param, tmp_path_factory.mktemp("processes"), "tests.processes.child") as made:
        yield made
