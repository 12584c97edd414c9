"""A text is the same thing said in several languages, with an honest fallback between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from relais.core.texts.typography import printed

LANGUAGES = ("nl", "fr", "en")
OFFICIAL = ("nl", "fr")


class Said(NamedTuple):
    """Words and the language they are really in, which may not be the one that was asked for."""

    language: str
    words: str


@dataclass(frozen=True, slots=True)
class Text(Mapping[str, str]):
    """Language code to words. Only languages that were written are in it; none is ever made up.

    Raises ValueError when there are no words at all: such a text is `None`, not an empty text.
    """

    by_language: Mapping[str, str]

    def __post_init__(self) -> None:
        if not any(words.strip() for words in self.by_language.values()):
            raise ValueError("a text needs words in at least one language")

    def __getitem__(self, language: str) -> str:
        return self.by_language[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_language)

    def __len__(self) -> int:
        return len(self.by_language)

    def __hash__(self) -> int:
        return hash(frozenset(self.by_language.items()))

    def said(self, language: str) -> Said:
        """The words in `language`; failing that in an official language; failing that in any. Never empty."""
        for wanted in (language, *OFFICIAL, *self.by_language):
            if words := self.by_language.get(wanted, "").strip():
                return Said(wanted, printed(words, wanted))
        raise AssertionError("a text has words in at least one language")
