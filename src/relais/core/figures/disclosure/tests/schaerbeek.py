"""A real table with 396 cells of one to four persons. It lies beside the repository, or nowhere."""

from __future__ import annotations

import csv
from pathlib import Path

from relais.core.figures.disclosure import Dimension, Table

NAME = "data/stats/schaerbeek_blocks_population_age_sex_2026.csv"
FILE = Path(__file__).resolve().parents[7] / "shared" / NAME


def blocks(*quarters: str, linked: bool) -> Table:
    """Persons by block, age and sex; `linked` with the totals of quarters and of them all.

    Three blocks have no row for one sex: nobody is counted there, and what is absent is known to readers.
    """
    with FILE.open(newline="") as file:
        rows = [row for row in csv.DictReader(file) if not quarters or row["quarter"] in quarters]
    tree: dict[str, dict[str, None]] = {}
    for row in rows:
        tree.setdefault(row["quarter"], {})[row["block"]] = None
    names = dict.fromkeys(row["block"] for row in rows)
    place = Dimension.tree("place", tree) if linked else Dimension.flat("place", names, total=False)
    age = Dimension.flat("age", sorted({row["age"] for row in rows}))
    by = [((row["block"], row["age"], row["sex"]), row["persons"]) for row in rows]
    absent = frozenset(codes for codes, persons in by if not persons)
    counts = {codes: int(persons) for codes, persons in by if persons}
    return Table(
        "blocks", "persons", "2026", (place, age, Dimension.flat("sex", "FM")), absent, counts=counts
    )
