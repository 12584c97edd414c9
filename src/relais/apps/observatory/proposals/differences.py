"""What a release changes: figures that are new, that differ, and that are gone.

The database compares them, so that a release of half a million figures has a page too.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from django.db.models import BooleanField, Exists, Field, Lookup, OuterRef, Q, Subquery

from relais.apps.observatory import models as m
from relais.apps.observatory.vocabulary import State

SAID = ("value", "decimals", "low", "high", "answers", "quality", "secrecy", "printed", "note")


@Field.register_lookup
class SameAs(Lookup):
    """Equal, or both unknown."""

    lookup_name = "same_as"
    output_field = BooleanField()

    def as_sql(self, compiler, connection):  # type: ignore[no-untyped-def]
        left, of_left = self.process_lhs(compiler, connection)
        right, of_right = self.process_rhs(compiler, connection)
        return f"{left} IS NOT DISTINCT FROM {right}", (*of_left, *of_right)


@dataclass(frozen=True, slots=True)
class Differences:
    """Each in the order of definitions; those that `changed` have `then`, the key of what was said before."""

    new: m.ObservationQuerySet
    changed: m.ObservationQuerySet
    gone: m.ObservationQuerySet

    def counts(self) -> dict[str, int]:
        """How many of each. Three queries."""
        return {"new": self.new.count(), "changed": self.changed.count(), "gone": self.gone.count()}


def differences(release: m.Release) -> Differences:
    """What it changes, or changed on its day, of what its source said before."""
    return between(_before(release), m.Observation.objects.filter(release=release), is_whole=release.is_whole)


def between(
    before: m.ObservationQuerySet, after: m.ObservationQuerySet, *, is_whole: bool = True
) -> Differences:
    """What one edition says that another did not; of the definitions of which it says anything."""
    cell = {name: OuterRef(name) for name in m.CELL}
    same = before.filter(**cell, **{f"{name}__same_as": OuterRef(name) for name in SAID})
    again = after.filter(m.says_the_cell(before)).exclude(Exists(same))
    definitions = list(after.values_list("definition", flat=True).distinct())
    gone = before.filter(definition__in=definitions).exclude(m.says_the_cell(after))
    return Differences(
        _in_order(after.exclude(m.says_the_cell(before))),
        _in_order(again.annotate(then=Subquery(before.filter(**cell).values("pk")[:1]))),
        _in_order(gone if is_whole else before.none()),
    )


def _before(release: m.Release) -> m.ObservationQuerySet:
    """What its source said right before it counted; of one that does not yet count: what it says now."""
    earlier = _earlier(release)
    said = m.Observation.objects.filter(release__in=[each.pk for each in earlier])
    if release.state != State.ACCEPTED:
        return said.current()
    day = release.available_date
    ended = said.filter(until=day)
    for n, other in enumerate(earlier):
        if other.available_date == day:  # of one day: what another release of it ended was not said any more
            ended = ended.exclude(Q(release__in=earlier[:n]) & m.ended_by(other))
    return ended


def _earlier(release: m.Release) -> list[m.Release]:
    of_source = m.Release.objects.accepted().filter(source=release.source_id).in_order()
    return list(takewhile(lambda each: each.pk != release.pk, of_source))


def _in_order(rows: m.ObservationQuerySet) -> m.ObservationQuerySet:
    return rows.select_related("definition").order_by("definition__slug", "start", "place", "cut", "pk")
