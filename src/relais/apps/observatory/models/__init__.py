"""Tables of the observatory, and every way of reading them."""

from relais.apps.observatory.models.indicators import BreakMark, Definition, Indicator
from relais.apps.observatory.models.lists import Code, Coverage, Dimension, Family, Note
from relais.apps.observatory.models.observations import (
    CELL,
    Finding,
    HiddenValue,
    Observation,
    ObservationQuerySet,
    ended_by,
    says_the_cell,
)
from relais.apps.observatory.models.publications import Publication
from relais.apps.observatory.models.releases import KeptFile, Outline, Release, ReleaseQuerySet, Source

__all__ = [
    "CELL", "BreakMark", "Code", "Coverage", "Definition", "Dimension", "Family", "Finding", "HiddenValue",
    "Indicator", "KeptFile", "Note", "Observation", "ObservationQuerySet", "Outline", "Publication",
    "Release", "ReleaseQuerySet", "Source", "ended_by", "says_the_cell",
]  # fmt: skip
