"""Protected figures as the rows of an accepted release."""

from __future__ import annotations

from relais.apps.observatory import models as m
from relais.apps.observatory.loader import observation, settle
from relais.apps.observatory.protecting import Protected
from relais.apps.observatory.tests.make import make_release
from relais.apps.sheets.loader import keys_by


def make_published(made: Protected, source: m.Source, day: str) -> m.Release:
    """An accepted release of protected figures, with the numbers behind them where they are kept."""
    release = make_release(source, day, is_raw=True)
    definitions = keys_by(m.Definition, "slug")
    rows = m.Observation.objects.bulk_create(
        observation(cell, said, definitions[cell.definition], release.pk)
        for cell, said in made.figures.items()
    )
    m.HiddenValue.objects.bulk_create(
        m.HiddenValue(observation=row, value=made.hidden[cell], rule=made.rule)
        for row, cell in zip(rows, made.figures, strict=True)
        if cell in made.hidden
    )
    settle(source.pk)
    return release
