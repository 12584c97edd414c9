"""The parts of a figure, word by word: what a column of the file says in codes of the observatory."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Generic, TypeVar

from django.utils.translation import gettext as _

from relais.apps.observatory.files.recipes import From, When
from relais.apps.observatory.importing.mending import Wrong
from relais.core.figures.cube import TOTAL, WrongPeriod, period_of

_SDMX = re.compile(r"(\d{4})-?(?:A1|M(\d{2})|(Q[1-4]))", re.ASCII)  # 2019-A1, 2019-M03, 2019Q3
Meaning = TypeVar("Meaning")
Read = Callable[[str], Meaning]


class Part(dict[str, Meaning], Generic[Meaning]):
    """Word of a column to what it means. Each word is read once, however many rows have it. Raises Wrong.

    `index` is of the column in a row.
    """

    def __init__(self, index: int, column: str, read: Read[Meaning]) -> None:
        super().__init__()
        self.index = index
        self.column = column
        self._read = read

    def __missing__(self, word: str) -> Meaning:
        try:
            found = self[word] = self._read(word.strip())
        except ValueError as error:
            raise Wrong(self.column, str(error)) from None
        return found


class Always(Part[Meaning]):
    """What the file says nowhere, or is the same throughout: every word means it."""

    def __init__(self, found: Meaning) -> None:
        super().__init__(0, "", lambda _word: found)
        self._found = found

    def __getitem__(self, word: str) -> Meaning:
        return self._found


def code_of(
    dimension: str, said: From, codes: Mapping[str, Mapping[str, str]], *, may_be_total: bool
) -> Read[str]:
    """A function of a word to one of `codes`. It raises ValueError that says what to do."""
    elsewhere = {names.get(said.elsewhere or ""): code for code, names in codes.items()}

    def read(word: str) -> str:
        code = said.codes.get(word)
        if code is None and not word:
            raise ValueError(_("is empty: all together is written %(total)s") % {"total": TOTAL})
        if code is None and said.elsewhere:
            code = elsewhere.get(word)
        if code is None and (said.codes or said.elsewhere):
            raise ValueError(_("the recipe has no code for “%(word)s”") % {"word": word[:60]})
        code = word if code is None else code
        if code in codes or (code == TOTAL and may_be_total):
            return code
        why = _("there is no code “%(code)s” of %(dimension)s in dimensions.yaml")
        raise ValueError(why % {"code": code[:60], "dimension": dimension})

    return read


def name_of(said: From | None, names: Collection[str]) -> Read[str]:
    """A function of a word to one of `names`: of definitions, of remarks. It raises ValueError."""

    def read(word: str) -> str:
        name = said.codes.get(word, word) if said else word
        if name not in names:
            why = _("“%(name)s” is not known here: mend it, or say in the recipe what it is called here")
            raise ValueError(why % {"name": name[:60]})
        return name

    return read


def mapped(said: From | None, read: Read[Meaning]) -> Read[Meaning]:
    """`read` of what the recipe has for a word, else of the word itself."""
    codes = said.codes if said else {}
    return lambda word: read(codes.get(word, word))


def when(said: When) -> Read[str]:
    """A function of a word to a period as the cube writes it. It raises ValueError."""

    def read(word: str) -> str:
        code = said.codes.get(word, word)
        if found := _SDMX.fullmatch(code):
            code = "-".join(filter(None, found.groups()))
        if said.day and len(code) == len("2019"):
            code = f"{code}-{said.day}"
        try:
            return period_of(code).code
        except WrongPeriod:
            why = _("“%(word)s” is no period: write 2019, 2019-Q1, 2019-01 or 2019-01-01")
            raise ValueError(why % {"word": word[:40]}) from None

    return read
