"""Search the whole site at once, without accents, in every language a text has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.coordination.models import Action
from relais.apps.languages.fields import LocalText
from relais.apps.observatory.models import Indicator
from relais.apps.plan import models as plan
from relais.core.search.folding import fold, has_all, terms


@dataclass(frozen=True, slots=True)
class Found:
    """One page that answers the search."""

    address: str
    title: LocalText
    summary: LocalText | None


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind."""

    name: str | Promise
    results: list[Found]


class Place(NamedTuple):
    """Where to look: rows, the field that names a row, the one that explains it, others that name it."""

    name: str | Promise
    rows: Callable[[], QuerySet[Any]]
    title: str
    summary: str
    others: tuple[str, ...] = ()


PLACES = (
    Place(_("Measures"), plan.Measure.objects.all, "title", "summary", ("number",)),
    Place(_("Actions"), Action.objects.published, "title", "description", ("code",)),
    Place(_("Themes"), plan.Theme.objects.all, "name", "summary"),
    Place(_("Actors"), plan.Actor.objects.all, "name", "note", ("acronym",)),
    Place(_("Demands"), plan.Demand.objects.all, "title", "summary"),
    Place(_("Figures"), Indicator.objects.all, "name", "meaning"),
    Place(_("Glossary"), plan.Term.objects.all, "term", "definition"),
    Place(_("Documents"), plan.Document.objects.all, "title", "note", ("number", "publisher")),
)


def find(words: str) -> list[Group]:
    """Pages that have every word of `words`, by kind, those with it in their title first. [] for no words."""
    wanted = terms(words)
    if not wanted:
        return []
    groups = (Group(place.name, list(_results(wanted, place))) for place in PLACES)
    return [group for group in groups if group.results]


def _results(wanted: tuple[str, ...], place: Place) -> Iterable[Found]:
    in_title, elsewhere = [], []
    row: Any
    for row in place.rows().order_by("pk"):
        named: LocalText = getattr(row, place.title)
        said: LocalText | None = getattr(row, place.summary)
        others = (str(getattr(row, other) or "") for other in place.others)
        headline = fold(" ".join([*named.values(), *others]))
        if has_all(wanted, headline):
            in_title.append(Found(row.get_absolute_url(), named, said))
        elif said and has_all(wanted, f"{headline} {fold(' '.join(said.values()))}"):
            elsewhere.append(Found(row.get_absolute_url(), named, said))
    return [*in_title, *elsewhere]
