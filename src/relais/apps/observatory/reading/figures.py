"""The figures of definitions, no more of them than a page can hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Q

from relais.apps.observatory import models as m
from relais.apps.observatory.reading.places import Places

MOST = 500  # figures of a definition on a page


def figures_of(
    definitions: Iterable[m.Definition], places: Places, date: dt.date | None = None
) -> list[m.Observation]:
    """Of definitions that know `how_many` they have; newest first.

    Of one that has more than a page can hold: the region and what holds it, and the last period of each
    municipality; of single-parent families alone, if it is about families. The files have them all.
    """
    known = {each.pk: each for each in definitions}
    large = [each for each in known.values() if is_large(each)]
    others = [each for each in known.values() if not is_large(each)]
    shown = m.Observation.objects.on(date).order_by("-start", "-end", "place", "cut", "release_id")
    figures = [*shown.filter(definition__in=others)] if others else []
    figures += _near(shown.filter(definition__in=large), places) if large else []
    for figure in figures:
        figure.definition = known[figure.definition_id]
    return figures


def _near(figures: m.ObservationQuerySet, places: Places) -> m.ObservationQuerySet:
    later = figures.filter(
        definition=OuterRef("definition"),
        place=OuterRef("place"),
        cut=OuterRef("cut"),
        end__gt=OuterRef("end"),
    )  # fmt: skip
    newest = Q(place__in=places.municipalities) & ~Exists(later)
    of_families = Q(definition__family=None) | Q(cut=F("definition__family_cut"))
    return figures.filter(of_families, Q(place__in=places.preferred) | newest)


def is_large(definition: m.Definition) -> bool:
    """It has more figures, earlier editions counted, than a page can hold."""
    return int(vars(definition)["how_many"]) > MOST
