"""What a family reads about a right: what it is, who decides, whether it comes by itself, how to ask."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from relais.core.rights.reading import Record
from relais.core.texts.text import Text
from relais.core.texts.yaml import read_yaml

THEMES = ("children", "income", "work", "housing", "energy", "health", "school", "justice", "transport")
LEVELS = (
    "federal", "region", "french-community", "flemish-community", "ggc-cocom", "cocof", "vgc",
    "municipalities",
)  # fmt: skip
WAYS = ("automatic", "on-request", "both")


@dataclass(frozen=True, slots=True)
class About:
    """A right in words. `verdict` and `amount` name the rules that say whether and how much, if any do.

    `instead_of_pay`: the amount comes in place of a wage, so that it adds nothing to what a family has.
    """

    name: Text
    explanation: Text
    theme: str
    level: str
    body: Text
    way: str
    how: Text
    where: Text
    by_when: Text | None
    documents: tuple[Text, ...]
    not_modelled: tuple[Text, ...]
    measures: tuple[int, ...]
    verdict: str | None
    amount: str | None
    instead_of_pay: bool
    sources: tuple[str, ...]


def read_about(path: Path) -> About:
    """The file right.yaml of a right. Raises FileProblems with the line."""
    source = read_yaml(path)
    record = Record(source, (), source.value).only(
        "name", "explanation", "theme", "level", "body", "way", "how", "where", "by_when", "documents",
        "not_modelled", "measures", "verdict", "amount", "instead_of_pay", "sources",
    )  # fmt: skip
    return About(
        name=record.text("name"), explanation=record.text("explanation"),
        theme=record.one_of("theme", THEMES), level=record.one_of("level", LEVELS),
        body=record.text("body"), way=record.one_of("way", WAYS),
        how=record.text("how"), where=record.text("where"), by_when=record.text("by_when", None),
        documents=record.texts("documents"), not_modelled=record.texts("not_modelled"),
        measures=tuple(record.get("measures", list)), verdict=record.get("verdict", str, None),
        amount=record.get("amount", str, None), instead_of_pay=record.get("instead_of_pay", bool, False),
        sources=tuple(record.get("sources", list)),
    )  # fmt: skip
