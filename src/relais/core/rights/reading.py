"""Records of YAML files: every key known, none missing, every value of its kind; errors name the line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relais.core.texts.problem import FileProblems, Problem
from relais.core.texts.text import LANGUAGES, Text
from relais.core.texts.yaml import Location, Source, read_yaml


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping of a file, read key by key. Raises FileProblems with the line."""

    source: Source
    at: Location
    value: Any

    def wrong(self, why: str, key: str | int = "") -> FileProblems:
        at = (*self.at, key) if key != "" else self.at
        said = ".".join(map(str, at))
        return FileProblems([Problem(self.source.path, self.source.line(at), said, why)])

    def only(self, *keys: str) -> Record:
        """This record, once no other key is in it."""
        if not isinstance(self.value, dict):
            raise self.wrong("must have keys and values")
        for key in self.value:
            if key not in keys:
                raise self.wrong(f"is not known here: {', '.join(keys)} are", str(key))
        return self

    def get(self, key: str, kind: type | tuple[type, ...], default: Any = ...) -> Any:
        found = self.value.get(key, default)
        if found is ...:
            raise self.wrong(f"“{key}” is missing")
        if found is not default and (
            not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool)
        ):
            raise self.wrong(f"{found!r} is not what is wanted here", key)
        return found

    def one_of(self, key: str, choices: Collection[str], default: Any = ...) -> Any:
        found = self.get(key, str, default)
        if found is not default and found not in choices:
            raise self.wrong(f"“{found}” is none of {', '.join(choices)}", key)
        return found

    def date(self, key: str, default: Any = ...) -> Any:
        found = self.get(key, str, default)
        if found is default:
            return found
        try:
            return dt.date.fromisoformat(found)
        except ValueError:
            raise self.wrong(f"{found!r} is no day: write 2025-02-01", key) from None

    def text(self, key: str, default: Any = ...) -> Any:
        """Words in Dutch, French and English: all three, always."""
        found = self.get(key, dict, default)
        if found is default:
            return found
        record = Record(self.source, (*self.at, key), found).only(*LANGUAGES)
        return Text({language: record.get(language, str) for language in LANGUAGES})

    def texts(self, key: str) -> tuple[Text, ...]:
        """A list of words in three languages."""
        items = self.get(key, list)
        at = (*self.at, key)
        return tuple(
            Record(self.source, at, {str(n): value}).text(str(n)) for n, value in enumerate(items)
        )  # fmt: skip

    def records(self) -> Iterator[tuple[str, Record]]:
        for key, value in self.value.items():
            yield str(key), Record(self.source, (*self.at, key), value)

    def items(self, key: str) -> Iterator[Record]:
        for n, value in enumerate(self.get(key, list)):
            yield Record(self.source, (*self.at, key, n), value)


def records_of(path: Path) -> Iterator[tuple[str, Record]]:
    """Name and record of everything in a file; nothing where there is no such file."""
    if path.exists():
        source = read_yaml(path)
        if not isinstance(source.value, dict):
            raise FileProblems([Problem(path, 1, "", "must have keys and values")])
        yield from Record(source, (), source.value).records()
