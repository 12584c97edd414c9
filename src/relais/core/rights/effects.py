"""One family without and with a reform, right by right, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from relais.core.rights.about import About
from relais.core.rights.family import Family
from relais.core.rights.laws import Known, Law
from relais.core.rights.outcomes import Checked, Outcome, State, check
from relais.core.rights.units import BOOL


@dataclass(frozen=True, slots=True)
class Effect:
    """One right, before and after. `unit` is that of its amount; `bool` for a right without one."""

    before: Outcome
    after: Outcome
    unit: str

    @property
    def difference(self) -> float | None:
        """What the family gains, in `unit`: less than 0 for a loss, None where either side is not known.

        Of a right without an amount: 1 when it is won, -1 when it is lost.
        """
        before, after = worth(self.before), worth(self.after)
        return None if before is None or after is None else after - before

    @property
    def is_unchanged(self) -> bool:
        """Whether both sides say the same, be it that the same is not known."""
        return self.before == self.after


@dataclass(frozen=True)
class Compared:
    """Both results, to explain them, and the effect on each right that is computed."""

    before: Checked
    after: Checked
    effects: tuple[Effect, ...]


def touched(before: Law, after: Law, rights: Mapping[str, About]) -> dict[str, About]:
    """Those of `rights` that two laws of one day make differently; the others are alike for every family."""
    return {
        right: about
        for right, about in rights.items()
        if _made_of(before, right, about) != _made_of(after, right, about)
    }


def _made_of(law: Law, right: str, about: About) -> dict[str, object]:
    """What the verdict and the amount of a right need, by name: of an amount only what it is that day."""
    names = [f"{right}.{name}" for name in (about.verdict, about.amount) if name]
    needed = law.needed_for(name for name in names if name in law.nodes)
    return {
        each.name: (each.what.amount, each.what.is_known) if isinstance(each.what, Known) else each
        for each in needed
    }


def compare(
    before: Law, after: Law, rights: Mapping[str, About], family: Family, *, use_last: bool = False
) -> Compared:
    """`rights` of one family under two laws. Raises WrongInput for an answer that cannot be."""
    first = check(before, rights, family, use_last=use_last)
    then = check(after, rights, family, use_last=use_last)
    pairs = zip(first.outcomes, then.outcomes, strict=True)
    return Compared(
        first, then, tuple(Effect(a, b, unit_of(before, a)) for a, b in pairs if a.state != State.FACTS)
    )


def unit_of(law: Law, outcome: Outcome) -> str:
    amount = outcome.about.amount
    return law.nodes[f"{outcome.right}.{amount}"].unit if amount else BOOL


def worth(outcome: Outcome) -> float | None:
    """What a right is worth to a family; of a right without an amount 1 to who has it."""
    if outcome.about.amount or outcome.state == State.NOT_ENTITLED:
        return outcome.money
    return 1.0 if outcome.state == State.ENTITLED else None
