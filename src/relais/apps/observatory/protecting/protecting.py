"""The one door: what a producer counted goes in, what readers may see comes out, attacked before it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relais.apps.observatory.protecting.known import Known
from relais.apps.observatory.protecting.published import release_of, rule_for
from relais.apps.observatory.protecting.showing import readable
from relais.apps.observatory.protecting.sizes import Figures, shares_in, sizes_in, surveys_in
from relais.apps.observatory.protecting.tables import Group, NotProtectable, tables_of
from relais.core.figures import cube, disclosure
from relais.core.figures.disclosure import Release, Rule, Table, audit

Ruled: TypeAlias = tuple[Table, Rule]


@dataclass(frozen=True, slots=True)
class Protected:
    """`figures` are for readers, in the order of the file. `hidden` has the numbers that they may not see:
    it prints as nothing, and goes to `HiddenValue` alone. `rule` names the thresholds. `notes` are for
    whoever accepts the release.
    """

    figures: Figures
    hidden: Mapping[cube.Cell, float] = field(repr=False)
    rule: str
    notes: tuple[str, ...] = ()


def protect(figures: Figures, known: Known) -> Protected:
    """Raw figures with every small number hidden, and with what it takes so that none can be computed.

    Counts become tables, of one definition and period each. What is returned has been attacked as it is
    published, joined with all that was published before. Raises NotProtectable, in which no number stands.
    """
    ruled = list(_ruled(figures, known))
    earlier = [release_of(edition, known) for edition in known.earlier]
    release = _hide(ruled, earlier)
    shown = readable(figures, release, known.definitions)
    left_out = attack(shown, known, earlier)
    hidden = {
        cell: said.value
        for cell, said in figures.items()
        if said.value is not None and shown[cell].value is None
    }
    return Protected(shown, hidden, _name(ruled), tuple(_notes(len(hidden), len(shown), left_out)))


def attack(figures: Figures, known: Known, earlier: Sequence[Release]) -> int:
    """Attack figures as they are published. How many earlier releases say other numbers and could not be
    joined. Raises NotProtectable when a hidden one can be computed too closely."""
    findings = audit(release_of(figures, known), earlier)
    if not findings.passes:
        why = _("is hidden, and can be computed from what is shown")
        raise NotProtectable((cell, why) for cell in findings.failed)
    return findings.left_out


def _ruled(figures: Figures, known: Known) -> Iterator[Ruled]:
    surveys, shares = surveys_in(figures), shares_in(figures, known.definitions)
    for (of, period), numbers in sizes_in(figures, known.definitions).items():
        group = Group.of_numbers(numbers, known.adding)
        frames = list(group.frames(shares.get((of, period), ()), known.nobody))
        for table in tables_of(frames, numbers):
            yield table, rule_for(table, known.definitions[of], survey=of in surveys)


def _hide(ruled: Sequence[Ruled], earlier: Sequence[Release]) -> Release:
    rules = {table.name: rule for table, rule in ruled}
    release = disclosure.protect([table for table, _ in ruled], rules, earlier).release
    withheld = [table for table, _ in ruled if table.name in release.withheld]
    if withheld:
        why = _("and its table cannot be protected: what is public already gives small numbers away")
        raise NotProtectable((table.cell(table.places[0]), why) for table in withheld)
    return release


def _name(ruled: Sequence[Ruled]) -> str:
    return ", ".join(f"fewer than {least}" for least in sorted({rule.threshold for _, rule in ruled}))


def _notes(hidden: int, every: int, left_out: int) -> Iterator[str]:
    if hidden:
        yield _("%(hidden)s of %(every)s figures are hidden to protect persons.") % {
            "hidden": hidden, "every": every,
        }  # fmt: skip
    if left_out:
        yield ngettext(
            "%(count)s earlier release says other numbers, so the two could not be joined in the attack.",
            "%(count)s earlier releases say other numbers, so they could not be joined in the attack.",
            left_out,
        ) % {"count": left_out}
