"""Units of every value and every branch: euros a month are no euros a year, and children are no money."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from types import FunctionType

from relais.core.rights.problems import Flaw
from relais.core.rights.subset import tree_of

BOOL, NUMBER, DATE, LITERAL, ZERO, WORDS = "bool", "1", "date", "<number>", "<0>", "<words>"
MONEY = ("EUR", "EUR/month", "EUR/year", "EUR/day", "EUR/hour")
HALF_A_CENT = 0.005  # amounts that differ by less are the same
TIMES_A_YEAR = {"EUR/month": 12, "EUR/year": 1}
COUNTS = (
    "child", "person", "year", "month", "week", "day", "hour", "hour/week", "point", "room", "km", "m2",
    NUMBER,
)  # fmt: skip
UNITS = (*MONEY, *COUNTS, BOOL, DATE, "choice")

_CALLS = {
    "per_month": (("EUR/year",), "EUR/month"),
    "per_year": (("EUR/month",), "EUR/year"),
    "years_between": ((DATE, DATE), "year"),
    "months_between": ((DATE, DATE), "month"),
    "in_year_of_age": ((DATE, LITERAL, LITERAL), DATE),
    "first_of_month": ((DATE,), DATE),
    "in_year": ((DATE, LITERAL), DATE),
    "in_next_year": ((DATE, LITERAL), DATE),
    "month_of_days": (("EUR/day", LITERAL), "EUR/month"),
    "year_of_days": (("EUR/day", "day"), "EUR/year"),
    "yearly_yield": (("EUR", NUMBER), "EUR/year"),
}


class _Mismatch(Exception):
    """Two units that do not go together."""


def flaws_of(function: FunctionType, where: str, units: Mapping[str, str], gives: str) -> list[Flaw]:
    """What does not go together in `function`; its arguments have `units`, and it says it gives `gives`."""
    found: list[Flaw] = []
    _statements(tree_of(function).body, dict(units), gives, where, found)
    return found


def _statements(
    body: list[ast.stmt], units: dict[str, str], gives: str, where: str, found: list[Flaw]
) -> None:
    for statement in body:
        try:
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    units[name] = unit_of(value, units)
                case ast.Return(value=ast.expr() as value):
                    _same("what it returns", unit_of(value, units), "what it says it gives", gives)
                case ast.If():
                    _condition(statement.test, units)
                    _statements(statement.body, dict(units), gives, where, found)
                    _statements(statement.orelse, dict(units), gives, where, found)
        except _Mismatch as error:
            found.append(Flaw(where, f"line {statement.lineno}: {error}"))


def unit_of(node: ast.expr, units: Mapping[str, str]) -> str:
    """The unit of an expression. Raises _Mismatch."""
    match node:
        case ast.Constant(value=bool()):
            return BOOL
        case ast.Constant(value=str()):
            return WORDS
        case ast.Constant(value=value):
            return ZERO if value == 0 else LITERAL
        case ast.Name(id=name):
            return units.get(name, LITERAL)
        case ast.Subscript(value=ast.Name(id=name)):
            return units.get(name, LITERAL)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return _condition(operand, units)
        case ast.UnaryOp(operand=operand):
            return unit_of(operand, units)
        case ast.BoolOp(values=values):
            for each in values:
                _condition(each, units)
            return BOOL
        case ast.Compare(left=left, comparators=others):
            for one, other in zip([left, *others], others, strict=False):
                _same(ast.unparse(one), unit_of(one, units), ast.unparse(other), unit_of(other, units))
            return BOOL
        case ast.IfExp(test=test, body=body, orelse=orelse):
            _condition(test, units)
            return _same(ast.unparse(body), unit_of(body, units), ast.unparse(orelse), unit_of(orelse, units))
        case ast.BinOp(left=left, op=op, right=right):
            return _arithmetic(op, left, right, unit_of(left, units), unit_of(right, units))
        case ast.Call(func=ast.Name(id=name), args=args):
            return _call(name, args, [unit_of(arg, units) for arg in args])
    raise _Mismatch(f"{ast.unparse(node)} has no unit")


def _condition(node: ast.expr, units: Mapping[str, str]) -> str:
    unit = unit_of(node, units)
    if unit != BOOL:
        raise _Mismatch(f"{ast.unparse(node)} is in {unit}, where yes or no is needed")
    return BOOL


def _same(one: str, unit: str, other: str, other_unit: str) -> str:
    """The unit that both have. A bare number goes with counts, and only 0 goes with money."""
    if unit == other_unit:
        return unit
    for free, real in ((unit, other_unit), (other_unit, unit)):
        if free == ZERO and real in (*MONEY, *COUNTS, LITERAL):
            return real
        if free == LITERAL and real in COUNTS:
            return real
        if free == WORDS and real == "choice":
            return real
    bare = LITERAL in (unit, other_unit) and (unit in MONEY or other_unit in MONEY)
    hint = ": an amount belongs in parameters.yaml, with its source" if bare else ""
    raise _Mismatch(f"{one} is in {unit}, {other} in {other_unit}{hint}")


def _arithmetic(op: ast.operator, left: ast.expr, right: ast.expr, one: str, other: str) -> str:
    said = f"{ast.unparse(left)} is in {one}, {ast.unparse(right)} in {other}"
    if not {one, other}.isdisjoint((BOOL, DATE, WORDS, "choice")):
        raise _Mismatch(f"{said}: one cannot compute with these")
    if isinstance(op, ast.Add | ast.Sub):
        return _same(ast.unparse(left), one, ast.unparse(right), other)
    plain = (LITERAL, ZERO, NUMBER)
    if isinstance(op, ast.Mult):
        if one in MONEY and other in MONEY:
            raise _Mismatch(f"{said}: euros times euros")
        if one in MONEY or other in plain:
            return one if one not in plain or other in plain else other
        return other
    if one == other and one not in plain:
        raise _Mismatch(f"{said}: use share(part, whole)")
    if other not in (*plain, *COUNTS):
        raise _Mismatch(f"{said}: one cannot divide by it")
    if not isinstance(right, ast.Constant) or right.value == 0:
        raise _Mismatch(f"{said}: divide by a number that is written out, or use share(part, whole)")
    return one


def _call(name: str, args: list[ast.expr], units: list[str]) -> str:
    if name == "by_brackets":
        if (
            len(units) != 2
            or units[0] not in MONEY
            or units[1] != NUMBER
            or not isinstance(args[1], ast.Name)
        ):
            given = " and ".join(units)
            raise _Mismatch(
                f"by_brackets wants an amount and a table of rates in {NUMBER}, and is given {given}"
            )
        return units[0]
    if name in _CALLS:
        wanted, gives = _CALLS[name]
        if tuple(units) != wanted:
            raise _Mismatch(f"{name} wants {' and '.join(wanted)}, and is given {' and '.join(units)}")
        return gives
    unit = units[0]
    for arg, other in zip(args[1:], units[1:], strict=True):
        unit = _same(ast.unparse(args[0]), unit, ast.unparse(arg), other)
    return {"share": NUMBER, "steps": LITERAL}.get(name, unit)
