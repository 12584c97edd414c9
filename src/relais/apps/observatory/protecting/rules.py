"""Which rule protects a table. The rules are public; why a cell is hidden is not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from relais.apps.observatory.models import Definition
from relais.core.figures.disclosure import FISCAL, PLAIN, SENSITIVE, SURVEY, Rule

TELLING = frozenset({"origin", "birth_country", "health", "violence"})  # dimensions as sensitive as a subject
CROSSED = 3  # so many characteristics together come close to naming a person


def rule_of(definition: Definition, dimensions: Collection[str], *, survey: bool) -> Rule:
    """The rule for a table of this definition by these dimensions (places are no characteristic of a person).

    A survey counts answers. Else the threshold is that of the definition, and never less than that of what is
    sensitive: by its subject, by a dimension, or because three are crossed.
    """
    if survey:
        return _named(max(definition.threshold, SURVEY.threshold), doubtful=SURVEY.doubtful)
    is_sensitive = definition.is_sensitive or TELLING & set(dimensions) or len(dimensions) >= CROSSED
    return _named(max(definition.threshold, SENSITIVE.threshold if is_sensitive else 0))


def _named(threshold: int, doubtful: int = 0) -> Rule:
    """Never merging codes: a file brings its coarser levels itself, and they are shown beside what is hidden.
    Merging would hide every cell of the finer ones, the large too."""
    known = {rule.threshold: rule for rule in (PLAIN, SENSITIVE, FISCAL, SURVEY)}
    rule = known.get(threshold) or Rule(f"fewer than {threshold}", threshold, doubtful=doubtful)
    return replace(rule, merge_from=None)
