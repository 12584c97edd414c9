"""What leaves the house. A hidden cell holds nothing, so nothing can leak from it: not in a repr, a pickle,
a file or a log."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from relais.core.figures.disclosure.cells import Codes
from relais.core.figures.disclosure.tables import Frame, Share


@dataclass(frozen=True, slots=True)
class Hidden:
    """Hidden to protect persons. It does not say whether the cell itself is small or only helps to hide
    another: that alone would tell that it lies below the threshold."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A count; rounded to a multiple of `base` when that is not 1. `flag` is `u` where it is unreliable."""

    value: int
    base: int = 1
    flag: str = ""


State: TypeAlias = Shown | Hidden
HIDDEN = Hidden()


class Merged(NamedTuple):
    """Codes that are published together as `family`."""

    dimension: str
    family: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class PublishedTable(Frame):
    """A frame with a state at each place that can hold somebody. `adds_up` is False where rounded totals may
    differ from the sum of their rounded parts. `threshold` and `protection` are those that it was protected
    by."""

    states: Mapping[Codes, State] = field(default_factory=dict)
    threshold: int = 0
    protection: int = 0
    adds_up: bool = True
    merged: tuple[Merged, ...] = ()

    def state(self, *codes: str) -> State:
        """The state of one place, structural zeros included. Raises KeyError for codes that are not of this
        table."""
        if codes in self.states:
            return self.states[codes]
        known = zip(self.dimensions, codes, strict=True)
        if all(code in dimension.codes for dimension, code in known):
            return Shown(0)
        raise KeyError(f"table {self.name} has no place {codes}")

    def share(self, share: Share, *codes: str) -> Fraction | Hidden:
        """The share at a place (its code of that dimension is `share.code`), of what is shown. Hidden when a
        part of it is: numerator, denominator, or (seen to by the protection) what is left between them; and
        of nothing."""
        i = [dimension.name for dimension in self.dimensions].index(share.dimension)
        whole = self.dimensions[i].parent[share.code]
        assert whole is not None and share in self.shares, "a share that the table was not protected for"
        part, around = self.state(*codes), self.state(*codes[:i], whole, *codes[i + 1 :])
        if isinstance(part, Hidden) or isinstance(around, Hidden) or not around.value:
            return HIDDEN
        return Fraction(part.value, around.value)

    def rows(self) -> Iterator[dict[str, str | int | None]]:
        """One row a cell: its codes, `value` (None when hidden), `obs_status` and `conf_status` (`C` when
        hidden), as Eurostat has them since 2025, and `base`, that it is rounded to."""
        for codes in (*self.states, *self.zeros()):
            state = self.state(*codes)
            row: dict[str, str | int | None] = {"of": self.of, "period": self.period}
            row |= {dimension.name: code for dimension, code in zip(self.dimensions, codes, strict=True)}
            if isinstance(state, Hidden):
                yield row | {"value": None, "base": 1, "obs_status": "", "conf_status": "C"}
            else:
                yield row | {
                    "value": state.value, "base": state.base, "obs_status": state.flag, "conf_status": "",
                }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Release:
    """Tables that are published together. Nothing is published of the tables named in `withheld`."""

    tables: tuple[PublishedTable, ...]
    withheld: tuple[str, ...] = ()

    def table(self, name: str) -> PublishedTable:
        return next(table for table in self.tables if table.name == name)

    def as_json(self) -> str:
        tables = {table.name: list(table.rows()) for table in self.tables}
        return json.dumps({"tables": tables, "withheld": self.withheld}, ensure_ascii=False)
