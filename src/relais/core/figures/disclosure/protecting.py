"""The one door: from tables of counts to a release in which no small cell can be read or computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from relais.core.figures.disclosure.drafting import Draft, Protected
from relais.core.figures.disclosure.releases import Release
from relais.core.figures.disclosure.rules import Rule
from relais.core.figures.disclosure.tables import Table


def protect(
    tables: Sequence[Table],
    rule: Rule | Mapping[str, Rule],
    earlier: Sequence[Release] = (),
    *,
    seed: int | None = None,
) -> Protected:
    """A release of `tables`, protected together, by one rule or by a rule for each name of a table.

    Tables are linked by the cells that they share: give in one call all that are published of the same
    people. `earlier`, oldest first, is what the world has: our releases, corrected ones included, and totals
    that others publish. A cell that was ever shown counts as known. What another period hid is hidden again
    where that serves. `seed` makes a rounding repeatable; without it one is drawn, and kept in the ledger.

    What is returned has passed `audit`: a table that cannot be protected is withheld, and named in
    `problems`. Raises ValueError when tables contradict each other, share a name, or are rounded
    differently.
    """
    rules = {table.name: rule if isinstance(rule, Rule) else rule[table.name] for table in tables}
    bases = {given.rounding for given in rules.values()}
    if len(rules) < len(tables):
        raise ValueError("two tables have one name")
    if len(bases) > 1:
        raise ValueError("round all tables of a release to one base, or none of them")
    draft = Draft(tables, rules, earlier)
    base = bases.pop() if bases else None
    return draft.hidden() if base is None else draft.rounded(base, seed)
