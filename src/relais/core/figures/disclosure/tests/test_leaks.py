"""A hidden cell leaves by no door."""

import json
import pickle

from relais.core.figures.disclosure import HIDDEN, PLAIN, Hidden, Release, protect
from relais.core.figures.disclosure.tests.make import make_table

SECRET = 1_048_577  # hidden beside a small cell; its bytes are easy to find
NUMBERS = [[2, SECRET], [SECRET + 7, 9_000_000]]


def test_a_hidden_value_is_in_no_repr_pickle_or_json() -> None:
    protected = protect([make_table(NUMBERS)], PLAIN)
    hidden = [v for c, v in make_table(NUMBERS).values.items()
              if protected.release.table("t").states[c] == HIDDEN]  # fmt: skip
    assert SECRET in hidden
    for value in hidden:
        assert str(value) not in repr(protected) or value < 10
        assert str(value) not in protected.release.as_json() or value < 10
        assert value.to_bytes(4, "little") not in pickle.dumps(protected.release) or value < 10


def test_a_hidden_cell_has_nothing_to_read() -> None:
    assert not [name for name in dir(Hidden()) if not name.startswith("_")]
    assert repr(HIDDEN) == "Hidden()" and not hasattr(HIDDEN, "value") and not hasattr(HIDDEN, "__dict__")


def test_counts_that_nobody_may_tell_apart_give_the_same_bytes() -> None:
    one, other = make_table([[2, 20, 60], [30, 40, 50]]), make_table([[3, 19, 60], [29, 41, 50]])
    first, second = (pickle.dumps(protect([table], PLAIN).release) for table in (one, other))
    assert first == second


def test_a_hidden_cell_is_exported_as_confidential_and_never_as_zero_or_blank() -> None:
    protected = protect([make_table(NUMBERS)], PLAIN)
    rows = json.loads(protected.release.as_json())["tables"]["t"]
    states = protected.release.table("t").states
    confidential = [row for row in rows if row["conf_status"] == "C"]
    assert len(confidential) == sum(state == HIDDEN for state in states.values())
    assert all(row["value"] is None for row in confidential)


def test_readers_do_not_learn_which_hidden_cell_is_the_small_one() -> None:
    release: Release = protect([make_table(NUMBERS)], PLAIN).release
    assert (
        len({repr(state) for state in release.table("t").states.values() if isinstance(state, Hidden)}) == 1
    )


def test_what_the_audit_computed_is_not_printed() -> None:
    protected = protect([make_table(NUMBERS)], PLAIN)
    assert str(SECRET) not in repr(protected.findings)
