"""What every format writes: figures as plain values, and what their codes mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from relais.apps.languages.addresses import address
from relais.apps.observatory import models as m
from relais.apps.observatory.models.observations import cell_address
from relais.core.figures.cube import TOTAL, parts_of
from relais.core.texts.text import Text
from relais.core.texts.typography import colon


class Figure(NamedTuple):
    """One value that a release said. `value` None: missing, or hidden; `quality` and `secrecy` tell which."""

    definition: str
    place: str
    period: str
    cut: str
    value: float | None
    decimals: int
    low: float | None
    high: float | None
    answers: int | None
    quality: str
    secrecy: str
    printed: str | None
    note: str | None
    source: str
    edition: str
    published: str | None
    since: dt.date
    until: dt.date | None

    @property
    def written(self) -> str:
        """With the decimals that were printed; nothing for what is missing or hidden."""
        return "" if self.value is None else written(self.value, self.decimals)

    @property
    def codes(self) -> Mapping[str, str]:
        """Dimension to code, totals left out."""
        return parts_of(self.cut)

    @property
    def edition_of_source(self) -> str:
        """As values.csv names a release."""
        return f"{self.source}/{self.edition}"


@dataclass(frozen=True, slots=True)
class About:
    """What is needed to understand some figures. Rows of the tables are read only, and never asked for more.

    `indicator` is the one that was asked for; None: several, or all. `dimensions` are those in use, in their
    order, place left out; `codes` is dimension to codes in use, place among them. `notes` is slug to words.
    `language` is that in which names are written where a format has room for one. `date` is the day as of
    which figures are given; None: now. `site` is the public address, without a slash at the end.
    """

    indicator: m.Indicator | None
    definitions: Mapping[str, m.Definition]
    dimensions: tuple[m.Dimension, ...]
    codes: Mapping[str, tuple[m.Code, ...]]
    sources: Mapping[str, m.Source]
    editions: tuple[str, ...]
    notes: Mapping[str, Text]
    language: str
    date: dt.date | None
    site: str

    @property
    def indicators(self) -> list[m.Indicator]:
        """Each once, in their order."""
        return list({each.indicator.slug: each.indicator for each in self.definitions.values()}.values())

    @property
    def name(self) -> str:
        """What the files are called."""
        return self.indicator.slug if self.indicator else "figures"

    @property
    def on(self) -> str:
        """What an address of these figures ends with."""
        return f"?on={self.date.isoformat()}" if self.date else ""

    @property
    def page(self) -> str:
        """Where a reader finds them."""
        path = self.indicator.get_absolute_url() if self.indicator else address("observatory:home")
        return f"{self.site}{path}"

    def title(self, language: str) -> str:
        """The name of the indicator, or what the whole set is called."""
        return self.indicator.name.said(language).words if self.indicator else WHOLE[language]

    def file_address(self, suffix: str) -> str:
        """Of these figures in another format."""
        path = file_address(self.indicator.slug if self.indicator else None, suffix)
        return f"{self.site}{path}{self.on}"

    def address_of(self, figure: Figure) -> str:
        """The permanent address of the cell of a figure."""
        definition = self.definitions[figure.definition]
        cell = cell_address(
            definition.indicator.slug, figure.definition, figure.place, figure.period, figure.cut
        )
        return f"{self.site}{cell}"

    def said(self, words: Text) -> str:
        """In the language of the file, or the one that comes nearest."""
        return words.said(self.language).words

    def called(self, source: m.Source) -> str:
        """Who says it, and where."""
        return f"{self.said(source.publisher)}{colon(self.language)} {self.said(source.title)}"


Write = Callable[[Iterable[Figure], About], Iterator[bytes]]

WHOLE = {
    "nl": "Cijfers over eenoudergezinnen",
    "fr": "Chiffres sur les familles monoparentales",
    "en": "Figures on single-parent families",
}


def written(value: float, decimals: int) -> str:
    """With so many decimals; with more only where the value has them."""
    said = f"{value:.{decimals}f}"
    return said if float(said) == value else repr(value)


def code_in(figure_codes: Mapping[str, str], dimension: str) -> str:
    """A total is written `_T`, never left blank."""
    return figure_codes.get(dimension, TOTAL)


def file_address(indicator: str | None, suffix: str) -> str:
    """Of a file of one indicator, or of all, in the reader's language."""
    if indicator is None:
        return address("observatory:figures-file", suffix)
    return address("observatory:indicator-file", indicator, suffix)
