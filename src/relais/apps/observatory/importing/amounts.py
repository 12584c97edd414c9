"""The numbers of a row: the value, its interval, how many answered; and whether they can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from relais.apps.observatory.files.recipes import Recipe
from relais.apps.observatory.importing.columns import Column, Columns
from relais.apps.observatory.importing.mending import Wrong
from relais.apps.observatory.importing.numbers import numbers
from relais.apps.observatory.vocabulary import Kind

MOST_ANSWERS = 10**9


class Around(NamedTuple):
    """What stands about a value."""

    low: float | None = None
    high: float | None = None
    answers: int | None = None


class Amounts:
    """Reads the numbers of a row, in the signs of the recipe."""

    def __init__(self, recipe: Recipe, columns: Columns) -> None:
        self._number = numbers(recipe.decimal, recipe.thousands)
        self._decimals = recipe.decimals
        self._blank = frozenset({"", *recipe.missing, *recipe.hidden})
        self._value = recipe.value
        self._low, self._high = columns.maybe(recipe.low), columns.maybe(recipe.high)
        self._answers = columns.maybe(recipe.answers)

    def value(self, word: str, kind: str) -> tuple[float, int]:
        """The number and its decimals. Raises Wrong."""
        value, decimals = self._number(self._value, word)
        if kind == Kind.COUNT and value < 0:
            raise Wrong(self._value, _("a count is never less than nothing: mend the number"))
        if kind == Kind.SHARE and not 0 <= value <= 100:
            raise Wrong(self._value, _("a share is from 0 to 100 %: mend the number"))
        return value, decimals if self._decimals is None else self._decimals

    def around(self, words: Sequence[str], value: float) -> Around:
        """Raises Wrong, also for an interval that does not hold the value."""
        low, high = self._end(words, self._low), self._end(words, self._high)
        if (low is not None and low > value) or (high is not None and high < value):
            raise Wrong(self._value, _("the value lies outside its interval: mend one of the three"))
        return Around(low, high, self._count(words))

    def none(self, words: Sequence[str], word: str, why: str) -> None:
        """Raises Wrong with `why` if there is any number in the row. `word` is that of the value."""
        if word not in self._blank:
            raise Wrong(self._value, why)
        for column in filter(None, (self._low, self._high, self._answers)):
            if words[column.at].strip() not in self._blank:
                raise Wrong(column.name, why)

    def problems(self, words: Sequence[str], word: str) -> Iterator[Wrong]:
        """Every word that is no number. `word` is that of the value."""
        for read in (
            lambda: word in self._blank or self._number(self._value, word),
            lambda: self._end(words, self._low),
            lambda: self._end(words, self._high),
            lambda: self._count(words),
        ):
            try:
                read()
            except Wrong as error:
                yield error

    def _end(self, words: Sequence[str], column: Column | None) -> float | None:
        if column is None or (word := words[column.at].strip()) in self._blank:
            return None
        return self._number(column.name, word)[0]

    def _count(self, words: Sequence[str]) -> int | None:
        answers = self._end(words, self._answers)
        if answers is None or self._answers is None:
            return None
        if not 0 <= answers <= MOST_ANSWERS or answers != int(answers):
            raise Wrong(self._answers.name, _("answers are counted: write a whole number"))
        return int(answers)
