"""How asks and actors stand today: rows with their state, counted and weighed. Computed, never stored."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from relais.apps.accounts.models import Organisation
from relais.apps.coordination.asking import TONES, Load, Silence, load_of, with_silences
from relais.apps.coordination.models import Ask, AskAnswer, Mandate
from relais.apps.coordination.vocabulary import AskState
from relais.apps.plan.models import Actor, Measure


@dataclass(frozen=True, slots=True)
class Standing:
    """An ask, its state today, and who may answer it."""

    ask: Ask
    state: AskState
    speakers: tuple[Organisation, ...] = ()

    @property
    def tone(self) -> str:
        return TONES[self.state]

    @property
    def still_to_answer(self) -> list[Organisation]:
        """Those who speak for the actor and have not answered since the cell last asked."""
        answered = self.ask.answered_by()
        return [each for each in self.speakers if each.pk not in answered]

    @property
    def history(self) -> list[tuple[Silence | None, AskAnswer]]:
        """Every step since, each with the silence that it ended."""
        return with_silences(self.ask.answers.all(), self.ask.due_date)


def standings(
    asks: Iterable[Ask], today: dt.date, speakers: dict[int, list[Organisation]] | None = None
) -> list[Standing]:
    """`asks` as `Ask.objects.whole()` gives them; `speakers` as `Mandate.objects.speakers()`."""
    known = speakers or {}
    return [Standing(ask, ask.state(today), tuple(known.get(ask.actor_id, ()))) for ask in asks]


def silent_first(found: Iterable[Standing]) -> list[Standing]:
    """The silent on top, longest silent first; the rest in the order of the plan."""
    found = list(found)
    silent = [each for each in found if each.state == AskState.SILENT]
    others = [each for each in found if each.state != AskState.SILENT]
    return sorted(silent, key=lambda each: each.ask.due_date) + others


@dataclass(frozen=True, slots=True)
class Tally:
    """How many asks stand in each state, and how many were not withdrawn."""

    count: Counter[AskState]

    @property
    def total(self) -> int:
        return self.count.total()

    @property
    def asked(self) -> int:
        return self.total - self.count[AskState.WITHDRAWN]

    @property
    def silent(self) -> int:
        return self.count[AskState.SILENT]

    @property
    def rows(self) -> list[tuple[str, str, int]]:
        """Each state that occurs: its words, its tone, how many."""
        return [(str(s.label), TONES[s], self.count[s]) for s in TONES if self.count[s]]


def tally(found: Iterable[Standing]) -> Tally:
    """Count by state."""
    return Tally(Counter(each.state for each in found))


@dataclass(frozen=True, slots=True)
class Weighed:
    """An actor, who speaks for it, and its load."""

    actor: Actor
    speakers: tuple[Organisation, ...]
    load: Load


def weigh(
    actors: Iterable[Actor], today: dt.date, asked: Iterable[Standing] | None = None
) -> list[Weighed]:  # fmt: skip
    """The load of each of `actors`, in five queries whatever their number; three when `asked` is at hand."""
    speakers = Mandate.objects.speakers()
    states: dict[int, list[AskState]] = {}
    if asked is None:
        states = Ask.objects.states_by_actor(today)
    else:
        for each in asked:
            states.setdefault(each.ask.actor_id, []).append(each.state)
    late = Mandate.objects.late_actions(today)
    named = Counter(Measure.actors.through._default_manager.values_list("actor_id", flat=True))
    return [
        Weighed(
            actor,
            tuple(speakers.get(actor.pk, ())),
            load_of(states.get(actor.pk, ()), named=named[actor.pk], late=late.get(actor.pk, 0)),
        )
        for actor in actors
    ]
