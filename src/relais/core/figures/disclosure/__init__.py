"""Small numbers are protected before they leave, and attacked before anyone else can.

    protected = protect(tables, PLAIN, earlier=[last_year, first_version])
    protected.release       for readers: every cell shown, rounded, or hidden without a trace of its value
    protected.ledger        for those who release: why each cell is hidden, and what readers lose
    protected.findings      the attack that it withstood; `audit(release, earlier)` repeats it from what is
    public protected.problems      what is not published at all, and why

Nouns: a *table* counts by *dimensions* (codes as a tree, `_T` the total); a *cell* is one figure, the same
one in whatever table it stands; a *system* is all cells and sums together; a *rule* says what is small; a
*move* leads from the true counts to others that fit everything shown, and two moves far enough apart are the
*witness* that a cell is protected. Explained in `docs/explanation/small-numbers.md`, decided in ADR 21.

Reading a release needs no numpy or scipy: they are loaded by the first programme that is solved.
"""

from relais.core.figures.disclosure.auditing import Findings, Interval, audit
from relais.core.figures.disclosure.cells import TOTAL, Cell
from relais.core.figures.disclosure.dimensions import Dimension
from relais.core.figures.disclosure.drafting import Protected
from relais.core.figures.disclosure.ledger import Ledger, Loss, Reason
from relais.core.figures.disclosure.protecting import protect
from relais.core.figures.disclosure.releases import HIDDEN, Hidden, Merged, PublishedTable, Release, Shown
from relais.core.figures.disclosure.rules import FISCAL, PLAIN, SENSITIVE, SURVEY, Rule
from relais.core.figures.disclosure.tables import Share, Table

__all__ = [
    "FISCAL", "HIDDEN", "PLAIN", "SENSITIVE", "SURVEY", "TOTAL", "Cell", "Dimension", "Findings", "Hidden",
    "Interval", "Ledger", "Loss", "Merged", "Protected", "PublishedTable", "Reason", "Release", "Rule",
    "Share", "Shown", "Table", "audit", "protect",
]  # fmt: skip
