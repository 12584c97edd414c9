"""A result in words, step by step: each step is put into words once, however many rights it serves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from relais.core.rights.engine import Key, Of, Result
from relais.core.rights.laws import Known
from relais.core.rights.units import MONEY
from relais.core.rights.unknown import Unknown
from relais.core.rights.words.phrases import Phrases, Told, phrasebook
from relais.core.rights.words.speaking import Template, answered, quoted

Called = Callable[[str], str]


class Telling:
    """A result in one language. `called` says how a person is called, from the name in the family."""

    def __init__(self, result: Result, language: str, called: Called) -> None:
        self.result, self.language, self.book = result, language, phrasebook(result.law, language)
        self.called: dict[Of, str] = {None: ""} | {person: called(person) for person in result.persons}
        self.who = {of: f", {name}: " if name else ": " for of, name in self.called.items()}
        self.values: dict[Key, str] = {}
        self.steps: dict[Key, Told] = {}
        self.dated: dict[Key, frozenset[Known]] = {}

    def value(self, key: Key) -> str:
        """A value with its unit, in words."""
        found = self.values.get(key)
        if found is None:
            self.values[key] = found = self.book[key[0]].write(self.result.values[key])
        return found

    def step(self, key: Key) -> Told:
        """A value and why, in words, with the keys of what it came from."""
        found = self.steps.get(key)
        if found is None:
            self.steps[key] = found = self._told(key, self.book[key[0]])
        return found

    def filled(self, template: Template, key: Key) -> str:
        """A condition of the rule of a step, with the values of this family."""
        needs, of = self.book[key[0]].needs, key[1]
        args = ((needs[n][0], of if needs[n][1] else None) for n in template.places)
        return template.words % tuple([self.value(arg) for arg in args])

    def quoted(self, name: str) -> str:
        """What a value is called, as words of the law."""
        return quoted(self.book[name].label, self.language)

    def answer(self, key: Key) -> str:
        """A yes or no as a sentence."""
        return answered(self.quoted(key[0]), self.result.values[key] is True, self.language)

    def amounts(self, key: Key) -> frozenset[Known]:
        """The amounts of money in the law that a value came from."""
        found = self.dated.get(key)
        if found is None:
            node = self.result.law.nodes[key[0]]
            own = [node.what] if isinstance(node.what, Known) and node.unit in MONEY else []
            self.dated[key] = found = frozenset(own).union(*map(self.amounts, self.step(key).because))
        return found

    def _told(self, key: Key, phrases: Phrases) -> Told:
        if phrases.told is not None:
            return phrases.told[isinstance(self.result.values[key], Unknown)]
        of = key[1]
        head = phrases.label + self.who[of] + self.value(key)
        if phrases.rule is None:
            members = [(name, person) for name, _ in phrases.needs for person in self.result.persons]
            return Told(head, "", "", "", tuple(members))
        _, took, said = self.result.traces[key]
        words, places, needs = phrases.shape(took, said)
        if places:
            words %= tuple([self.value((name, of if is_own else None)) for name, is_own in places])
        because = [(name, of if is_own else None) for name, is_own in needs]
        return Told(head, phrases.note, "", words, tuple(because))


def telling(result: Result, language: str, called: Called) -> Telling:
    """The words of `result`: made once, and gone when the result is."""
    key: Any = language, called
    if key not in result.texts:
        result.texts[key] = Telling(result, language, called)
    found: Telling = result.texts[key]
    return found
