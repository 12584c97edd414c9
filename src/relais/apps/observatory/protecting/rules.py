"""Which rule protects a table. The rules are public; why a cell is hidden is not."""

from __future__ import annotations

from collections.abc import Collection

from relais.apps.observatory.models import Definition
from relais.core.figures.disclosure import SENSITIVE, SURVEY, Rule

TELLING = frozenset({"origin", "birth_country", "health", "violence"})  # dimensions as sensitive as a subject
CROSSED = 3  # so many characteristics together come close to naming a person


def rule_of(definition: Definition, dimensions: Collection[str], *, survey: bool) -> Rule:
    """The rule for a table of this definition by these dimensions (places are no characteristic of a person).

    A survey counts answers. Else the threshold is that of the definition, and never less than that of what is
    sensitive: by its subject, by a dimension, or because three are crossed.

    No rule merges codes: a file brings its coarser levels itself, and merging would hide every cell of the
    finer ones, the large too.
    """
    if survey:
        least = max(definition.threshold, SURVEY.threshold)
        return Rule(f"fewer than {least} answers", least, doubtful=SURVEY.doubtful, merge_from=None)
    is_sensitive = definition.is_sensitive or TELLING & set(dimensions) or len(dimensions) >= CROSSED
    least = max(definition.threshold, SENSITIVE.threshold if is_sensitive else 0)
    return Rule(f"fewer than {least}", least, merge_from=None)
