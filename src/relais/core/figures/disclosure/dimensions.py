"""The codes of a dimension and what adds up to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from relais.core.figures.disclosure.cells import TOTAL


@dataclass(frozen=True, slots=True)
class Dimension:
    """Codes as a tree. `parent` gives for each code what it is a part of: a code, `_T`, or None where no
    total is published. A code without parts is a *leaf*.

    Raises ValueError for a parent that is no code, a circle, a code `_T`, or tops of which only some have a
    total.
    """

    name: str
    parent: Mapping[str, str | None]
    parts: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        parts: dict[str, list[str]] = {}
        for code, parent in self.parent.items():
            if code == TOTAL or (parent not in (None, TOTAL) and parent not in self.parent):
                why = "`_T` is no code" if code == TOTAL else f"{parent!r} is no code"
                raise ValueError(f"dimension {self.name}, code {code!r}: {why}")
            self._way_up(code)
            if parent is not None:
                parts.setdefault(parent, []).append(code)
        if not self.parent or (TOTAL in parts and None in self.parent.values()):
            raise ValueError(f"dimension {self.name}: give it codes, of which all or none are parts of `_T`")
        object.__setattr__(self, "parts", {code: tuple(of) for code, of in parts.items()})

    @classmethod
    def flat(cls, name: str, codes: Iterable[str], *, total: bool = True) -> Dimension:
        """Codes side by side."""
        return cls(name, dict.fromkeys(codes, TOTAL if total else None))

    @classmethod
    def tree(cls, name: str, branches: Mapping[str, Iterable[str]], *, total: bool = True) -> Dimension:
        """Codes in groups: each key is the sum of its codes."""
        top = TOTAL if total else None
        return cls(
            name,
            dict.fromkeys(branches, top) | {code: g for g, codes in branches.items() for code in codes},
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code, and the total where there is one."""
        return (*self.parent, *((TOTAL,) if TOTAL in self.parts else ()))

    @property
    def leaves(self) -> tuple[str, ...]:
        return tuple(code for code in self.parent if code not in self.parts)

    @property
    def families(self) -> tuple[str, ...]:
        """The codes whose parts are all leaves: what may be merged next."""
        return tuple(c for c, of in self.parts.items() if c != TOTAL and not any(p in self.parts for p in of))

    def with_above(self, code: str) -> tuple[str, ...]:
        """The code and all that it is a part of."""
        return (code, *self._way_up(code))

    def merged(self, family: str) -> Dimension:
        """Without the parts of `family`, which becomes a leaf."""
        gone = set(self.parts[family])
        return Dimension(
            self.name, {code: parent for code, parent in self.parent.items() if code not in gone}
        )

    def _way_up(self, code: str) -> tuple[str, ...]:
        way: list[str] = []
        at = self.parent.get(code)
        while at is not None:
            if at == code or at in way:
                raise ValueError(f"dimension {self.name}: {code!r} is a part of itself")
            way.append(at)
            at = self.parent.get(at)
        return tuple(way)
