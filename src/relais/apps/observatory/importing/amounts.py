"""The numbers of a row: the value, its interval, how many answered; and whether they can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from relais.apps.observatory.importing.columns import Columns
from relais.apps.observatory.importing.mending import Wrong
from relais.apps.observatory.importing.numbers import numbers
from relais.apps.observatory.recipes import Recipe
from relais.apps.observatory.vocabulary import Kind


class Around(NamedTuple):
    """What stands about a value."""

    low: float | None = None
    high: float | None = None
    answers: int | None = None


class Amounts:
    """Reads the numbers of a row, in the signs of the recipe."""

    def __init__(self, recipe: Recipe, columns: Columns) -> None:
        self._read = numbers(recipe.decimal, recipe.thousands)
        self._value = (recipe.value, columns.index(recipe.value))
        self._ends = [(name, columns.index(name)) for name in (recipe.low, recipe.high) if name]
        self._low, self._high = columns.maybe(recipe.low), columns.maybe(recipe.high)
        self._answers = (recipe.answers, columns.index(recipe.answers)) if recipe.answers else None
        self._blank = frozenset({"", *recipe.missing, *recipe.hidden})

    def value(self, word: str, kind: str) -> tuple[float, int]:
        """The number and its decimals. Raises Wrong."""
        value, decimals = self._read(self._value[0], word)
        if kind == Kind.COUNT and value < 0:
            raise Wrong(self._value[0], _("a count is never less than nothing: mend the number"))
        if kind == Kind.SHARE and not 0 <= value <= 100:
            raise Wrong(self._value[0], _("a share is from 0 to 100 %: mend the number"))
        return value, decimals

    def around(self, words: Sequence[str], value: float) -> Around:
        """Raises Wrong, also for an interval that does not hold the value."""
        low, high = self._end(words, self._low), self._end(words, self._high)
        if (low is not None and low > value) or (high is not None and high < value):
            why = _("the value lies outside its interval: mend one of the three")
            raise Wrong(self._value[0], why)
        return Around(low, high, self._count(words))

    def none(self, words: Sequence[str], word: str, why: str) -> None:
        """Raises Wrong with `why` if there is any number in the row. `word` is that of the value."""
        if word not in self._blank:
            raise Wrong(self._value[0], why)
        for name, index in [*self._ends, *([self._answers] if self._answers else [])]:
            if words[index].strip() not in self._blank:
                raise Wrong(name, why)

    def problems(self, words: Sequence[str]) -> Iterator[Wrong]:
        """Every word about a value that is no number."""
        for name, index in self._ends:
            if words[index].strip() not in self._blank:
                try:
                    self._read(name, words[index].strip())
                except Wrong as error:
                    yield error
        try:
            self._count(words)
        except Wrong as error:
            yield error

    def _end(self, words: Sequence[str], index: int | None) -> float | None:
        word = "" if index is None else words[index].strip()
        return None if word in self._blank else self._read(self._name(index), word)[0]

    def _name(self, index: int | None) -> str:
        return next(name for name, at in self._ends if at == index)

    def _count(self, words: Sequence[str]) -> int | None:
        if self._answers is None or words[self._answers[1]].strip() in self._blank:
            return None
        name, index = self._answers
        answers, _decimals = self._read(name, words[index].strip())
        if answers < 0 or answers != int(answers):
            raise Wrong(name, _("answers are counted: write a whole number"))
        return int(answers)
