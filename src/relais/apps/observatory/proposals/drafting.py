"""A producer’s file to what may be stored of it: read by its recipe, and protected where it is raw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.observatory import importing, protecting
from relais.apps.observatory.files.reading import ObservatoryFiles, read_files
from relais.apps.observatory.files.recipes import Recipe
from relais.apps.observatory.importing import Incoming
from relais.apps.observatory.memory import nothing_to_collect
from relais.apps.observatory.vocabulary import Quality
from relais.core.figures.cube import Cell, Said, WrongPeriod, period_of
from relais.core.texts.problem import FileProblems, Problem


@dataclass(frozen=True, slots=True)
class Draft:
    """What a file says, as it may be stored: `hidden` has the numbers behind figures that are hidden."""

    figures: Mapping[Cell, Said]
    hidden: Mapping[Cell, float] = field(default_factory=dict, repr=False)
    rule: str = ""
    outlines: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def recipes() -> dict[str, Recipe]:
    """How files are read, by slug."""
    return {slug: entry.record for slug, entry in read_files(settings.DATA).recipes.items()}


def recipe_of(slug: str, period: str = "") -> Recipe:
    """The recipe, for a file about `period` where the file itself does not say. Raises ValidationError."""
    recipe = recipes().get(slug)
    if recipe is None:
        raise ValidationError({"recipe": _("There is no recipe of this name.")})
    try:
        return recipe.of(period) if period else recipe
    except (WrongPeriod, ValueError) as error:
        raise ValidationError({"period": str(error)}) from None


def draft(name: str, content: bytes, recipe: Recipe, schema: bytes | None = None) -> Draft:
    """What `content`, a file called `name`, says; `schema` is a Table Schema that came with it.

    Raises FileProblems with all there is to mend.
    """
    known = importing.known_of(_files())
    with nothing_to_collect():
        incoming = importing.read(name, content, recipe, known, schema=schema)
    _refuse_what_is_to_come(name, incoming)
    if not recipe.raw:
        return Draft(incoming.figures, outlines=incoming.outlines)
    try:
        safe = protecting.protect(incoming.figures, protecting.known_of(incoming.figures, recipe.nobody))
    except protecting.NotProtectable as error:
        raise FileProblems([Problem(Path(name), 0, "", why) for why in error.told(incoming.where)]) from None
    return Draft(safe.figures, safe.hidden, safe.rule, incoming.outlines)


def _files() -> ObservatoryFiles:
    return read_files(settings.DATA)


def _refuse_what_is_to_come(name: str, incoming: Incoming) -> None:
    """Nobody has counted what is to come; a forecast says that it is one."""
    today = timezone.localdate()
    to_come = {code for code in {cell.period for cell in incoming.figures} if period_of(code).start > today}
    problems = list(_to_come(name, incoming, to_come)) if to_come else []
    if problems:
        raise FileProblems(problems)


def _to_come(name: str, incoming: Incoming, periods: set[str]) -> Iterator[Problem]:
    for cell, said in incoming.figures.items():
        if cell.period in periods and said.quality != Quality.FORECAST:
            row = incoming.where.get(cell, "")
            line = int(row) if row.isdecimal() else 0
            why = _("%(period)s is still to come: mend the period, or flag the figure as a forecast (F)")
            yield Problem(Path(name), line, "" if line else row, why % {"period": cell.period})
