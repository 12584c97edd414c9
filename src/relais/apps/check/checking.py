"""A check in progress: what is known, what to ask next, and what can be said already."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from relais.apps.check import catalogue
from relais.apps.check.forms import MOST_QUESTIONS
from relais.apps.check.sealed import Told
from relais.core.rights.inputs import Input
from relais.core.rights.laws import Law
from relais.core.rights.outcomes import Checked, Outcome, State, check
from relais.core.rights.unknown import Need


@dataclass(frozen=True)
class Progress:
    """`told` under the law of `date`."""

    told: Told
    date: dt.date

    @cached_property
    def law(self) -> Law:
        return catalogue.law(self.date)

    @cached_property
    def checked(self) -> Checked:
        asked = {name: about for name, about in catalogue.rights().items() if name in self.told.ask}
        return check(self.law, asked, self.told.family(self.law), use_last=self.told.use_last)

    @property
    def questions(self) -> list[Need]:
        """Everything that would still tell more, what helps most first."""
        return self.checked.questions(self.told.skipped)

    @cached_property
    def next(self) -> list[Need]:
        """The questions of the next page: one for everybody whom it concerns, then others about the same."""
        every = self.questions
        if not every:
            return []
        first = every[0]
        same = [need for need in every if need.name == first.name]
        beside = [need for need in every if need.name != first.name and need.person == first.person]
        return [*same, *beside][: max(MOST_QUESTIONS, len(same))]

    def input(self, need: Need) -> Input:
        asked = self.law.nodes[need.name].what
        assert isinstance(asked, Input)
        return asked

    def of(self, *states: State) -> list[Outcome]:
        return [outcome for outcome in self.checked.outcomes if outcome.state in states]

    @property
    def decided(self) -> int:
        """How many of the rights that were asked are known to be or not to be."""
        return len(self.of(State.ENTITLED, State.NOT_ENTITLED))
