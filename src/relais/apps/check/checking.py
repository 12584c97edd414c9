"""A check in progress: what is known, what to ask next, and what can be said already."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from relais.apps.check import catalogue
from relais.apps.check.sealed import Told
from relais.core.rights.about import About
from relais.core.rights.inputs import Input
from relais.core.rights.laws import Law
from relais.core.rights.outcomes import Checked, Outcome, State, check
from relais.core.rights.unknown import Need

ROOM = 12  # on a page; a question takes two, and one of yes and no takes one


@dataclass(frozen=True)
class Progress:
    """`told` on `today`, under the law of today, or of the day of the change."""

    told: Told
    today: dt.date

    @property
    def date(self) -> dt.date:
        return dt.date.fromisoformat(self.told.day) if self.told.day else self.today

    @cached_property
    def law(self) -> Law:
        return catalogue.law(self.date)

    @cached_property
    def rights(self) -> dict[str, About]:
        """The rights that were asked about."""
        return {name: about for name, about in catalogue.rights().items() if name in self.told.ask}

    @cached_property
    def before(self) -> Progress | None:
        """The family of today, when this is the one after a change."""
        return Progress(self.told.before, self.today) if self.told.before else None

    @cached_property
    def checked(self) -> Checked:
        return check(self.law, self.rights, self.told.family(self.law), use_last=self.told.use_last)

    @property
    def questions(self) -> list[Need]:
        """Everything that would still tell more, what helps most first."""
        return self.checked.questions(self.told.skipped)

    @cached_property
    def next(self) -> list[Need]:
        """The questions of the next page: each for everybody whom it concerns, as many as a page holds.

        After a change what was not known before it is not asked: it is still not known.
        """
        known = set(self.before.checked.result.needs) if self.before else set()
        every = [need for need in self.questions if need not in known]
        page: list[Need] = []
        room = ROOM
        for name in dict.fromkeys(need.name for need in every):
            same = [need for need in every if need.name == name]
            room -= len(same) * (1 if self.input(same[0]).kind == "yes-no" else 2)
            if page and room < 0:
                break
            page += same
        return page

    def input(self, need: Need) -> Input:
        asked = self.law.nodes[need.name].what
        assert isinstance(asked, Input)
        return asked

    def of(self, *states: State) -> list[Outcome]:
        return [outcome for outcome in self.checked.outcomes if outcome.state in states]

    @property
    def decided(self) -> int:
        """Of how many of the rights that were asked nothing more has to be known, not even for the amount."""
        return sum(not each.needs for each in self.of(State.ENTITLED, State.NOT_ENTITLED))
