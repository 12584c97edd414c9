"""The work on one release: hide or round, attack, mend, and withhold what cannot be mended."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relais.core.figures.disclosure import knowledge
from relais.core.figures.disclosure.auditing import Findings, audit
from relais.core.figures.disclosure.cells import Cell
from relais.core.figures.disclosure.coarsening import coarsen
from relais.core.figures.disclosure.filling import Contradiction
from relais.core.figures.disclosure.ledger import Ledger, ledger_of
from relais.core.figures.disclosure.pricing import problem_of, protection_of, rounded_before
from relais.core.figures.disclosure.releases import HIDDEN, PublishedTable, Release, Shown, State
from relais.core.figures.disclosure.rounding import controlled
from relais.core.figures.disclosure.rules import Rule
from relais.core.figures.disclosure.suppression import suppress, trim
from relais.core.figures.disclosure.systems import system_of
from relais.core.figures.disclosure.tables import Table

DRAWS = 5  # of a rounding, before the tables that fail are withheld


@dataclass(frozen=True, slots=True)
class Protected:
    """`release` is for readers; `ledger` and `findings` stay inside. `problems` say what is not published,
    and why."""

    release: Release
    ledger: Ledger
    findings: Findings
    problems: tuple[str, ...] = ()


class Draft:
    """Tables after coarsening, and the earlier releases that they can be joined with.

    Raises ValueError when the tables contradict each other.
    """

    def __init__(
        self, tables: Sequence[Table], rules: Mapping[str, Rule], earlier: Sequence[Release]
    ) -> None:
        self.whole = [(table, rules[table.name]) for table in tables]
        coarse = [(*coarsen(table, rule), rule) for table, rule in self.whole]
        self.ruled = [(table, rule) for table, _, rule in coarse]
        self.merged = {table.name: merged for table, merged, _ in coarse}
        self.earlier = earlier
        self.notes: list[str] = []
        try:
            self.problem = problem_of(self.ruled, (), earlier)
        except Contradiction as reason:
            raise ValueError(f"the tables contradict each other: {reason}") from None
        joined: list[Release] = []
        for release in reversed(knowledge.of_same_figures(earlier, tables)):
            try:
                self.problem = problem_of(self.ruled, [release, *joined], earlier)
                joined.insert(0, release)
            except Contradiction as reason:
                self.notes.append(
                    f"an earlier release was corrected, so it was not joined in the audit: {reason}"
                )

    def hidden(self) -> Protected:
        """Hide, attack, and hide more where the attack succeeds."""
        problem = self.problem
        cells, place = problem.system.cells, problem.system.place
        small = set(problem.small)
        withheld: set[str] = set()
        while True:
            pattern = suppress(problem.room, small, problem.need, problem.loss, problem.free)
            trim(pattern, small, problem.loss)
            withheld = self._withhold(withheld, [cells[cell] for cell in pattern.open])
            release = self._release(withheld, dict.fromkeys((cells[cell] for cell in pattern.hidden), HIDDEN))
            findings = audit(release, self.earlier)
            if findings.passes:
                return self._closed(release, findings)
            fresh = {place[cell] for cell in findings.failed if cell in place} - small
            small |= fresh
            if not fresh:
                withheld = self._withhold(withheld, findings.failed)

    def rounded(self, base: int, seed: int | None) -> Protected:
        """Draw, attack, and draw again where the attack succeeds."""
        system = system_of(table for table, _ in self.ruled)
        counts = [self.problem.x[self.problem.system.place[cell]] for cell in system.cells]
        before = rounded_before(self.earlier, base)
        at = {system.place[cell]: value for cell, value in before.items() if cell in system.place}
        kept = {place: value for place, value in at.items() if abs(value - counts[place]) < base}
        seed = secrets.randbits(62) if seed is None else seed
        withheld: set[str] = set()
        for attempt in range(DRAWS + len(self.ruled) + 1):
            drawn, adds_up = controlled(system, counts, base, seed + attempt, kept)
            values = zip(system.cells, (Shown(value, base) for value in drawn), strict=True)
            release = self._release(withheld, dict(values), adds_up=adds_up)
            findings = audit(release, self.earlier)
            if findings.passes:
                return self._closed(release, findings, seed + attempt)
            if attempt >= DRAWS:
                withheld = self._withhold(withheld, findings.failed)
        raise AssertionError("a release of no tables did not pass")

    def _withhold(self, before: set[str], failed: Sequence[Cell]) -> set[str]:
        """Also the tables that hold a failed cell; all, when that adds none, as what fails is then
        outside."""
        wanted = set(failed)
        names = {t.name for t, _ in self.ruled if any(t.cell(codes) in wanted for codes in t.places)}
        is_outside = failed and not names - before
        return before | ({table.name for table, _ in self.ruled} if is_outside else names)

    def _release(self, withheld: set[str], states: Mapping[Cell, State], *, adds_up: bool = True) -> Release:
        """Cells that are not in `states` are shown as they are."""
        kept = ((table, rule) for table, rule in self.ruled if table.name not in withheld)
        tables = (self._published(table, rule, states, adds_up) for table, rule in kept)
        return Release(tuple(tables), tuple(sorted(withheld)))

    def _published(
        self, table: Table, rule: Rule, states: Mapping[Cell, State], adds_up: bool
    ) -> PublishedTable:
        shown = {
            codes: Shown(value, flag="u" if table.sizes[codes] < rule.doubtful else "")
            for codes, value in table.values.items()
        }
        return PublishedTable(
            table.name,
            table.of,
            table.period,
            table.dimensions,
            table.structural,
            table.shares,
            states={codes: states.get(table.cell(codes), state) for codes, state in shown.items()},
            threshold=rule.threshold,
            protection=protection_of(table, rule),
            adds_up=adds_up,
            merged=self.merged[table.name],
        )

    def _closed(self, release: Release, findings: Findings, seed: int | None = None) -> Protected:
        withheld = (
            f"nothing of table {name} is published: what is public already gives its small cells away"
            for name in release.withheld
        )
        return Protected(release, ledger_of(self.whole, release, seed), findings, (*self.notes, *withheld))
