"""Who counts as alone: the rule of a law that says so, what the law calls it, and who that is in words.

A right whose law has such a notion says so in `alone.yaml`, a record for each rule that decides it. Where the
law leaves it to a body to say, an input stands in the place of a rule: then nothing is computed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from relais.core.rights.reading import records_of
from relais.core.texts.text import Text


@dataclass(frozen=True, slots=True)
class Notion:
    """`rule` is the full name of a rule, or of an input, that is yes or no for a household.

    `name` is what the family would get; `term` what the law calls it; `definition` who that is, plainly.
    """

    right: str
    rule: str
    name: Text
    term: Text
    definition: Text
    source: str


def read_notions(path: Path) -> tuple[Notion, ...]:
    """The file alone.yaml of a right; nothing where there is none. Raises FileProblems with the line."""
    right = path.parent.name
    return tuple(
        Notion(
            right, f"{right}.{name}", record.text("name"), record.text("term"), record.text("definition"),
            record.get("source", str),
        )
        for name, each in records_of(path)
        for record in [each.only("name", "term", "definition", "source")]
    )  # fmt: skip
