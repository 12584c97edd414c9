"""Records of many files, each remembering the line it stands on, with all their problems in one go."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from relais.core.texts.problem import FileProblems, Problem
from relais.core.texts.schema import Shape, shaped
from relais.core.texts.yaml import Location, Source, read_yaml

AnyRecord = TypeVar("AnyRecord", bound=Shape)


@dataclass(frozen=True, slots=True)
class Entry(Generic[AnyRecord]):
    """A record and the place in the file that says it."""

    record: AnyRecord
    source: Source
    at: Location

    def problem(self, why: str, *where: str | int) -> Problem:
        """Something to mend at `where` inside this record."""
        dotted = ".".join(str(step + 1) if isinstance(step, int) else step for step in where)
        return Problem(self.source.path, self.source.line((*self.at, *where)), dotted, why)


def repeated(entries: Iterable[Entry[Any]], key: Callable[[Any], Hashable]) -> Iterator[Entry[Any]]:
    """Every entry whose `key` an earlier one has."""
    seen: set[Hashable] = set()
    for entry in entries:
        if key(entry.record) in seen:
            yield entry
        seen.add(key(entry.record))


def once(entries: Iterable[Entry[Any]], name: str) -> Iterator[Problem]:
    """A problem for every entry that calls itself by a `name` that an earlier one has."""
    for entry in repeated(entries, lambda record: getattr(record, name)):
        yield entry.problem(f"“{getattr(entry.record, name)}” is used twice: it must be unique", name)


class Reading:
    """Reads file after file and keeps every problem, so that one run tells all there is to mend."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def one(self, path: Path, shape: type[AnyRecord]) -> list[Entry[AnyRecord]]:
        """The record that a whole file is; nothing when it is not one."""
        source = self._source(path)
        return self._shaped(source, shape, ()) if source else []

    def each(self, path: Path, shape: type[AnyRecord]) -> list[Entry[AnyRecord]]:
        """The records of a file that is a list."""
        source = self._source(path)
        if source is None:
            return []
        if not isinstance(source.value, list):
            self.problems.append(
                Problem(path, 1, "", "this file must be a list: start each record with “- ”")
            )
            return []
        return [entry for i in range(len(source.value)) for entry in self._shaped(source, shape, (i,))]

    def _source(self, path: Path) -> Source | None:
        try:
            return read_yaml(path)
        except FileProblems as error:
            self.problems += error.problems
            return None

    def _shaped(self, source: Source, shape: type[AnyRecord], at: Location) -> list[Entry[AnyRecord]]:
        try:
            return [Entry(shaped(source, shape, at), source, at)]
        except FileProblems as error:
            self.problems += error.problems
            return []
