"""The one door: what a producer counted goes in, what readers may see comes out, attacked before it does."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relais.apps.observatory.protecting.groups import Group
from relais.apps.observatory.protecting.known import Figures, Known, Slice
from relais.apps.observatory.protecting.published import cells_of, release_of, rule_for
from relais.apps.observatory.protecting.rates import rests_in, shares_in
from relais.apps.observatory.protecting.refusing import NotProtectable, cell_of
from relais.apps.observatory.protecting.rules import rule_of
from relais.apps.observatory.protecting.showing import readable
from relais.apps.observatory.protecting.sizes import sizes_in, surveys_in
from relais.apps.observatory.protecting.tables import tables_of
from relais.core.figures import cube, disclosure
from relais.core.figures.cube import parts_of
from relais.core.figures.disclosure import Cell, Release, Rule, Table, audit

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
    beside = cells_of([figures, *known.earlier])
    earlier = [release_of(edition, known, beside) for edition in known.earlier]
    ruled = list(_ruled(figures, known, beside, earlier))
    for before in _ways(earlier, ruled):
        try:
            shown = readable(figures, _hide(ruled, before), known.definitions)
            _check_rests(shown, known)
            left_out = _attack(release_of(shown, known, beside), earlier)
        except NotProtectable as error:
            refused = error
        else:
            return _protected(figures, shown, ruled, left_out)
    raise refused


def _protected(figures: Figures, shown: Figures, ruled: Sequence[Ruled], left_out: int) -> Protected:
    hidden = {
        cell: said.value
        for cell, said in figures.items()
        if said.value is not None and shown[cell].value is None
    }
    rule = ", ".join(sorted({rule.name for _, rule in ruled}))
    return Protected(shown, hidden, rule, tuple(_notes(len(hidden), len(shown), left_out)))


def _attack(release: Release, earlier: Sequence[Release]) -> int:
    """How many earlier tables say other numbers, so that they could not be joined."""
    findings = audit(release, earlier)
    if not findings.passes:
        why = _("is hidden, and can be computed from what is shown")
        raise NotProtectable((cell, why) for cell in findings.failed)
    return findings.left_out


def _check_rests(figures: Figures, known: Known) -> None:
    """What is left of a whole beside a share of it is a number too. Where both are counted by one definition
    the tables see to it; where they are not, nothing does. Raises NotProtectable."""
    why = _("leaves so few of its whole that they can be told: count both by one definition, cut by the "
            "dimension that the share is of")  # fmt: skip
    small = [
        cell_of(cell)
        for cell, rest in rests_in(figures, known.definitions)
        if rest < rule_of(known.definitions[cell.definition], parts_of(cell.cut), survey=False).threshold
    ]
    if small:
        raise NotProtectable((cell, why) for cell in small)


def _ways(earlier: Sequence[Release], ruled: Sequence[Ruled]) -> Iterator[Sequence[Release]]:
    """First as if this were the first release of these periods, so that the same figures again are hidden in
    the same way. Where that does not withstand the attack, with all that was released."""
    own = {(table.of, table.period) for table, _ in ruled}
    others = [Release(tuple(t for t in each.tables if (t.of, t.period) not in own)) for each in earlier]
    yield others
    if any(len(a.tables) < len(b.tables) for a, b in zip(others, earlier, strict=True)):
        yield earlier


def _ruled(
    figures: Figures, known: Known, beside: Mapping[Slice, Collection[Cell]], earlier: Sequence[Release]
) -> Iterator[Ruled]:
    surveys, shares = surveys_in(figures), shares_in(figures, known.definitions)
    for at, numbers in sizes_in(figures, known.definitions).items():
        group = Group.of_cells(numbers, beside[at], known.adding)
        frames = list(group.frames(shares.get(at, ()), known.nobody))
        before = [t for release in earlier for t in release.tables if (t.of, t.period) == at]
        for table in tables_of(group, frames, numbers, before):
            yield table, rule_for(table, known.definitions[at[0]], survey=at[0] in surveys)


def _hide(ruled: Sequence[Ruled], earlier: Sequence[Release]) -> Release:
    rules = {table.name: rule for table, rule in ruled}
    release = disclosure.protect([table for table, _ in ruled], rules, earlier).release
    withheld = [table for table, _ in ruled if table.name in release.withheld]
    if withheld:
        why = _("and its table cannot be protected: what is public already gives small numbers away")
        raise NotProtectable((table.cell(table.places[0]), why) for table in withheld)
    return release


def _notes(hidden: int, every: int, left_out: int) -> Iterator[str]:
    if hidden:
        yield _("%(hidden)s of %(every)s figures are hidden to protect persons.") % {
            "hidden": hidden, "every": every,
        }  # fmt: skip
    if left_out:
        yield ngettext(
            "%(count)s earlier table says other numbers, so it could not be joined in the attack.",
            "%(count)s earlier tables say other numbers, so they could not be joined in the attack.",
            left_out,
        ) % {"count": left_out}
