"""Before and after side by side, right by right; and what all rights bring together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from relais.apps.check.catalogue import slug_of
from relais.apps.check.checking import Progress
from relais.apps.check.persons import listed
from relais.apps.check.showing import amounts, missing, money
from relais.apps.check.vocabulary import Becomes, Stands, Why
from relais.apps.languages.reader import reader_language
from relais.core.rights.about import About
from relais.core.rights.changing.comparing import Difference, compared
from relais.core.rights.outcomes import Outcome
from relais.core.rights.sums import Sum, summed


@dataclass(frozen=True, slots=True)
class Side:
    """One right before, or after: how it stands, how much, for whom."""

    stands: str
    amounts: tuple[str, ...]
    persons: str


@dataclass(frozen=True, slots=True)
class Beside:
    """One right before and after. `becomes`: a value of Becomes; `by`: how much more or less, with a sign."""

    name: str
    about: About
    becomes: str
    before: Side
    after: Side
    by: str
    unclear: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summed:
    """A sum in words. `year` is what comes once a year beside it; "" for none."""

    month: str
    year: str
    in_a_year: str
    count: int
    left_out: tuple[tuple[About, str], ...]


def besides(progress: Progress) -> list[Beside]:
    """Every right that was asked about, what is lost first. `progress` is of a family after a change."""
    assert progress.before
    pairs = compared(progress.before.checked.outcomes, progress.checked.outcomes)
    return [beside(progress, each) for each in pairs]


def beside(progress: Progress, difference: Difference) -> Beside:
    """One difference in words."""
    before, after = difference.before, difference.after
    return Beside(
        slug_of(after.right), after.about, Becomes[difference.kind.name].value, _side(before), _side(after),
        _by(difference), tuple(dict.fromkeys(missing(progress, need) for need in difference.unclear)),
    )  # fmt: skip


def _side(outcome: Outcome) -> Side:
    stands = str(Stands(outcome.state.value).label)
    return Side(stands, amounts(outcome, reader_language()), listed(outcome.persons))


def _by(difference: Difference) -> str:
    by, unit = difference.by, difference.after.unit or difference.before.unit
    if not by or not unit or abs(by) < 0.005:
        return ""
    return ("+" if by > 0 else "−") + money(abs(by), unit, reader_language())


def sums(outcomes: Iterable[Outcome]) -> Summed | None:
    """What can be added, in words; None when nothing can."""
    found: Sum = summed(outcomes)
    if not found.added:
        return None
    language = reader_language()
    return Summed(
        money(found.month, "EUR/month", language),
        money(found.year, "EUR", language) if found.year else "",
        money(found.in_a_year, "EUR/year", language), len(found.added),
        tuple((outcome.about, str(Why(why.value).label)) for outcome, why in found.left_out),
    )  # fmt: skip
