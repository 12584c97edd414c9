"""What the observatory knows already, against which a file is read: definitions, codes, remarks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from relais.apps.observatory.files.reading import ObservatoryFiles


class Meant(NamedTuple):
    """Of a definition: which sort of number it is, and the code (UNIT_MEASURE) of what it is counted in."""

    kind: str
    unit: str


@dataclass(frozen=True, slots=True)
class Known:
    """`definitions` by slug; `codes` by dimension, with what each is called in lists of codes elsewhere."""

    definitions: Mapping[str, Meant]
    codes: Mapping[str, Mapping[str, Mapping[str, str]]]
    notes: Collection[str] = ()


def known_of(files: ObservatoryFiles) -> Known:
    """What the files of the house declare."""
    units = {e.record.slug: e.record.sdmx for e in files.units}
    return Known(
        {
            d.slug: Meant(d.kind, units[d.unit])
            for entry in files.indicators.values()
            for d in entry.record.definitions
        },
        {e.record.slug: {c.code: c.elsewhere for c in e.record.codes} for e in files.dimensions},
        {e.record.slug for e in files.notes},
    )
