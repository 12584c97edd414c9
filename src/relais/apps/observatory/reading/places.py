"""The region, its municipalities, and where else one looks when nobody counts in the region alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.core.figures.cube import PLACE


@dataclass(frozen=True)
class Places:
    """Codes of places to their names, in their order, and to the code of what each is a part of."""

    names: dict[str, LocalText]
    parents: dict[str, str | None]

    @cached_property
    def region(self) -> str:
        """The place with the most parts; nothing where no place has any."""
        counted = Counter(parent for parent in self.parents.values() if parent)
        return counted.most_common(1)[0][0] if counted else ""

    @cached_property
    def municipalities(self) -> tuple[str, ...]:
        return tuple(code for code, parent in self.parents.items() if parent and parent == self.region)

    @property
    def preferred(self) -> tuple[str, ...]:
        """The region, then what holds it, smallest first: the country last."""
        region, above = self.region, []
        joined = [code for code in self.names if code != region and region in code.split("+")]
        place = self.parents.get(region)
        while place:
            above.append(place)
            place = self.parents.get(place)
        return (region, *joined, *above) if region else ()


def places() -> Places:
    """One query."""
    found = m.Code.objects.filter(dimension__slug=PLACE).order_by("position")
    rows = list(found.values_list("code", "name", "parent"))
    return Places({code: name for code, name, _ in rows}, {code: parent for code, _, parent in rows})
