"""The law on one day: every name resolved, every unit checked, in an order that can be computed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from graphlib import CycleError, TopologicalSorter

from relais.core.rights import subset, units
from relais.core.rights.book import SHARED, Book, Right
from relais.core.rights.inputs import Input
from relais.core.rights.law import HOUSEHOLD, PERSON, Entity, Rule, Total
from relais.core.rights.parameters import SUPPOSED, Amount, Parameter
from relais.core.rights.problems import Flaw, FlawedLaw
from relais.core.texts.text import Text

TODAY = "today"  # the day of the law, which any rule may ask for


@dataclass(frozen=True, slots=True)
class Known:
    """A parameter on the day that a rule reads it."""

    parameter: Parameter
    amount: Amount | None  # None: none was found, not even of an earlier day
    known_to: dt.date | None
    is_known: bool


@dataclass(frozen=True, slots=True)
class Node:
    """One value of the law. `entity` is None for what is the same for everyone; `needs` has full names."""

    name: str
    entity: Entity | None
    unit: str
    label: Text | None
    what: Rule | Total | Input | Known | dt.date
    needs: tuple[str, ...] = ()

    @property
    def is_supposed(self) -> bool:
        """Whether a reform brought it, and no law."""
        match self.what:
            case Rule(is_supposed=is_supposed):
                return is_supposed
            case Known(amount=Amount(tag=tag)):
                return tag == SUPPOSED
        return False

    def whose(self, person: str | None) -> str | None:
        """Of whom a rule about `person` uses this value: of nobody when it is of the household or of all."""
        return person if self.entity == PERSON else None


@dataclass(frozen=True, eq=False)
class Law:
    """The book on `date`. `nodes` are in an order in which each comes after all that it needs."""

    date: dt.date
    nodes: Mapping[str, Node]

    @cached_property
    def inputs(self) -> dict[str, Node]:
        """Inputs by full name, and by bare name where only one is called so."""
        full = {node.name: node for node in self.nodes.values() if isinstance(node.what, Input)}
        bare = Counter(name.partition(".")[2] for name in full)
        short = {n.partition(".")[2]: node for n, node in full.items() if bare[n.partition(".")[2]] == 1}
        return {**short, **full}

    def needed_for(self, names: Iterable[str]) -> list[Node]:
        """The nodes of `names` and all that they need, in order. Raises KeyError for a name that is none."""
        wanted: set[str] = set()
        queue = list(names)
        while queue:
            name = queue.pop()
            if name not in wanted:
                wanted.add(name)
                queue += self.nodes[name].needs
        return [node for node in self.nodes.values() if node.name in wanted]


def law_on(book: Book, date: dt.date) -> Law:
    """The law of `book` on `date`. Raises FlawedLaw, which names every mistake with its rule and argument."""
    return _Maker(book, date).law()


class _Maker:
    def __init__(self, book: Book, date: dt.date) -> None:
        self.book, self.date = book, date
        self.nodes: dict[str, Node] = {TODAY: Node(TODAY, None, units.DATE, None, date)}
        self.flaws: list[Flaw] = []

    def law(self) -> Law:
        for right in self.book.rights.values():
            for rule in self._in_force(right):
                self._rule(right, rule)
            for name in right.totals:
                if not self._is_asleep(right, name):
                    self._total(right, name, f"{right.name}.{name}")
            for name in right.inputs:
                self._input(right, name)
        if not self.flaws:
            self._check_units()
        if self.flaws:
            raise FlawedLaw(self.flaws)
        try:
            order = list(TopologicalSorter({n.name: n.needs for n in self.nodes.values()}).static_order())
        except CycleError as error:
            ring = " → ".join(error.args[1])
            raise FlawedLaw([Flaw(error.args[1][0], f"needs itself: {ring}")]) from None
        return Law(self.date, {name: self.nodes[name] for name in order})

    def _in_force(self, right: Right) -> list[Rule]:
        found: dict[str, Rule] = {}
        for rule in right.rules:
            if rule.is_in_force(self.date):
                if rule.name in found:
                    self._flaw(f"{right.name}.{rule.name}", f"two versions are in force on {self.date}")
                found[rule.name] = rule
        return list(found.values())

    def _flaw(self, where: str, why: str) -> None:
        self.flaws.append(Flaw(where, why))

    def _rule(self, right: Right, rule: Rule) -> None:
        where = f"{right.name}.{rule.name}"
        self.flaws += subset.flaws_of(rule.function, where)
        needs = [
            self._need(right, rule, argument, where)
            for argument in subset.arguments_of(rule.function)
        ]  # fmt: skip
        if None not in needs:
            self.nodes[where] = Node(
                where, rule.entity, rule.unit, right.labels.get(rule.name), rule, tuple(n for n in needs if n)
            )

    def _need(self, right: Right, rule: Rule, argument: str, where: str) -> str | None:
        if argument == TODAY:
            return TODAY
        full = self.book.full_name(argument, right.name)
        if full is None:
            near = get_close_matches(argument, self._names(right), 1)
            hint = f"; did you mean “{near[0]}”?" if near else ""
            self._flaw(where, f"“{argument}” is no rule, parameter or input{hint}")
            return None
        home, name = self.book.home(full)
        if name in home.parameters:
            return self._parameter(home.parameters[name], full, rule, where)
        if name in home.inputs:
            self._input(home, name)
        if name in home.totals and not self._is_asleep(home, name):
            self._total(home, name, full)
        entity = self._entity(home, name)
        if rule.entity == HOUSEHOLD and entity == PERSON:
            self._flaw(where, f"“{argument}” is of one person, and this rule is of a household: use total(…)")
            return None
        if entity is None:
            self._flaw(where, f"“{argument}” has no version in force on {self.date}")
            return None
        return full

    def _input(self, home: Right, name: str) -> None:
        """Known on every day, used or not: a family that is asked about two days gives one set of answers."""
        full, found = f"{home.name}.{name}", home.inputs[name]
        self.nodes[full] = Node(full, found.entity, found.unit, found.label, found)

    def _names(self, right: Right) -> list[str]:
        shared = self.book.rights.get(SHARED)
        return [*right.names, *(shared.names if shared else ())]

    def _is_asleep(self, right: Right, name: str) -> bool:
        """Whether a total adds up a rule of which no version is in force."""
        of = self.book.full_name(right.totals[name].of, right.name)
        home, bare = self.book.home(of) if of else (right, "")
        return any(r.name == bare for r in home.rules) and self._entity(home, bare) is None

    def _entity(self, right: Right, name: str) -> Entity | None:
        if name in right.totals:
            return None if self._is_asleep(right, name) else HOUSEHOLD
        if name in right.inputs:
            return right.inputs[name].entity
        return next((r.entity for r in right.rules if r.name == name and r.is_in_force(self.date)), None)

    def _parameter(self, parameter: Parameter, full: str, rule: Rule, where: str) -> str | None:
        day = self.date
        if rule.as_of:
            day = dt.date.fromisoformat(f"{day.year}-{rule.as_of}")
            full = f"{full}@{rule.as_of}"
        amount = parameter.on(day)
        if amount is None and not parameter.is_missing_on(day):
            first = parameter.amounts[0].since
            self._flaw(where, f"“{parameter.name}” has no amount on {day}: the first is of {first}")
            return None
        known = Known(parameter, amount, parameter.known_on(day), parameter.is_known_on(day))
        self.nodes[full] = Node(full, None, parameter.unit, parameter.label, known)
        return full

    def _total(self, right: Right, name: str, full: str) -> None:
        total = right.totals[name]
        of = self.book.full_name(total.of, right.name)
        if of is None or self._entity(*self.book.home(of)) != PERSON:
            self._flaw(full, f"“{total.of}” is no rule or input of a person")
            return
        home, bare = self.book.home(of)
        if bare in home.inputs:
            self._input(home, bare)
        self.nodes[full] = Node(full, HOUSEHOLD, total.unit, right.labels.get(name), total, (of,))

    def _check_units(self) -> None:
        for node in self.nodes.values():
            if isinstance(node.what, Total):
                of = self.nodes[node.needs[0]].unit
                if of != node.unit and not (of == units.BOOL and node.unit in units.COUNTS):
                    self._flaw(node.name, f"adds up {of}, and says it gives {node.unit}")
            if isinstance(node.what, Rule):
                arguments = subset.arguments_of(node.what.function)
                known = {a: self.nodes[n].unit for a, n in zip(arguments, node.needs, strict=True)}
                self.flaws += units.flaws_of(node.what.function, node.name, known, node.unit)
                self.flaws += self._choices(node, arguments)
                self.flaws += self._scales(node, arguments)

    def _scales(self, node: Node, arguments: tuple[str, ...]) -> list[Flaw]:
        """What a rule takes brackets from, and that is no table of one dimension."""
        assert isinstance(node.what, Rule)
        found = []
        for name in subset.scales_of(node.what.function):
            rates = self.nodes[node.needs[arguments.index(name)]].what if name in arguments else None
            if not isinstance(rates, Known) or len(rates.parameter.by) != 1:
                found.append(
                    Flaw(node.name, f"by_brackets wants a table of rates by one amount, and “{name}” is none")
                )
        return found

    def _choices(self, node: Node, arguments: tuple[str, ...]) -> list[Flaw]:
        """Words that a rule compares a choice with, and that are none of its options."""
        assert isinstance(node.what, Rule)
        found = []
        for argument, word in subset.words_of(node.what.function):
            asked = self.nodes[node.needs[arguments.index(argument)]].what if argument in arguments else None
            if isinstance(asked, Input) and word not in asked.options:
                found.append(
                    Flaw(node.name, f"“{word}” is no option of “{argument}”: {', '.join(asked.options)}")
                )
        return found
