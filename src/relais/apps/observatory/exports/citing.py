"""How to cite a figure: a sentence in the reader's language, BibTeX, and CSL-JSON for reference managers."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from relais.apps.languages.reader import colon
from relais.core.figures.cube import period_of

SPECIAL = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$",
           "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Citation:
    """Everything in the words of the reader but `published` (2020, 2020-11, 2020-11-19; None: unknown)."""

    title: str
    definition: str
    place: str
    cut: str
    period: str
    value: str
    publisher: str
    source: str
    source_slug: str
    edition: str
    edition_in_words: str
    published: str | None
    address: str
    consulted: dt.date
    language: str

    @property
    def what(self) -> str:
        """The figure in one line; its definition only where that is not what the whole is called."""
        definition = [self.definition] if self.definition != self.title else []
        cell = ", ".join([*definition, self.place, self.cut, self.period])
        return f"{cell}{colon()} {self.value}"

    @property
    def who(self) -> str:
        """Many titles of sources begin with who publishes them: it is not said twice."""
        if self.source.casefold().startswith(self.publisher.casefold()):
            return self.source
        return f"{self.publisher}, {self.source}"

    @property
    def text(self) -> str:
        said = _("%(title)s: %(what)s. %(who)s (%(edition)s). Consulted at %(address)s on %(day)s.")
        return said % {
            "title": self.title, "what": self.what, "who": self.who, "edition": self.edition_in_words,
            "address": self.address, "day": date_format(self.consulted),
        }  # fmt: skip

    @property
    def key(self) -> str:
        """Short enough to type; the same figure, source and edition give the same, in every language."""
        path = self.address.partition("?")[0].rstrip("/").split("/")[-4:]
        told = "-".join([*path, self.source_slug, self.edition])
        return re.sub(r"[^A-Za-z0-9]+", "-", told).strip("-").lower()

    @property
    def bibtex(self) -> str:
        fields = {
            "title": _escaped(f"{self.title}{colon()} {self.what}"),
            "howpublished": _escaped(self.source), "edition": _escaped(self.edition),
            "year": self.published[:4] if self.published else None, "url": self.address,
            "urldate": self.consulted.isoformat(), "language": self.language,
        }  # fmt: skip
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        who = f'  author = "{{{_escaped(self.publisher)}}}",'  # the braces: an organisation has no first name
        return "\n".join([f"@misc{{{self.key},", who, *lines, "}"])

    @property
    def csl(self) -> str:
        said = {
            "id": self.key, "type": "dataset", "title": f"{self.title}{colon()} {self.what}",
            "author": [{"literal": self.publisher}], "container-title": self.source, "version": self.edition,
            **({"issued": {"date-parts": [_parts(self.published)]}} if self.published else {}),
            "accessed": {"date-parts": [_parts(self.consulted.isoformat())]}, "URL": self.address,
            "language": self.language,
        }  # fmt: skip
        return json.dumps([said], ensure_ascii=False, indent=2)


def _escaped(words: str) -> str:
    return "".join(SPECIAL.get(letter, letter) for letter in words)


def _parts(code: str) -> list[int]:
    """As much of the day as is known."""
    start, known = period_of(code).start, code.count("-") + 1
    return [start.year, start.month, start.day][:known]
