"""What stands in a rule, in words: its expressions, and what its conditions come to for a family."""

from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from relais.core.rights.inputs import Input
from relais.core.rights.laws import TODAY, Node
from relais.core.rights.units import BOOL, DATE
from relais.core.rights.words.values import INDEX, NO, YES, label_of, number, writer_of

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
_CONTRARY = {
    ast.Lt: ast.GtE, ast.LtE: ast.Gt, ast.Gt: ast.LtE, ast.GtE: ast.Lt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
}  # fmt: skip
CALLED = {
    "min": ("het laagste van %s", "le plus bas de %s", "the lowest of %s"),
    "max": ("het hoogste van %s", "le plus haut de %s", "the highest of %s"),
    "abs": ("%s zonder minteken", "%s sans le signe moins", "%s without its minus"),
    "per_month": ("per maand: %s", "par mois : %s", "a month: %s"),
    "per_year": ("per jaar: %s", "par an : %s", "a year: %s"),
    "share": ("het deel %s", "la part %s", "the share %s"),
    "cents": ("%s", "%s", "%s"), "cents_down": ("%s", "%s", "%s"), "whole_euros": ("%s", "%s", "%s"),
    "years_between": ("het aantal jaren van %s", "le nombre d’années de %s", "the number of years from %s"),
    "months_between": ("het aantal maanden van %s", "le nombre de mois de %s",
                       "the number of months from %s"),
    "first_of_month": ("de eerste dag van de maand van %s", "le premier jour du mois de %s",
                       "the first day of the month of %s"),
    "steps": ("begonnen stappen: %s", "tranches entamées : %s", "steps begun: %s"),
    "month_of_days": ("per maand: %s", "par mois : %s", "a month: %s"),
    "year_of_days": ("per jaar: %s", "par an : %s", "a year: %s"),
    "yearly_yield": ("opbrengst per jaar: %s", "rendement par an : %s", "yield a year: %s"),
    "by_brackets": ("schijf per schijf: %s", "tranche par tranche : %s", "bracket by bracket: %s"),
}  # fmt: skip
_AND_TO = {"years_between": (" tot ", " à ", " to "), "months_between": (" tot ", " à ", " to "),
           "share": (" van ", " de ", " of ")}  # fmt: skip
IN_YEAR = {
    "in_year": ("van het jaar van %s", "de l’année de %s", "of the year of %s"),
    "in_next_year": ("van het jaar na %s", "de l’année qui suit %s", "of the year after %s"),
    "in_year_of_age": (
        "van het jaar waarin men %s wordt, volgens %s",
        "de l’année où l’on a %s ans, selon %s",
        "of the year in which one turns %s, by %s",
    ),
}
NO_BREAK = "\u00a0"
_SIGNS = {ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.Div: "÷"}
# What is true of a value: “income” is 45,000 euro a year, which is more than “ceiling” (40,000 euro a year).
_ANSWER = (
    "het antwoord op {label} is {value}", "la réponse à {label} est {value}",
    "the answer to {label} is {value}",
)  # fmt: skip
_IS = ("{label} is {value}", "{label} est de {value}", "{label} is {value}")
_IS_DAY = ("{label} is {value}", "{label} est le {value}", "{label} is {value}")
_IS_CHOICE = (
    "{label} is “{value}”",
    f"{{label}} est «{NO_BREAK}{{value}}{NO_BREAK}»",
    "{label} is “{value}”",
)
_THAN = {
    ast.Lt: ("en dat is minder dan", "soit moins que", "which is less than"),
    ast.LtE: ("en dat is niet meer dan", "ce qui ne dépasse pas", "which is not more than"),
    ast.Gt: ("en dat is meer dan", "ce qui dépasse", "which is more than"),
    ast.GtE: ("en dat is niet minder dan", "soit au moins", "which is at least"),
    ast.NotEq: ("en dat is niet gelijk aan", "ce qui n’est pas", "which is not"),
}
_THAN_DAY = {
    ast.Lt: ("en dat is vóór", "ce qui est avant", "which is before"),
    ast.LtE: ("en dat is niet na", "ce qui n’est pas après", "which is not after"),
    ast.Gt: ("en dat is na", "ce qui est après", "which is after"),
    ast.GtE: ("en dat is niet vóór", "ce qui n’est pas avant", "which is not before"),
}


class Template(NamedTuple):
    """Words with %s for each value: `places` are the arguments that go there; `shown` are answers of the
    family that are told of in full. `is_step`: it is a yes or no of the law, which is told as a step.
    """

    words: str
    places: tuple[int, ...]
    shown: frozenset[int] = frozenset()
    is_step: bool = False


def answered(said: str, is_yes: bool, language: str) -> str:
    """What was answered to a label."""
    return _ANSWER[INDEX[language]].format(label=said, value=(YES if is_yes else NO)[language])


def quoted(label: str, language: str) -> str:
    """A label as what it is: words of the law, not ours."""
    return f"«{NO_BREAK}{label}{NO_BREAK}»" if language == "fr" else f"“{label}”"


