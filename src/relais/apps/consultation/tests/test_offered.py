"""What this room offers to others: due dates, rows for a freeze, and answers to programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override
from tests.pages.counting import counted_queries

from relais.apps.consultation import due, frozen
from relais.apps.consultation import models as m
from relais.apps.consultation.tests.make import (
    AUTHORITY,
    DAY,
    INVITED,
    make_answer,
    make_change,
    make_consultation,
    make_opinion,
    make_organisation,
)
from relais.apps.coordination.tests.make import make_action

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def alone() -> Any:
    m.Change.objects.all().delete()
    m.Opinion.objects.all().delete()
    m.Consultation.objects.all().delete()
    with override("en"):
        yield


def answering(slug: str = "case") -> m.Consultation:
    return make_consultation(slug, points=2, opens=timezone.localdate() - 12 * DAY)


def rows(name: str) -> list[dict[str, Any]]:
    return [dict(row) for table in frozen.tables() if table.name == name for row in table.rows]


def test_who_was_invited_and_gave_nothing_is_reminded_until_the_last_day() -> None:
    found = make_consultation("case", invited=(INVITED, "another"))
    [before] = due.due_dates()
    assert before.date == timezone.localdate() + 9 * DAY
    assert before.organisations == {make_organisation(INVITED).pk, make_organisation("another").pk}
    make_opinion(found.points.all()[0], INVITED)
    [after] = due.due_dates()
    assert (after.key, after.is_public) == (before.key, True)
    assert after.organisations == {make_organisation("another").pk}


def test_what_waits_for_a_moderator_is_due_while_opinions_still_come() -> None:
    point = make_consultation("case").points.all()[0]
    waiting = make_opinion(point, moderation="waiting")
    [_, found] = due.due_dates()
    assert (found.for_cell, found.is_public) == (True, False)
    assert found.organisations == {make_organisation(AUTHORITY).pk}
    assert found.address == "/en/consultations/case/moderation/"
    waiting.delete()
    assert len(list(due.due_dates())) == 1


def test_the_authority_is_reminded_of_what_it_owes_first() -> None:
    point = answering().points.all()[0]
    opinion = make_opinion(point)
    waiting = make_opinion(point, moderation="waiting")

    def said() -> tuple[str, bool]:
        [found] = due.due_dates()
        assert found.organisations == {make_organisation(AUTHORITY).pk}
        return str(found.what), found.for_cell

    assert said() == ("Answer 1 opinion in the consultation “An example”", True)
    make_answer(opinion)
    assert said() == ("Read the opinions that wait in the consultation “An example”", True)
    waiting.delete()
    assert said() == ("Close the consultation “An example”", False)


@pytest.mark.parametrize(
    "fields", [{"state": "preparation"}, {"state": "closed", "closed_date": timezone.localdate()}]
)
def test_nothing_is_due_before_opening_and_after_closing(fields: dict[str, Any]) -> None:
    make_consultation("case", **fields)
    assert list(due.due_dates()) == []


def test_a_freeze_has_every_row_and_no_words_that_are_hidden_or_unread() -> None:
    point = answering().points.all()[0]
    shown = make_opinion(point, INVITED, words="Shown words.")
    make_opinion(point, giver="parent", moderation="hidden", words="Hidden words.")
    make_opinion(point, moderation="waiting", words="Unread words.")
    make_change(shown, measure=16)
    make_answer(shown)
    make_consultation("secret", state="preparation")
    opinions = rows("consultation_opinions")
    assert [(row["number"], row["organisation"], row["giver"], row["words"]) for row in opinions] == [
        (1, INVITED, None, "Shown words."), (2, None, "parent", None),
    ]  # fmt: skip
    assert [row["slug"] for row in rows("consultations")] == ["case"]
    assert rows("consultation_invitees")[0]["points_answered"] == 1
    assert rows("consultation_answers")[0]["verdict"] == "accepted"
    assert (
        rows("consultation_changes")[0] | {"opinions": ["1.1"], "measure": 16}
        == rows("consultation_changes")[0]
    )
    assert "words" not in str(rows("consultation_opinions")[1].values()).lower().replace("'words'", "")


def test_every_table_has_a_key_that_names_each_row_once_and_only_plain_values() -> None:
    point = answering().points.all()[0]
    for n in range(3):
        make_answer(opinion := make_opinion(point, f"organisation-{n}"))
        make_change(opinion, measure=16)
    for table in frozen.tables():
        keys = [tuple(row[name] for name in table.key) for row in table.rows]
        assert keys and len(keys) == len(set(keys)), table.name
        for row in table.rows:
            assert set(row) == {column.path for column in table.columns}, table.name
            for value in row.values():
                assert (
                    value is None
                    or isinstance(value, str | int | bool | list)
                    or hasattr(value, "by_language")
                )


def test_a_draft_action_is_not_named() -> None:
    make_consultation("case", action=make_action("secret-plan", is_draft=True))
    assert rows("consultations")[0]["action"] is None


@pytest.mark.parametrize("ask", [frozen.tables, lambda: Client().get("/api/v1/consultations/case").json()])
def test_twice_the_rows_are_not_more_queries(ask: Callable[[], Any]) -> None:
    def fill(first: int) -> None:
        for n in range(first, first + 4):
            opinion = make_opinion(point, f"organisation-{n}")
            make_answer(opinion)
            make_change(opinion, measure=16)

    def queries() -> int:
        with counted_queries() as asked:
            ask()
        return len(asked)

    point = answering().points.all()[0]
    fill(0)
    before = queries()
    fill(4)
    assert queries() == before


def test_twice_the_consultations_are_not_more_queries_for_what_is_due() -> None:
    def queries() -> int:
        with counted_queries() as asked:
            assert len(list(due.due_dates())) == m.Consultation.objects.count()
        return len(asked)

    def fill(name: str) -> None:
        make_consultation(f"open-{name}")
        make_opinion(answering(f"answering-{name}").points.all()[0], f"giver-{name}")

    fill("a")
    before = queries()
    fill("b")
    assert queries() == before


def test_programs_read_a_consultation_as_readers_do(client: Client) -> None:
    found = answering()
    point = found.points.all()[0]
    make_opinion(point, moderation="waiting", words="Unread words.")
    make_opinion(point, moderation="hidden", words="Hidden words.")
    make_consultation("secret", state="preparation")
    make_consultation("later", opens=timezone.localdate() + 30 * DAY)
    listed = client.get("/api/v1/consultations").json()
    assert [(each["slug"], each["standing"]) for each in listed] == [
        ("later", "coming"),
        ("case", "answering"),
    ]
    whole = client.get("/api/v1/consultations/case").json()
    assert [opinion["number"] for opinion in whole["opinions"]] == [2]
    assert whole["opinions"][0]["words"] is None
    assert client.get("/api/v1/consultations/later").json()["points"] == []
    assert client.get("/api/v1/consultations/secret").status_code == 404
