"""A row to what it says of its cell: a number with how it is known, or that there is none to see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from relais.apps.observatory.files.recipes import Recipe
from relais.apps.observatory.importing.amounts import Amounts
from relais.apps.observatory.importing.columns import Column, Columns
from relais.apps.observatory.importing.flags import flag, secrecy
from relais.apps.observatory.importing.known import Known
from relais.apps.observatory.importing.mending import Wrong
from relais.apps.observatory.importing.parts import Part, mapped, name_of
from relais.apps.observatory.vocabulary import Quality, Secrecy
from relais.core.figures.cube import Said

LONGEST_PRINTED = 40
_HIDDEN, _MISSING = Secrecy.HIDDEN.value, Quality.MISSING.value


class Sayings:
    """Reads what a row says."""

    def __init__(self, recipe: Recipe, known: Known, columns: Columns) -> None:
        self._definitions = known.definitions
        self._amounts = Amounts(recipe, columns)
        self._value, self._printed = columns.index(recipe.value), columns.maybe(recipe.printed)
        self._missing, self._hidden = frozenset(recipe.missing), frozenset(recipe.hidden)
        self._marks = sorted(recipe.marks.items(), key=lambda mark: -len(mark[0]))
        said = recipe.quality, recipe.secrecy, recipe.note
        self._flag = columns.maybe_part(said[0], mapped(said[0], flag))
        self._secrecy = columns.maybe_part(said[1], mapped(said[1], secrecy))
        self._note = columns.maybe_part(said[2], name_of(said[2], {"", *known.notes}))
        self._unit = columns.part(recipe.unit, mapped(recipe.unit, str)) if recipe.unit else None

    def read(self, words: Sequence[str], definition: str) -> Said:
        """Raises Wrong, for the first thing that is wrong."""
        told, note = self._flag[words[self._flag.index]], self._note[words[self._note.index]] or None
        word, quality = words[self._value].strip(), told.quality
        if self._unit is not None:
            self._check_unit(self._unit, words, definition)
        if self._marks:
            word, quality = self._unmarked(word, quality)
        secret = self._secrecy[words[self._secrecy.index]]
        if _HIDDEN in (secret, told.secrecy) or word in self._hidden:
            why = _("is hidden to protect persons and yet has a number: take it out of the file")
            self._amounts.none(words, word, why)
            return Said(None, secrecy=_HIDDEN, note=note)
        if word in self._missing or quality == _MISSING:
            why = _("is missing and yet has a number: mend the number or the flag")
            self._amounts.none(words, word, why)
            return Said(None, quality=_MISSING, note=note)
        value, decimals = self._amounts.value(word, self._definitions[definition].kind)
        low, high, answers = self._amounts.around(words, value)
        printed = self._as_printed(self._printed, words) if self._printed else None
        return Said(value, decimals, low, high, answers, quality, secret, printed, note)

    def problems(self, words: Sequence[str], definition: str | None) -> Iterator[Wrong]:
        """Everything that is wrong with what a row says; `definition` None if that is wrong itself."""
        word = words[self._value].strip()
        found = list(self._amounts.problems(words, self._unmarked(word, "")[0]))
        parts: tuple[Part[Any], ...] = (self._flag, self._secrecy, self._note)
        for part in parts:
            try:
                part[words[part.index]]
            except Wrong as error:
                found.append(error)
        if not found and definition:
            try:
                self.read(words, definition)
            except Wrong as error:
                found.append(error)
        yield from found

    def _unmarked(self, word: str, quality: str) -> tuple[str, str]:
        for mark, meant in self._marks:
            if word.endswith(mark) and word not in self._missing | self._hidden:
                return word.removesuffix(mark).strip(), meant
        return word, quality

    def _as_printed(self, column: Column, words: Sequence[str]) -> str | None:
        if len(words[column.at]) > LONGEST_PRINTED:
            raise Wrong(column.name, _("is longer than a printed number: take it out"))
        return words[column.at] or None

    def _check_unit(self, part: Part[str], words: Sequence[str], definition: str) -> None:
        unit, meant = part[words[part.index]], self._definitions[definition].unit
        if unit != meant:
            why = _("is in “%(unit)s”, where “%(definition)s” is in “%(meant)s”: choose another definition")
            raise Wrong(part.column, why % {"unit": unit[:40], "definition": definition, "meant": meant})
