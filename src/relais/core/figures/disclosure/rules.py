"""How small is too small, by how sensitive a figure is."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A protection rule.

    - `threshold`: a cell of fewer (persons, households, answers) is small, and hidden. A zero is small too,
      because “none” tells something of everyone in the group; only structural zeros are shown.
    - `protection`: nobody may compute a hidden cell to an interval narrower than this (highest - lowest). It
      is the threshold when not given.
    - `doubtful`: below this a cell that may be shown is flagged `u` (unreliable), as Eurostat does.
    - `merge_from`: codes of one family are merged when at least this part of their cells is small. At a
      half, hiding them would take about as many others, so nothing of the family would be left. None never
      merges.
    - `rounding`: a base; all cells are then rounded to it instead of being hidden.

    Raises ValueError for a threshold below 2 (it would protect nobody) and a base that hides less than the
    threshold.
    """

    name: str
    threshold: int
    protection: int = 0
    doubtful: int = 0
    merge_from: float | None = 0.5
    rounding: int | None = None

    def __post_init__(self) -> None:
        if self.threshold < 2 or self.protection < 0:
            raise ValueError(f"rule {self.name}: a threshold is 2 or more, a protection is positive")
        if self.rounding is not None and self.rounding < self.threshold:
            raise ValueError(
                f"rule {self.name}: round to {self.threshold} or more, else small cells shine through"
            )
        if not self.protection:
            object.__setattr__(
                self, "protection", self.threshold if self.rounding is None else self.rounding - 1
            )

    def rounded(self, base: int = 5) -> Rule:
        """The same rule by rounding. What rounding hides is one less than its base."""
        return dataclasses.replace(self, rounding=base, protection=base - 1)


# Proposals, from the practice of INSEE (fiscal income) and of SILC (answers); those of Statbel and the KSZ
# are not public.
PLAIN = Rule("plain demography", 5)
SENSITIVE = Rule("income support, health, violence, origin, or three characteristics crossed", 10)
FISCAL = Rule("households in fiscal income", 11)
SURVEY = Rule("answers to a survey", 20, doubtful=50)
