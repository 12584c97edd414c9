"""Leave formulas compared for one parent: what is open, what may be, what is not and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from relais.apps.check import catalogue
from relais.apps.check.checking import Progress
from relais.core.rights.formulas import Effect
from relais.core.rights.leave import Compared, compare
from relais.core.rights.outcomes import State
from relais.core.rights.unknown import Need


@dataclass(frozen=True)
class Choosing(Progress):
    """A check of leave: `told.ask` are the reasons for which leave is wanted."""

    @cached_property
    def compared(self) -> list[Compared]:
        """Every formula for these reasons, those of one right together."""
        family = self.told.family(self.law)
        asked = [each for leave in catalogue.leaves().values() for each in leave.formulas]
        return [
            compare(self.law, formula, family, use_last=self.told.use_last)
            for formula in asked
            if formula.reason in self.told.ask
        ]

    @property
    def questions(self) -> list[Need]:
        """What would still tell more, what helps most formulas first."""
        order = {name: n for n, name in enumerate(self.law.nodes)}
        wanted = Counter(need for each in self.compared for need in each.needs)
        every = sorted(wanted, key=lambda need: (-wanted[need], order[need.name], need.person or ""))
        return [need for need in every if need not in self.told.skipped]

    @property
    def decided(self) -> int:
        return len(self.compared) - len(self.in_state(State.DEPENDS))

    def in_state(self, state: State) -> list[Compared]:
        return [each for each in self.compared if each.state == state]


def by_amount(compared: list[Compared]) -> list[Compared]:
    """The highest allowance first; what is not computed last."""
    return sorted(compared, key=lambda each: -1 if each.gross is None else each.gross, reverse=True)


def by_kind(compared: list[Compared]) -> list[Compared]:
    """Those of one right together; leaves without a computed allowance last."""
    return sorted(compared, key=lambda each: each.formula.gross is None)


def effect(compared: Compared, kind: str) -> Effect | None:
    """What is known of an effect; of leave without an allowance only what was read of that."""
    leaves = catalogue.leaves()
    leave = leaves[compared.formula.right]
    if compared.gross == 0 and kind == "pension":
        return leave.unpaid.get(kind)
    return leave.effects.get(kind) or (leaves[leave.as_of].effects.get(kind) if leave.as_of else None)
