"""What a jurist must confirm: on what sources differ or are silent, and what is computed meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from relais.core.rights.reading import Record
from relais.core.texts.yaml import read_yaml


@dataclass(frozen=True, slots=True)
class Version:
    """What one source says."""

    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """`about` is a rule, total, parameter or input of the right. In English, as the rules are."""

    about: str
    question: str
    versions: tuple[Version, ...]
    computed: str


def read_doubts(path: Path) -> list[Doubt]:
    """The file doubts.yaml of a right; none where there is none. Raises FileProblems with the line."""
    if not path.exists():
        return []
    source = read_yaml(path)
    return [_doubt(Record(source, (n,), value)) for n, value in enumerate(source.value)]


def _doubt(record: Record) -> Doubt:
    record.only("about", "question", "versions", "computed")
    versions = tuple(map(_version, record.items("versions")))
    return Doubt(record.get("about", str), record.get("question", str), versions, record.get("computed", str))


def _version(record: Record) -> Version:
    said = record.only("says", "source").get("says", str)
    source = record.get("source", str)
    if not source.startswith("https://"):
        raise record.wrong("is where it was read: an address, https://…", "source")
    return Version(said, source)
