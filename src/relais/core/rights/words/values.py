"""Words for values, in Dutch, French and English: numbers, amounts, days, units, yes and no."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from relais.core.rights.inputs import Input
from relais.core.rights.laws import TODAY, Node
from relais.core.rights.units import BOOL, DATE, MONEY
from relais.core.rights.unknown import Unknown
from relais.core.texts.text import Text

UNKNOWN = {"nl": "nog niet bekend", "fr": "pas encore connu", "en": "not known yet"}
YES = {"nl": "ja", "fr": "oui", "en": "yes"}
NO = {"nl": "nee", "fr": "non", "en": "no"}
KNOWN_TO = {"nl": "bedrag bekend tot", "fr": "montant connu jusqu’au", "en": "amount known up to"}
SINCE = {"nl": "sinds", "fr": "depuis le", "en": "since"}
NOT_FOUND = {
    "nl": "er is geen bedrag van die dag gevonden",
    "fr": "aucun montant de ce jour n’a été trouvé",
    "en": "no amount of that day was found",
}
SUPPOSED = {"nl": "veronderstelling", "fr": "supposition", "en": "supposition"}
INDEX = {"nl": 0, "fr": 1, "en": 2}
_TODAY = {"nl": "vandaag", "fr": "aujourd’hui", "en": "today"}
_PER = {
    "EUR": ("", "", ""), "EUR/month": (" per maand", " par mois", " a month"),
    "EUR/year": (" per jaar", " par an", " a year"), "EUR/day": (" per dag", " par jour", " a day"),
    "EUR/hour": (" per uur", " par heure", " an hour"),
}  # fmt: skip
_UNITS = {
    "child": (("kind", "kinderen"), ("enfant", "enfants"), ("child", "children")),
    "person": (("persoon", "personen"), ("personne", "personnes"), ("person", "persons")),
    "year": (("jaar", "jaar"), ("an", "ans"), ("year", "years")),
    "month": (("maand", "maanden"), ("mois", "mois"), ("month", "months")),
    "week": (("week", "weken"), ("semaine", "semaines"), ("week", "weeks")),
    "day": (("dag", "dagen"), ("jour", "jours"), ("day", "days")),
    "hour": (("uur", "uur"), ("heure", "heures"), ("hour", "hours")),
    "hour/week": (("uur per week", "uur per week"), ("heure par semaine", "heures par semaine"),
                  ("hour a week", "hours a week")),
    "point": (("punt", "punten"), ("point", "points"), ("point", "points")),
    "room": (("kamer", "kamers"), ("chambre", "chambres"), ("room", "rooms")),
    "km": (("km", "km"),) * 3, "m2": (("m²", "m²"),) * 3, "1": (("", ""),) * 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """What is told of a value: label, value and unit; `options` are the words of a choice."""

    label: Text | None
    value: Any
    unit: str
    options: Mapping[str, Text]


def number(value: float, language: str, digits: int | None = None) -> str:
    """A number as the language writes it; money has two digits, anything else as many as it needs."""
    written = f"{value:,.{digits}f}" if digits is not None else f"{value:,.10g}"
    if language == "en":
        return written
    if language == "fr":
        return written.replace(",", "\u202f").replace(".", ",")
    return written.replace(",", "\0").replace(".", ",").replace("\0", ".")


def written(named: Named, language: str) -> str:
    """A value with its unit: “39 792,84 euros par an”, “2 children”, “yes”."""
    return writer(named.unit, named.options, language)(named.value)


def writer(unit: str, options: Mapping[str, Text], language: str) -> Callable[[Any], str]:
    """How values of a unit are written; `options` are the words of a choice."""
    at, unknown = INDEX[language], UNKNOWN[language]
    if unit == BOOL:
        says = NO[language], YES[language]
        return lambda value: says[value] if isinstance(value, int) else unknown
    if unit == DATE:
        return lambda value: (
            f"{value % 100}/{value // 100 % 100}/{value // 10000}" if isinstance(value, int) else unknown
        )
    if options:
        said = {option: text.said(language).words for option, text in options.items()}
        return lambda value: said[value] if isinstance(value, str) else unknown
    if unit in MONEY:
        per = f" euro{'s' if language == 'fr' else ''}{_PER[unit][at]}"
        return lambda value: unknown if isinstance(value, Unknown) else number(value, language, 2) + per
    one, many = _UNITS[unit][at]

    def count(value: Any) -> str:
        if isinstance(value, Unknown):
            return unknown
        return f"{number(value, language)} {one if value == 1 else many}".rstrip()

    return count


def writer_of(node: Node, language: str) -> Callable[[Any], str]:
    """How values of a node of the law are written."""
    return writer(node.unit, node.what.options if isinstance(node.what, Input) else {}, language)


def label(named: Named, name: str, language: str) -> str:
    """What the value `name` is called."""
    return _label(named.label, name, language)


def label_of(node: Node, language: str) -> str:
    """What a node of the law is called."""
    return _label(node.label, node.name, language)


def _label(said: Text | None, name: str, language: str) -> str:
    if said:
        return said.said(language).words
    return _TODAY[language] if name == TODAY else name.partition(".")[2] or name


def day(date: dt.date) -> str:
    return f"{date.day}/{date.month}/{date.year}"


def article(written: str, language: str) -> str:
    """An article as the language cites it: “art. 7 and 15” is “art. 7 et 15”, “ITC 1992” is “CIR 92”."""
    for en, nl, fr in _CITED if language != "en" else ():
        written = written.replace(en, nl if language == "nl" else fr)
    return written


_CITED = (
    (" and ", " en ", " et "), (" to ", " tot ", " à "), ("first paragraph", "eerste lid", "alinéa 1er"),
    ("second paragraph", "tweede lid", "alinéa 2"), ("third paragraph", "derde lid", "alinéa 3"),
    ("ITC 1992", "WIB 92", "CIR 92"), ("Programme law", "Programmawet", "Loi-programme"),
    ("RD ", "KB ", "A.R. "), ("Acts ", "Wetten ", "Lois "), ("Act ", "Wet ", "Loi "),
    ("decree ", "decreet ", "décret "),
)  # fmt: skip
