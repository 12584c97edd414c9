"""What a link between two measures is, its kinds, and which of them say what comes first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

# A kind and the family it is drawn, filtered and explained with.
FAMILIES = MappingProxyType(
    {
        "requires": "order",
        "enables": "order",
        "repeats": "echo",
        "refines": "echo",
        "reinforces": "support",
        "competes": "tension",
        "see-also": "reading",
    }
)
KINDS = tuple(FAMILIES)
# The only kinds that say what comes first; True: what comes later cannot do without (it is held up by trouble
# before it), False: it can, less well (it may be slowed).
HOLDS = MappingProxyType({"requires": True, "enables": False})
PRECEDENCE = frozenset(HOLDS)

Step = tuple[int, int]  # (before, after): two measure numbers


@dataclass(frozen=True, order=True, slots=True)
class Link:
    """One typed arrow, read as "source kind target": Link(12, 5, "requires", …) is "12 requires 5".

    `origin` is advice or editorial, `confidence` is high, medium or low
    (docs/reference/plan-data.md).
    """

    source: int
    target: int
    kind: str
    origin: str
    confidence: str

    @property
    def family(self) -> str:
        """order, echo, support, tension or reading."""
        return FAMILIES[self.kind]

    @property
    def step(self) -> Step | None:
        """(before, after), or None when the kind says nothing about order.

        "A requires B" puts B first; "A enables B" puts A first.
        """
        if self.kind == "requires":
            return self.target, self.source
        return (self.source, self.target) if self.kind == "enables" else None


def precedence(links: Iterable[Link]) -> list[Step]:
    """The steps "before → after" that the links say, each once, in order of number.

    "A requires B" and "B enables A" say the same step.
    """
    return sorted({step for link in links if (step := link.step) is not None})
