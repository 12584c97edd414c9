from __future__ import annotations

import gc

import pytest

from relais.apps.observatory.memory import nothing_to_collect


@pytest.mark.parametrize("is_on", [True, False])
def test_the_collector_is_afterwards_as_it_was_also_after_an_error(is_on: bool) -> None:
    was_on = gc.isenabled()
    try:
        (gc.enable if is_on else gc.disable)()
        with pytest.raises(ValueError, match="wrong"), nothing_to_collect():
            assert not gc.isenabled()
            raise ValueError("wrong")
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if was_on else gc.disable)()
