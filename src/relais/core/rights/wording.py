"""An explanation in plain words, in Dutch, French and English: values, conditions, amounts."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Any

from relais.core.rights.explaining import Condition, Named, Step
from relais.core.rights.units import BOOL, DATE, MONEY
from relais.core.rights.unknown import Unknown

UNKNOWN = {"nl": "nog niet bekend", "fr": "pas encore connu", "en": "not known yet"}
YES = {"nl": "ja", "fr": "oui", "en": "yes"}
NO = {"nl": "nee", "fr": "non", "en": "no"}
SINCE = {"nl": "sinds", "fr": "depuis le", "en": "since"}
KNOWN_TO = {"nl": "bedrag bekend tot", "fr": "montant connu jusqu’au", "en": "amount known up to"}
NOT_FOUND = {
    "nl": "er is geen bedrag van die dag gevonden",
    "fr": "aucun montant de ce jour n’a été trouvé",
    "en": "no amount of that day was found",
}
SUPPOSED = {"nl": "veronderstelling", "fr": "supposition", "en": "supposition"}
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
_COMPARED = {
    ast.Lt: ("is lager dan", "est inférieur à", "is below"),
    ast.LtE: ("is hoogstens", "ne dépasse pas", "is at most"),
    ast.Gt: ("is hoger dan", "dépasse", "is above"),
    ast.GtE: ("is minstens", "est au moins", "is at least"),
    ast.Eq: ("is", "est", "is"),
    ast.NotEq: ("is niet", "n’est pas", "is not"),
}
_DATED = {
    ast.Lt: ("is vóór", "est avant", "is before"),
    ast.LtE: ("is niet na", "n’est pas après", "is not after"),
    ast.Gt: ("is na", "est après", "is after"),
    ast.GtE: ("is niet vóór", "n’est pas avant", "is not before"),
}
_CALLED = {
    "min": ("het laagste van", "le plus bas de", "the lowest of"),
    "max": ("het hoogste van", "le plus haut de", "the highest of"),
    "per_month": ("per maand:", "par mois :", "a month:"),
    "per_year": ("per jaar:", "par an :", "a year:"),
    "first_of_month": (
        "de eerste dag van de maand van",
        "le premier jour du mois de",
        "the first day of the month of",
    ),
    "steps": ("begonnen stappen:", "tranches entamées :", "steps begun:"),
}
_IN_YEAR = (
    "van het jaar waarin men %(age)s wordt (%(birth)s)",
    "de l’année où l’on a %(age)s ans (%(birth)s)",
    "of the year in which one turns %(age)s (%(birth)s)",
)
_SAME_YEAR = ("van het jaar van %s", "de l’année de %s", "of the year of %s")
_NEXT_YEAR = ("van het jaar na %s", "de l’année qui suit %s", "of the year after %s")
_TODAY = {"nl": "vandaag", "fr": "aujourd’hui", "en": "today"}
_INDEX = {"nl": 0, "fr": 1, "en": 2}


def number(value: float, language: str, digits: int | None = None) -> str:
    """A number as the language writes it; money has two digits, anything else as many as it needs."""
    written = f"{value:,.{digits}f}" if digits is not None else f"{value:,.10g}"
    if language == "en":
        return written
    group = "." if language == "nl" else "\u202f"
    return written.replace(",", "\0").replace(".", ",").replace("\0", group)


def written(named: Named, language: str) -> str:
    """A value with its unit: “39 792,84 euros par an”, “2 children”, “yes”."""
    value = named.value
    if isinstance(value, Unknown):
        return UNKNOWN[language]
    if named.unit == BOOL:
        return (YES if value else NO)[language]
    if named.unit == DATE:
        return f"{value % 100}/{value // 100 % 100}/{value // 10000}"
    if named.options:
        return named.options[value].said(language).words
    at = _INDEX[language]
    if named.unit in MONEY:
        euros = "euros" if language == "fr" else "euro"
        return f"{number(value, language, 2)} {euros}{_PER[named.unit][at]}"
    one, many = _UNITS[named.unit][at]
    return f"{number(value, language)} {one if value == 1 else many}".strip()


def label(named: Named, name: str, language: str) -> str:
    if named.label:
        return named.label.said(language).words
    return _TODAY[language] if name == "today" else name.partition(".")[2] or name


def condition(one: Condition, language: str) -> str:
    """“Household income (30,000.00 euro a year) is below First ceiling (39,792.84 euro a year): yes”."""
    return f"{_words(one.written, one, language)}: {(YES if one.outcome else NO)[language]}"


def _words(node: ast.expr, of: Condition, language: str) -> str:
    at = _INDEX[language]
    match node:
        case ast.Name(id=name) if name in of.names:
            named = of.names[name]
            said = label(named, name, language)
            return said if named.unit == BOOL else f"{said} ({written(named, language)})"
        case ast.Constant(value=str() as word):
            return next(
                (n.options[word].said(language).words for n in of.names.values() if word in n.options), word
            )
        case ast.Constant(value=int() | float() as value):
            return number(value, language)
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            compared = _DATED.get(type(op), ()) if _is_dated(left, of) else ()
            said = (compared or _COMPARED[type(op)])[at]
            return f"{_words(left, of, language)} {said} {_words(right, of, language)}"
        case ast.Call(
            func=ast.Name(id="in_year_of_age"), args=[birth, age, ast.Constant(value=int() as day)]
        ):
            said = _IN_YEAR[at] % {"age": _words(age, of, language), "birth": _words(birth, of, language)}
            return f"{day % 100}/{day // 100} {said}"
        case ast.Call(
            func=ast.Name(id="in_year" | "in_next_year" as name),
            args=[of_day, ast.Constant(value=int() as day)],
        ):
            said = (_SAME_YEAR if name == "in_year" else _NEXT_YEAR)[at] % _words(of_day, of, language)
            return f"{day % 100}/{day // 100} {said}"
        case ast.Call(func=ast.Name(id=name), args=args) if name in _CALLED:
            each = ", ".join(_words(arg, of, language) for arg in args)
            return f"{_CALLED[name][at]} {each}"
        case ast.BinOp(left=left, op=op, right=right):
            sign = {ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.Div: "÷"}[type(op)]
            return f"{_words(left, of, language)} {sign} {_words(right, of, language)}"
        case ast.Call(args=args):
            return ", ".join(_words(arg, of, language) for arg in args)
        case ast.Subscript(value=ast.Name(id=name)):
            return label(of.names[name], name, language)
    return ast.unparse(node)


def _is_dated(node: ast.expr, of: Condition) -> bool:
    return isinstance(node, ast.Name) and node.id in of.names and of.names[node.id].unit == DATE


def lines(step: Step, language: str, called: Callable[[str], str] = str) -> Iterator[str]:
    """The whole explanation, a line each, indented; what was told once is not told again.

    `called` says how a person is called, from the name in the family.
    """
    yield from _lines(step, language, called, 0, set())


def _lines(
    step: Step, language: str, called: Callable[[str], str], depth: int, told: set[int]
) -> Iterator[str]:  # fmt: skip
    who = f", {called(step.of)}" if step.of else ""
    yield "  " * depth + f"{label(step.named, step.name, language)}{who}: {_value(step, language)}"
    if id(step) in told:
        return
    told.add(id(step))
    for one in step.conditions:
        yield "  " * (depth + 1) + condition(one, language)
    for each in step.because:
        yield from _lines(each, language, called, depth + 1, told)


def _value(step: Step, language: str) -> str:
    said = _plainly(step, language)
    return f"{said} ({SUPPOSED[language]})" if step.is_supposed else said


def _plainly(step: Step, language: str) -> str:
    if step.amount is not None:
        return _amount(step, language)
    said = written(step.named, language)
    return f"{said}  [{step.article}]" if step.article else said


def _amount(step: Step, language: str) -> str:
    assert step.amount is not None
    known, value = step.amount, step.named.value
    if known.amount is None:
        return NOT_FOUND[language]
    since = f"{SINCE[language]} {_day(known.amount.since)}"
    if isinstance(value, Unknown) and known.known_to:
        return f"{KNOWN_TO[language]} {_day(known.known_to)}"
    is_one = isinstance(value, float | int)
    return f"{written(step.named, language)}, {since}" if is_one else since


def _day(date: Any) -> str:
    return f"{date.day}/{date.month}/{date.year}"
