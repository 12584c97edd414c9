"""The book as it would be with a reform: another book; the one that it is made of stays as it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches

from relais.core.rights.book import SHARED, Book
from relais.core.rights.law import Rule
from relais.core.rights.reforms.amending import Unfit, amended
from relais.core.rights.reforms.file import Change, Reform, full_name
from relais.core.texts.problem import FileProblems, Problem

Wrong = Callable[[str], None]


def reformed(book: Book, *reforms: Reform) -> Book:
    """The book with reforms, one after the other. Raises FileProblems: what does not fit the book, by line.

    The rules of a reform are then checked as those of the catalogue are, by `law_on` a day.
    """
    for reform in reforms:
        book = _Reforming(book, reform).book()
    return book


def conflicts(reforms: Sequence[Reform]) -> list[tuple[str, Reform, Reform]]:
    """What two reforms both touch, by full name: there order matters, and the later has the last word."""
    return [
        (name, earlier, later)
        for n, later in enumerate(reforms)
        for earlier in reforms[:n]
        for name in later.touched
        if name in earlier.touched
    ]


class _Reforming:
    """One reform of one book. What does not fit is collected, so that all of it is named at once."""

    def __init__(self, book: Book, reform: Reform) -> None:
        self.before, self.reform = book, reform
        self.rights = dict(book.rights)
        self.problems: list[Problem] = []
        self.new: set[str] = set()

    def book(self) -> Book:
        for name, change in self.reform.changes.items():
            self._change(name, change)
        for name, (parameter, record) in self.reform.added.items():
            if why := self._why_not(name):
                self._collect(record.wrong(why))
            else:
                right = self.rights[name.partition(".")[0]]
                parameters = {**right.parameters, parameter.name: parameter}
                self.rights[right.name] = replace(right, parameters=parameters)
        self._write()
        for name, (words, record) in self.reform.labels.items():
            if name in self.new:
                right = self.rights[name.partition(".")[0]]
                labels = {**right.labels, name.partition(".")[2]: words}
                self.rights[right.name] = replace(right, labels=labels)
            else:
                self._collect(record.wrong("names no rule or total that this reform adds", name))
        if self.problems:
            raise FileProblems(self.problems)
        return Book(self.rights)

    def _collect(self, error: FileProblems) -> None:
        self.problems += error.problems

    def _change(self, name: str, change: Change) -> None:
        home, _, bare = name.partition(".")
        right = self.rights.get(home)
        if right is None or bare not in right.parameters:
            every = (f"{r.name}.{p}" for r in self.before.rights.values() for p in r.parameters)
            self._collect(change.record.wrong(f"there is no such parameter{_near(name, every)}"))
            return
        try:
            parameter = amended(right.parameters[bare], change, self.reform.since, self.reform.path.stem)
        except Unfit as error:
            self._collect(change.record.wrong(str(error)))
        else:
            parameters = {**right.parameters, bare: parameter}
            self.rights[home] = replace(right, parameters=parameters)

    def _why_not(self, name: str) -> str:
        """Why nothing can be added under this name; no words when it can."""
        home, _, bare = name.partition(".")
        if home not in self.rights:
            return f"there is no right “{home}”{_near(home, self.rights)}"
        if not re.fullmatch(r"[a-z][a-z0-9_]*", bare):
            return "is called after its right and itself: child_benefit.extra"
        if bare in self.rights[home].names:
            return "is there already: take another name"
        if SHARED in self.rights and bare in self.rights[SHARED].names:
            return f"“{bare}” is what every right calls something of “{SHARED}”: take another name"
        return ""

    def _write(self) -> None:
        """The rules and totals of the file of rules: in the place of others, or beside them."""
        written = self.reform.written
        if written is None:
            return
        ready: dict[str, list[Rule]] = {}
        for rule in written.rules:
            home, _, bare = full_name(rule.name).partition(".")
            if self._fits(rule, home, bare):
                start = rule.start or self.reform.since
                ready.setdefault(home, []).append(replace(rule, name=bare, start=start, is_supposed=True))
        for home, rules in ready.items():
            right = self.rights[home]
            self.rights[home] = replace(right, rules=(*_outside(right.rules, rules), *rules))
        for name, total in written.totals.items():
            home, _, bare = full_name(name).partition(".")
            if self._is_new(name):
                right = self.rights[home]
                self.rights[home] = replace(right, totals={**right.totals, bare: total})

    def _fits(self, rule: Rule, home: str, bare: str) -> bool:
        """Whether a rule can stand where its name says."""
        wrong = self._wrong_at(rule.name)
        if rule.start and rule.start < self.reform.since:
            wrong(f"begins on {rule.start}, before the reform does: {self.reform.since}")
        right = self.before.rights.get(home)
        if rule.end and rule.end < (rule.start or self.reform.since):
            wrong(f"ends on {rule.end}, before it begins")
        old = next((each for each in right.rules if each.name == bare), None) if right else None
        if old is None:
            return self._is_new(rule.name)
        if (rule.entity, rule.unit) != (old.entity, old.unit):
            is_, was = f"{rule.unit} of a {rule.entity}", f"{old.unit} of a {old.entity}"
            wrong(f"gives {is_}, and what it replaces gives {was}: add a rule with another name")
        return True

    def _is_new(self, name: str) -> bool:
        """Whether a rule or total can be added; it must be told in words, so that no slip adds anything."""
        wrong, full = self._wrong_at(name), full_name(name)
        home = full.partition(".")[0]
        if why := self._why_not(full):
            wrong(why)
            return False
        if full not in self.reform.labels:
            rules = {rule.name: rule for rule in self.before.rights[home].rules}
            near = _near(name, (f"{home}__{each}" for each in rules))
            wrong(f"is no rule of {home} (to add it, name it in words, under “labels”){near}")
        self.new.add(full)
        return True

    def _wrong_at(self, name: str) -> Wrong:
        written = self.reform.written
        assert written is not None
        return lambda why: self.problems.append(Problem(written.path, written.lines[name], name, why))


def _near(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), 1)
    return f"; did you mean “{near[0]}”?" if near else ""


def _outside(rules: Iterable[Rule], others: Sequence[Rule]) -> Iterator[Rule]:
    """`rules` on the days on which none of `others` takes their place."""
    for rule in rules:
        parts = [rule]
        for other in others:
            if other.name == rule.name:
                parts = [part for each in parts for part in _around(each, other)]
        yield from parts


def _around(rule: Rule, other: Rule) -> Iterator[Rule]:
    """What of a rule is before and after another."""
    assert other.start is not None
    day = dt.timedelta(days=1)
    if rule.start is None or rule.start < other.start:
        yield replace(rule, end=min(rule.end or dt.date.max, other.start - day))
    if other.end and (rule.end is None or rule.end > other.end):
        yield replace(rule, start=max(rule.start or dt.date.min, other.end + day))
