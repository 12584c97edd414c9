"""Formulas of leave as the page shows them: a line each, in the reader's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from relais.apps.check import catalogue
from relais.apps.check.because import because
from relais.apps.check.leaving import Choosing, effect
from relais.apps.check.persons import called
from relais.apps.languages.reader import for_reader
from relais.core.rights.formulas import EFFECTS, Effect
from relais.core.rights.inputs import Input
from relais.core.rights.laws import Law
from relais.core.rights.leave import Compared
from relais.core.rights.unknown import Need
from relais.core.rights.words.explaining import explained
from relais.core.rights.words.values import Named
from relais.core.rights.words.wording import lines, written

IN_TABLE = ("dismissal", "pension", "holidays")  # of the others only what is known is told, below it


@dataclass(frozen=True, slots=True)
class Line:
    """One formula in words. `effects` are those of the table; None is what no source tells."""

    right: str
    name: str
    form: str
    lengths: tuple[str, ...]
    paid: str
    gross: str
    net: str
    note: str
    pay: str
    is_unpaid: bool
    is_derived: bool
    used_to: dt.date | None
    known_to: dt.date | None
    effects: tuple[tuple[str, Effect | None], ...]
    missing: tuple[str, ...]
    reasons: tuple[str, ...]
    how_we_know: tuple[str, ...]


def told_of(open_: Iterable[Compared]) -> list[str]:
    """The effects of the table of which a source tells something for one of these formulas."""
    every = list(open_)
    return [kind for kind in IN_TABLE if any(effect(each, kind) for each in every)]


def line(progress: Choosing, compared: Compared, language: str, kinds: Iterable[str] = ()) -> Line:
    """`compared` in words, with the effects of these kinds."""
    formula, about = compared.formula, catalogue.rights()[compared.formula.right]
    is_open = bool(compared.lengths)
    return Line(
        formula.right, for_reader(formula.name or about.name), _form(progress.law, compared),
        tuple(_length(of, length, compared.unit, language) for of, length in compared.lengths.items()),
        _paid(compared, language),
        _said(compared.gross, "EUR", language), _said(compared.net, "EUR", language),
        for_reader(formula.note) if formula.note else "", for_reader(formula.pay) if formula.pay else "",
        compared.gross == 0, compared.is_derived, compared.used_to, compared.known_to,
        tuple((kind, effect(compared, kind)) for kind in kinds),
        tuple(dict.fromkeys(_missing(progress, need) for need in compared.needs)),
        tuple(dict.fromkeys(because(reason, language) for reason in compared.reasons)),
        tuple(_how(compared, language)) if is_open else (),
    )  # fmt: skip


def together(shut: Iterable[Line]) -> list[tuple[str, list[str], tuple[str, ...]]]:
    """Formulas of one name that are shut for the same reasons: name, forms, reasons."""
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for each in shut:
        found.setdefault((each.name, each.reasons), []).append(each.form)
    return [(name, [form for form in forms if form], reasons) for (name, reasons), forms in found.items()]


def effects_of(compared: Compared) -> list[tuple[str, Effect]]:
    """Every effect that a source tells of."""
    found = ((kind, effect(compared, kind)) for kind in EFFECTS)
    return [(kind, each) for kind, each in found if each]


def _form(law: Law, compared: Compared) -> str:
    """The answers with which the formula is computed: “work half-time · recognised training”."""
    words = []
    for name, answer in compared.formula.given.items():
        asked = law.inputs[name].what
        assert isinstance(asked, Input)
        words.append(for_reader(asked.options[answer]))
    return " · ".join(words)


def _length(of: str | None, length: float, unit: str, language: str) -> str:
    said = written(Named(None, length, unit, {}), language)
    return _("%(length)s for %(person)s") % {"length": said, "person": called(of)} if of else said


def _paid(compared: Compared, language: str) -> str:
    """How much comes with an allowance, where that is not all of it."""
    is_part = compared.gross and compared.paid not in (None, compared.lengths.get(None))
    return _said(compared.paid, compared.unit, language) if is_part else ""


def _said(amount: float | None, unit: str, language: str) -> str:
    return "" if amount is None else written(Named(None, amount, unit, {}), language)


def _missing(progress: Choosing, need: Need) -> str:
    label = for_reader(progress.input(need).label)
    return f"{label} ({called(need.person)})" if need.person else label


def _how(compared: Compared, language: str) -> Iterator[str]:
    formula = compared.formula
    for of in compared.lengths:
        yield from lines(explained(compared.result, formula.length, of), language, called)
    if formula.gross and formula.gross in compared.result.law.nodes:
        yield from lines(explained(compared.result, formula.gross), language, called)
