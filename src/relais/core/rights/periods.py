"""The law through time: one law for all days between two changes, made once."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, lru_cache

from relais.core.rights.book import Book
from relais.core.rights.law import Rule
from relais.core.rights.laws import TODAY, Law, law_on
from relais.core.rights.parameters import Parameter
from relais.core.rights.problems import FlawedLaw, WrongInput

KEPT = 64  # laws at once; a law takes some 0.3 MB


class Laws:
    """The law of `book` on any day. Days between which nothing changes share what was made of them."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._made = lru_cache(maxsize=KEPT)(lambda day: law_on(book, day))

    def on(self, date: dt.date) -> Law:
        """Raises WrongInput for a day before the first, and FlawedLaw for a mistake in the law."""
        if date < self.first:
            raise WrongInput(f"date: {date} is before {self.first}, the first day of which the law is known "
                             "whole; give a later day")  # fmt: skip
        law = self._made(self.changes[bisect_right(self.changes, date) - 1])
        return Law(date, {**law.nodes, TODAY: replace(law.nodes[TODAY], what=date)})

    @cached_property
    def changes(self) -> list[dt.date]:
        """Every day on which something begins or ends, or on which a rule reads amounts of another year."""
        every = set(self._changes())
        years = range(min(every).year, max(every).year + 2)
        return sorted(every | {dt.date(year, 1, 1) for year in years})

    def _changes(self) -> Iterator[dt.date]:
        for right in self.book.rights.values():
            for rule in right.rules:
                yield from _ends(rule)
            for parameter in right.parameters.values():
                yield from _turns(parameter)

    @cached_property
    def first(self) -> dt.date:
        """The first day from which every rule that is in force has what it needs."""
        return self.changes[bisect_left(self.changes, True, key=self._is_whole)]

    @property
    def last(self) -> dt.date:
        """The end of the last year for which anything is written; later days have the law of that one."""
        return dt.date(self.changes[-1].year - 1, 12, 31)

    def _is_whole(self, day: dt.date) -> bool:
        try:
            self._made(day)
        except FlawedLaw:
            return False
        return True


def _ends(rule: Rule) -> Iterator[dt.date]:
    if rule.start:
        yield rule.start
    if rule.end:
        yield rule.end + dt.timedelta(days=1)


def _turns(parameter: Parameter) -> Iterator[dt.date]:
    yield from (amount.since for amount in parameter.amounts)
    yield from parameter.gaps
    if parameter.known_to:
        yield parameter.known_to + dt.timedelta(days=1)
