"""Small numbers in a real table of 396 blocks by age and sex, where it lies beside this one; else made up.

*Computable* is what an attacker computes exactly when only small cells are hidden: what all the rest is for.
"""

from __future__ import annotations

import json
import random
import time
from itertools import product

from relais.core.figures.disclosure import PLAIN, Dimension, Reason, Rule, Table, audit, protect
from relais.core.figures.disclosure.tests import schaerbeek
from relais.core.figures.disclosure.tests.make import make_release

AGES = ("0-9", "10-19", "20-29", "30-39", "40-49", "50-59", "60-69", "70+")


def made_up(*, linked: bool) -> Table:
    """As large as the real one, with about as many small cells."""
    dice = random.Random(1)
    tree = {f"q{q}": [f"q{q}-{b}" for b in range(30)] for q in range(13)}
    names = [block for blocks in tree.values() for block in blocks]
    place = Dimension.tree("place", tree) if linked else Dimension.flat("place", names, total=False)
    sizes = {name: dice.choice((2, 15, 22, 25, 30)) for name in names}
    counts = {codes: int(dice.triangular(0, 2 * sizes[codes[0]])) for codes in product(names, AGES, "FM")}
    dimensions = (place, Dimension.flat("age", AGES), Dimension.flat("sex", "FM"))
    return Table("blocks", "persons", "2026", dimensions, counts=counts)


def with_known_zeros(table: Table) -> Table:
    """The same, were every zero known to all: what other studies of this table count."""
    zeros = {codes for codes, number in table.counts.items() if not number}
    counts = {codes: number for codes, number in table.counts.items() if number}
    return Table(
        table.name, table.of, table.period, table.dimensions, table.structural | zeros, counts=counts
    )


def measure() -> list[dict[str, object]]:
    """A row for each way to publish. Cells, persons, seconds of processor."""
    table = schaerbeek.blocks if schaerbeek.FILE.exists() else made_up
    alone, linked = table(linked=False), table(linked=True)
    return [
        _row("blocks alone, zeros known", with_known_zeros(alone), PLAIN),
        _row("blocks alone", alone, PLAIN),
        _row("blocks, quarters, total", linked, PLAIN),
        _row("the same, rounded to 5", linked, PLAIN.rounded(5)),
        _row("merged until none is small", linked, Rule("merge", 5, merge_from=1e-9)),
    ]


def _row(what: str, table: Table, rule: Rule) -> dict[str, object]:
    small = [codes for codes, value in table.values.items() if value < rule.threshold]
    naive = audit(make_release(table, small, rule))
    started = time.process_time()
    protected = protect([table], rule, seed=1)
    made = time.process_time()
    findings = audit(protected.release)
    ended = time.process_time()
    loss, ledger = protected.ledger.loss, protected.ledger
    return {
        "what": what, "cells": loss.cells, "small": loss.small, "computable": len(naive.recoverable),
        "hidden": loss.hidden, "helpers": ledger.count(Reason.SECONDARY), "merged": loss.coarsened,
        "persons %": 100 * loss.persons_hidden / loss.persons, "open": len(findings.failed),
        "CPU s": made - started, "audit CPU s": ended - made,
    }  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(measure()))
