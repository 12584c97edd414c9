"""The calendar: expected is what follows from a known day and a known rhythm; all else is not known."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.test import Client
from hypothesis import given
from hypothesis import strategies as some
from icalendar import Calendar

from relais.apps.observatory.loader import settle
from relais.apps.observatory.models import Indicator
from relais.apps.observatory.registers.calendar import expected, next_edition, past, undated
from relais.apps.observatory.tests.make import make_definition, make_release, make_source, make_value

DAYS = some.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))


@pytest.mark.parametrize(
    ("last", "every", "month", "due"),
    [
        ("2025-02-12", 12, 2, "2026-02-28"),
        ("2025-01-12", 12, 2, "2025-02-28"),
        ("2024-12-06", 12, 2, "2025-02-28"),
        ("2023-02-12", 12, 2, "2024-02-29"),
        ("2025-02-12", 36, 2, "2028-02-29"),
        ("2025-06-15", 12, None, "2026-06-30"),
        ("2025-11-15", 3, None, "2026-02-28"),
        ("2025-12-31", 1, None, "2026-01-31"),
    ],
)
def test_the_next_edition_comes_in_its_month(last: str, every: int, month: int | None, due: str) -> None:
    assert next_edition(dt.date.fromisoformat(last), every, month) == dt.date.fromisoformat(due)


@given(DAYS, some.integers(1, 60), some.none() | some.integers(1, 12))
def test_the_next_edition_is_after_the_last(last: dt.date, every: int, month: int | None) -> None:
    found = next_edition(last, every, month)
    assert found is not None and found > last
    assert month in (None, found.month)


def test_without_a_known_day_or_rhythm_nobody_can_say() -> None:
    assert next_edition(None, 12, 2) is None
    assert next_edition(dt.date(2025, 2, 1), None, 2) is None


@pytest.fixture
def yearly() -> Indicator:
    """An indicator that comes out every February; its last edition that is known is of 12 February 2025."""
    source, definition = make_source(), make_definition()
    make_value(make_release(source, "2025-02-12", published="2025-02-12"), definition, 1)
    make_value(
        make_release(source, "2026-11-23", edition="read", is_whole=False), definition, 2, period="2021"
    )
    settle(source.pk)
    Indicator.objects.update(every_months=12, month=2)
    return Indicator.objects.get()


@pytest.mark.django_db
@pytest.mark.usefixtures("yearly")
def test_the_day_on_which_something_was_copied_is_no_day_of_publication() -> None:
    assert [(each.last, each.date) for each in expected()] == [(dt.date(2025, 2, 12), dt.date(2026, 2, 28))]
    assert undated() == 1
    assert [each.period.code for each in past()] == ["2025-02"]


@pytest.mark.django_db
@pytest.mark.usefixtures("yearly")
@pytest.mark.parametrize(("today", "is_late"), [("2026-02-28", False), ("2026-03-01", True)])
def test_an_edition_is_late_from_the_day_after_its_month(today: str, is_late: bool, client: Client) -> None:
    with time_machine.travel(f"{today} 12:00+01:00"):
        assert [each.is_late(dt.date.fromisoformat(today)) for each in expected()] == [is_late]
        html = client.get("/en/figures/calendar/").content.decode()
    assert ("Nothing is late." in html) is not is_late
    assert "expected by February 2026" in html


@pytest.mark.django_db
def test_an_indicator_without_a_figure_is_not_late() -> None:
    make_definition()
    Indicator.objects.update(every_months=12)
    assert expected() == []


@pytest.mark.django_db
def test_a_year_without_a_month_stands_by_itself() -> None:
    source = make_source()
    make_release(source, "2021-12-31", published="2021")
    for day in ("2021-12-06", "2021-03-01"):
        make_release(source, day, published=day)
    assert [each.period.code for each in past()] == ["2021-12", "2021-03", "2021"]


@pytest.mark.django_db
@pytest.mark.usefixtures("yearly")
def test_agendas_read_what_is_expected_and_twice_is_once(client: Client) -> None:
    one, other = (client.get("/fr/chiffres/calendrier.ics") for _ in range(2))
    assert one["Content-Type"].startswith("text/calendar")
    assert one.content == other.content
    (event,) = Calendar.from_ical(one.content).walk("VEVENT")
    assert event.decoded("dtstart") == dt.date(2026, 2, 28)
    assert "Attendu maintenant" in event["summary"]


@pytest.mark.django_db
@pytest.mark.usefixtures("yearly")
def test_the_calendar_takes_few_queries(client: Client, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(4):
        client.get("/en/figures/calendar/")


@pytest.mark.django_db
def test_what_counts_here_since_its_acceptance_is_expected_from_its_publication() -> None:
    source, definition = make_source(), make_definition()
    make_value(make_release(source, "2026-11-23", published="2025-03-01"), definition, 1)
    settle(source.pk)
    Indicator.objects.update(every_months=12)
    assert [(each.last, each.date) for each in expected()] == [(dt.date(2025, 3, 1), dt.date(2026, 3, 31))]
