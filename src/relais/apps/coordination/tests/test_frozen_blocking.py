"""What a freeze keeps of what stops actions: plain rows, nothing of drafts, and what is computed that day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from relais.apps.coordination.frozen import tables
from relais.apps.coordination.tests.make import (
    forget_actions,
    make_action,
    make_blocker,
    make_gate,
    make_organisation,
)
from relais.apps.plan.models import Actor, Link, Measure

pytestmark = pytest.mark.django_db

ON = dt.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def no_other_actions() -> None:
    forget_actions()


def rows(name: str) -> list[dict[str, Any]]:
    return [dict(row) for table in tables(ON) if table.name == name for row in table.rows]


def test_a_blocker_is_kept_with_who_reported_it_and_who_can_lift_it() -> None:
    action = make_action("a-1")
    make_blocker(action, reported_by=make_organisation(), lifter=Actor.objects.get(slug="actiris"))
    make_blocker(action, lifted_date=dt.date(2026, 2, 1), lifted_words="Krediet.")
    make_blocker(make_action("a-2", is_draft=True))
    first, second = rows("blockers")
    assert (first["action"], first["place"], first["lifter"], first["reported_by"]) == (
        "a-1", 1, "actiris", "huis-maan",
    )  # fmt: skip
    assert first["words"] == {"nl": "Er is geen geld."} and first["lifted_date"] is None
    assert (second["place"], second["lifted_date"]) == (2, "2026-02-01")


def test_a_gate_is_kept_with_its_state_and_does_not_name_a_draft() -> None:
    action = make_action("a-1")
    make_gate(action, other=make_action("a-2", decision="adopted"))
    make_gate(action, other=make_action("a-3", is_draft=True))
    make_gate(action, kind="indicator", indicator="gezinnen", threshold=100)
    found = [(row["other"], row["indicator"], row["threshold"], row["state"]) for row in rows("gates")]
    assert found == [
        ("a-2", None, None, "open"), (None, None, None, "unknown"), (None, "gezinnen", 100.0, "unknown")
    ]  # fmt: skip


def test_what_is_held_up_is_kept_with_all_causes_and_one_way() -> None:
    Link.objects.all().delete()
    ends = {"source": Measure.objects.get(number=37), "target": Measure.objects.get(number=12)}
    Link.objects.create(**ends, kind="requires", origin="editorial", confidence="high", reason={"nl": "Zo."})
    make_blocker(make_action("a-1", measures=[12]))
    assert rows("held")[-1] == {
        "thing": "measure:37", "is_sure": True, "held_by": ["action:a-1"], "slowed_by": [],
        "way": ["action:a-1 > measure:12: answers", "measure:12 > measure:37: requires"],
    }  # fmt: skip


def test_every_row_has_its_key_and_its_columns() -> None:
    make_blocker(make_action("a-1", measures=[12]))
    make_gate(make_action("a-2"), other=make_action("a-3"))
    for table in tables(ON):
        keys = [tuple(row[key] for key in table.key) for row in table.rows]
        assert len(set(keys)) == len(keys), table.name
        assert all({column.path for column in table.columns} <= set(row) for row in table.rows), table.name