@dataclass(frozen=True)
class Speaker:
    """Says expressions of one rule: what its arguments stand for, and in which language."""

    arguments: Sequence[str]
    nodes: Sequence[Node]
    language: str

    def template(self, written: ast.expr) -> Template:
        """“Household income (%s) is below First ceiling (%s)”. Raises LookupError for want of words."""
        places: list[int] = []
        words = self.words(written, places)
        answers = {n for n, node in enumerate(self.nodes) if isinstance(node.what, Input | dt.date)}
        alone = {self.arguments.index(written.id)} if isinstance(written, ast.Name) else set()
        return Template(words, tuple(places), frozenset(answers & {*places, *alone}), bool(alone - answers))

    def fact(self, written: ast.expr, holds: bool) -> Template:
        """What a condition comes to: “Household income” is 45,000 euro a year, which is more than …"""
        places: list[int] = []
        return Template(self._fact(written, holds, places), tuple(places))

    def _fact(self, written: ast.expr, holds: bool, places: list[int]) -> str:
        at = INDEX[self.language]
        match written:
            case ast.Name(id=name):
                return answered(self._quoted(name), holds, self.language)
            case ast.Compare(left=ast.Name(id=name) as left, ops=[op], comparators=[right]) if name != TODAY:
                node, than = self.node(name), type(op) if holds else _CONTRARY[type(op)]
                places.append(self.arguments.index(name))
                said = {DATE: _IS_DAY, "choice": _IS_CHOICE}.get(node.unit, _IS)[at]
                said = said.format(label=self._quoted(name), value="%s")
                if node.unit == "choice" or than is ast.Eq or _is_nothing(right):
                    return said
                words = (_THAN_DAY if node.unit == DATE and than in _THAN_DAY else _THAN)[than][at]
                return f"{said}, {words} {self._limit(right, left, places)}"
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                than = type(op) if holds else _CONTRARY[type(op)]
                one = self.words(left, places)
                return f"{one} {self.compared(left, than)} {self.words(right, places)}"
        raise LookupError(f"there are no words for “{ast.unparse(written)}”")

    def _limit(self, written: ast.expr, left: ast.Name, places: list[int]) -> str:
        """What a value is compared with; a bare number in the unit of that value."""
        match written:
            case ast.Constant(value=int() | float() as value):
                return writer_of(self.node(left.id), self.language)(value)
            case ast.Name(id=name) if name != TODAY:
                places.append(self.arguments.index(name))
                return f"{self._quoted(name)} (%s)"
        return self.words(written, places)

    def _quoted(self, name: str) -> str:
        return quoted(_safe(label_of(self.node(name), self.language)), self.language)

    def node(self, name: str) -> Node:
        return self.nodes[self.arguments.index(name)]

    def words(self, node: ast.expr, places: list[int]) -> str:
        """An expression with %s for each value; `places` gets the argument of each."""
        at = INDEX[self.language]
        match node:
            case ast.Name(id=name):
                return self._name(name, places)
            case ast.Constant(value=str() as word):
                return _safe(self._option(word))
            case ast.Constant(value=int() | float() as value):
                return number(value, self.language)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return f"−{self.words(operand, places)}"
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                one = self.words(left, places)
                return f"{one} {self.compared(left, type(op))} {self.words(right, places)}"
            case ast.Call(func=ast.Name(id=name), args=args):
                return self._called(name, args, places)
            case ast.BinOp(left=left, op=op, right=right):
                return f"{self.words(left, places)} {_SIGNS[type(op)]} {self.words(right, places)}"
            case ast.Subscript(value=ast.Name(id=name)):
                return _safe(label_of(self.node(name), self.language))
        raise LookupError(f"there are no words for “{ast.unparse(node)}” ({at})")

    def compared(self, left: ast.expr, op: type[ast.cmpop]) -> str:
        is_dated = isinstance(left, ast.Name) and self.node(left.id).unit == DATE
        return (_DATED if is_dated and op in _DATED else _COMPARED)[op][INDEX[self.language]]

    def _name(self, name: str, places: list[int]) -> str:
        node = self.node(name)
        said = _safe(label_of(node, self.language))
        if node.unit == BOOL:
            return said
        places.append(self.arguments.index(name))
        return f"{said} (%s)"

    def _option(self, word: str) -> str:
        for node in self.nodes:
            if isinstance(node.what, Input) and word in node.what.options:
                return node.what.options[word].said(self.language).words
        raise LookupError(f"“{word}” is no option of {', '.join(self.arguments)}")

    def _called(self, name: str, args: list[ast.expr], places: list[int]) -> str:
        at = INDEX[self.language]
        if name in IN_YEAR:
            *others, last = args
            assert isinstance(last, ast.Constant) and isinstance(last.value, int)
            each = [self.words(arg, places) for arg in reversed(others)]
            return f"{last.value % 100}/{last.value // 100} {IN_YEAR[name][at] % tuple(each)}"
        between = _AND_TO[name][at] if name in _AND_TO else ", "
        return CALLED[name][at] % between.join(self.words(arg, places) for arg in args)


def _safe(said: str) -> str:
    return said.replace("%", "%%")


def _is_nothing(written: ast.expr) -> bool:
    return isinstance(written, ast.Constant) and written.value == 0
