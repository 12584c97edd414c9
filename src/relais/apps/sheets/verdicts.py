"""What an import does with each row, said before anything is written: new, changed, unchanged or refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy


class Outcome(TextChoices):
    """What becomes of a row."""

    NEW = "new", pgettext_lazy("row of a file", "new")
    CHANGED = "changed", pgettext_lazy("row of a file", "changed")
    UNCHANGED = "unchanged", pgettext_lazy("row of a file", "unchanged")
    REFUSED = "refused", pgettext_lazy("row of a file", "refused")


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell: as it is kept now, and as the file has it."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`place` is the line of the file, as a person counts; `key` names the row, "" for one without a name."""

    place: int
    key: str
    outcome: Outcome
    differences: tuple[Difference, ...] = ()
    why: str | Promise = ""


def refused(place: int, key: str, why: str | Promise) -> Verdict:
    """A row that cannot be taken, and why."""
    return Verdict(place, key, Outcome.REFUSED, why=why)


def compared(place: int, key: str, cells: Mapping[str, str], now: Mapping[str, str] | None) -> Verdict:
    """A row beside what is kept under its key; None when nothing is. Only columns of `cells` are compared."""
    if now is None:
        return Verdict(place, key, Outcome.NEW)
    differences = tuple(
        Difference(column, now.get(column, ""), value)
        for column, value in cells.items()
        if value != now.get(column, "")
    )
    return Verdict(place, key, Outcome.CHANGED if differences else Outcome.UNCHANGED, differences)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdicts on a whole file, in its order. It is taken whole or not at all."""

    verdicts: Sequence[Verdict]

    @property
    def is_sound(self) -> bool:
        """Nothing in it is refused."""
        return all(verdict.outcome != Outcome.REFUSED for verdict in self.verdicts)

    @property
    def changes_something(self) -> bool:
        return any(verdict.outcome in (Outcome.NEW, Outcome.CHANGED) for verdict in self.verdicts)

    @property
    def counts(self) -> dict[Outcome, int]:
        """How many rows have each outcome; every outcome is there."""
        counted = Counter(verdict.outcome for verdict in self.verdicts)
        return {outcome: counted[outcome] for outcome in Outcome}

    @property
    def notable(self) -> list[Verdict]:
        """All but the unchanged."""
        return [verdict for verdict in self.verdicts if verdict.outcome != Outcome.UNCHANGED]
