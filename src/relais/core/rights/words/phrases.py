"""A law in one language: each of its values in words, made once; what a family told is put in later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from relais.core.rights.engine import Key
from relais.core.rights.law import PERSON, Rule
from relais.core.rights.laws import Known, Law, Node
from relais.core.rights.parameters import Table
from relais.core.rights.tracing import Traced, traced
from relais.core.rights.units import BOOL
from relais.core.rights.ways import Said
from relais.core.rights.words import values
from relais.core.rights.words.speaking import Speaker, Template
from relais.core.rights.words.values import KNOWN_TO, NO, NOT_FOUND, SINCE, SUPPOSED, YES, day, label_of

Argument = tuple[str, bool]  # the full name of what a rule needs, and whether it is of the same person


class Told(NamedTuple):
    """One step in words: its label, of whom and value; its article, or since when an amount is; where that
    was read; its conditions, a line each, with yes or no; and the steps that it came from.
    """

    head: str
    note: str
    source: str
    conditions: str
    because: tuple[Key, ...]


class Shape(NamedTuple):
    """One way through a rule, in words: all its conditions at once, and the arguments that it used.

    An answer that a condition told of is not among these; a condition that is a step of its own is not told
    twice.
    """

    words: str
    places: tuple[Argument, ...]
    because: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """One node of the law in words.

    `needs` has the full name of each argument, and whether it is of the same person. Of an amount, `told` is
    all that can be said of it, when it is used and when it is not known.
    """

    label: str
    write: Callable[[Any], str]
    needs: tuple[Argument, ...] = ()
    note: str = ""
    rule: Traced | None = None
    speaker: Speaker | None = None
    conditions: tuple[Template, ...] = ()
    told: tuple[Told, Told] | None = None
    outcomes: tuple[str, str] = ("", "")
    facts: dict[tuple[int, bool], Template] = field(default_factory=dict)
    shapes: dict[tuple[int | None, Said], Shape] = field(default_factory=dict)

    def shape(self, took: int | None, said: Said) -> Shape:
        """The way of a trace: there are few, so each is put into words once."""
        found = self.shapes.get((took, said))
        if found is None:
            self.shapes[took, said] = found = self._shape(took, said)
        return found

    def fact(self, number: int, holds: bool) -> Template:
        """What a condition of the rule comes to, by its number."""
        assert self.rule is not None and self.speaker is not None
        found = self.facts.get((number, holds))
        if found is None:
            self.facts[number, holds] = found = self.speaker.fact(self.rule.conditions[number], holds)
        return found

    def _shape(self, took: int | None, said: Said) -> Shape:
        assert self.rule is not None
        lines: list[str] = []
        places: list[int] = []
        shown: set[int] = set()
        for each, outcome in zip(self.conditions, said, strict=True):
            if outcome is None:
                continue
            if not each.is_step:
                lines.append(f"\n{each.words}: {self.outcomes[outcome]}")
            places += each.places
            shown |= each.shown
        written = "".join(lines)
        because = (self.needs[n] for n in self.rule.used(took, said) if n not in shown)
        return Shape(
            written if places else written % (), tuple(self.needs[n] for n in places), tuple(because)
        )


@dataclass(frozen=True)
class Phrasebook:
    """A law in one language; a node is put into words when it is first needed."""

    law: Law
    language: str
    made: dict[str, Phrases] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Phrases:
        found = self.made.get(name)
        if found is None:
            self.made[name] = found = self._phrases(self.law.nodes[name])
        return found

    def _phrases(self, node: Node) -> Phrases:
        said, write = label_of(node, self.language), values.writer_of(node, self.language)
        if node.is_supposed:
            said = f"{said} ({SUPPOSED[self.language]})"
        needs = tuple((name, self.law.nodes[name].entity == PERSON) for name in node.needs)
        match node.what:
            case Rule(article=article):
                rule = traced(node.what.function, node.unit == BOOL)
                of = Speaker(rule.arguments, [self.law.nodes[name] for name in node.needs], self.language)
                conditions = tuple(of.template(each) for each in rule.conditions)
                note = values.article(article, self.language)
                outcomes = NO[self.language], YES[self.language]
                return Phrases(said, write, needs, note, rule, of, conditions, outcomes=outcomes)
            case Known():
                told = self._amount(said, write, node.what), self._unknown(said, node.what)
                return Phrases(said, write, needs, told=told)
        return Phrases(said, write, needs)

    def _amount(self, said: str, write: Callable[[Any], str], known: Known) -> Told:
        """Of a table no number is told: which one was looked up is in the rule."""
        if known.amount is None:
            return self._unknown(said, known)
        value = "" if isinstance(known.amount.value, Table) else f": {write(known.amount.value)}"
        since = f"{SINCE[self.language]} {day(known.amount.since)}"
        note = since if known.is_known else f"{since}, {self._up_to(known)}"
        return Told(f"{said}{value}", note, known.amount.source, "", ())

    def _unknown(self, said: str, known: Known) -> Told:
        if known.amount is None or not known.known_to:
            return Told(f"{said}: {NOT_FOUND[self.language]}", "", "", "", ())
        return Told(said, self._up_to(known), known.amount.source, "", ())

    def _up_to(self, known: Known) -> str:
        return f"{KNOWN_TO[self.language]} {day(known.known_to)}" if known.known_to else ""


@lru_cache(maxsize=24)
def phrasebook(law: Law, language: str) -> Phrasebook:
    """Kept for the laws in use: it holds nothing that a family told."""
    return Phrasebook(law, language)
