"""Hundreds of thousands of observations into their table, as each database takes most of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.db import connection

from relais.apps.observatory import models as m
from relais.core.figures.cube import Cell, Said, period_of

COLUMNS = (
    "definition_id", "place", "period", "start", "end", "cut", "release_id", "value", "decimals", "low",
    "high", "answers", "quality", "secrecy", "printed", "note",
)  # fmt: skip
MANY = 1_000


def store(figures: Mapping[Cell, Said], definitions: Mapping[str, int], release: int) -> None:
    """Insert them, past the models: making half a million of those takes longer than all the rest together.

    `definitions` is slug to key. The constraints of the table hold as ever: raises IntegrityError.
    """
    rows = _rows(figures, definitions, release)
    table, names = _quoted(m.Observation._meta.db_table), ", ".join(map(_quoted, COLUMNS))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            if len(figures) >= MANY:  # else the next questions are planned for a table that is nearly empty
                cursor.execute(f"ANALYZE {table}")
        else:
            marks = ", ".join(["%s"] * len(COLUMNS))
            insert = f"INSERT INTO {table} ({names}) VALUES ({marks})"
            cursor.executemany(insert, rows)  # type: ignore[arg-type]  # the database reads one by one


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


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
