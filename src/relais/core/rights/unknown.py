"""Unknown is a value: it can be passed on, and whoever really uses it learns what would have to be known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NoReturn


@dataclass(frozen=True, slots=True, order=True)
class Need:
    """What is missing: an answer about a person (or about the household), or an amount of the law."""

    name: str
    person: str | None = None


class NotYet(Exception):
    """A rule used what is not known. `needs` are what it asked for, first things first."""

    def __init__(self, needs: Iterable[Need]) -> None:
        self.needs = tuple(dict.fromkeys(needs))
        super().__init__(", ".join(need.name for need in self.needs))


class Unknown:
    """A value that is not known. Any use of it but passing it on raises NotYet."""

    __slots__ = ("needs",)

    def __init__(self, needs: Iterable[Need]) -> None:
        self.needs = tuple(dict.fromkeys(needs))

    def __repr__(self) -> str:
        return f"Unknown({', '.join(need.name for need in self.needs)})"

    def _used(self, *_others: Any) -> NoReturn:
        raise NotYet(self.needs)

    __bool__ = __lt__ = __le__ = __gt__ = __ge__ = __add__ = __radd__ = __sub__ = __rsub__ = _used
    __mul__ = __rmul__ = __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __neg__ = _used
    __iter__ = _used
    __abs__ = __getitem__ = __float__ = __int__ = __index__ = __floor__ = __eq__ = __ne__ = __hash__ = _used


def all_of(tests: Iterable[Callable[[], bool]]) -> bool:
    """Whether every test holds: one that fails decides, whatever is unknown of the others. Raises NotYet."""
    missing: list[Need] = []
    for test in tests:
        try:
            if not test():
                return False
        except NotYet as error:
            missing += error.needs
    if missing:
        raise NotYet(missing)
    return True


def any_of(tests: Iterable[Callable[[], bool]]) -> bool:
    """Whether a test holds: one that does decides, whatever is unknown of the others. Raises NotYet."""
    missing: list[Need] = []
    for test in tests:
        try:
            if test():
                return True
        except NotYet as error:
            missing += error.needs
    if missing:
        raise NotYet(missing)
    return False
