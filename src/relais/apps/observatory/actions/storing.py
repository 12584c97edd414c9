"""Hundreds of thousands of observations into their table, as each database takes most of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.db import IntegrityError, connection

from relais.apps.observatory import models as m
from relais.core.figures.cube import Cell, Said, period_of

COLUMNS = (
    "definition_id", "place", "period", "start", "end", "cut", "release_id", "value", "decimals", "low",
    "high", "answers", "quality", "secrecy", "printed", "note",
)  # fmt: skip
TABLE = m.Observation._meta.db_table
NAMES = ", ".join(f'"{name}"' for name in COLUMNS)  # “end” is a word of SQL
MANY = 1_000


def store(figures: Mapping[Cell, Said], definitions: Mapping[str, int], release: int) -> None:
    """Insert them, past the models: making half a million of those takes longer than all the rest together.

    `definitions` is slug to key. The constraints of the table hold as ever: raises IntegrityError, which does
    not repeat the row as PostgreSQL would: it may have a number that nobody should read in a log.
    """
    rows = _rows(figures, definitions, release)
    try:
        with connection.wrap_database_errors, connection.cursor() as cursor:
            _insert(cursor, rows)
    except IntegrityError:
        raise IntegrityError("the table of observations refuses one of these figures") from None
    if connection.vendor == "postgresql" and len(figures) >= MANY:
        with connection.cursor() as cursor:  # else what follows is planned for a table that is nearly empty
            cursor.execute(f"ANALYZE {TABLE}")


def _insert(cursor: Any, rows: Iterator[tuple[Any, ...]]) -> None:
    if connection.vendor == "postgresql":
        with cursor.copy(f"COPY {TABLE} ({NAMES}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    else:
        marks = ", ".join(["%s"] * len(COLUMNS))
        cursor.executemany(f"INSERT INTO {TABLE} ({NAMES}) VALUES ({marks})", rows)


def hide(hidden: Mapping[Cell, float], rule: str, release: m.Release) -> None:
    """Put the numbers behind the hidden observations of a release into their own table."""
    keys = release.observations.filter(secrecy="C").values_list(
        "pk", "definition__slug", "place", "period", "cut"
    )
    m.HiddenValue.objects.bulk_create(
        m.HiddenValue(observation_id=pk, value=hidden[cell], rule=rule)
        for pk, cell in ((pk, Cell(*cell)) for pk, *cell in keys)
        if cell in hidden
    )


def _rows(
    figures: Mapping[Cell, Said], definitions: Mapping[str, int], release: int
) -> Iterator[tuple[Any, ...]]:
    days = cache(_days)
    for cell, said in figures.items():
        period, start, end = days(cell.period)
        yield (
            definitions[cell.definition], cell.place, period, start, end, cell.cut, release, said.value,
            said.decimals, said.low, said.high, said.answers, said.quality, said.secrecy, said.printed,
            said.note,
        )  # fmt: skip


def _days(code: str) -> tuple[str, str, str]:
    period = period_of(code)
    return period.code, period.start.isoformat(), period.end.isoformat()
