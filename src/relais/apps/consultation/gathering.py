"""The opinions of a consultation gathered point by point: a fixed number of queries, whatever there is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from relais.apps.consultation.models import Consultation, Invitee, Opinion, Point
from relais.apps.consultation.tally import Tally, tally
from relais.apps.consultation.vocabulary import COUNTED

FIRST = 10  # opinions of each point on the page of the consultation


@dataclass(frozen=True, slots=True)
class Gathered:
    """A point, how many said what, and the opinions that a moderator has read, in order."""

    point: Point
    tally: Tally
    opinions: tuple[Opinion, ...]

    @property
    def first(self) -> tuple[Opinion, ...]:
        return self.opinions[:FIRST]

    @property
    def has_more(self) -> bool:
        return len(self.opinions) > FIRST


@dataclass(frozen=True, slots=True)
class Asked:
    """Someone invited, and on how many points it gave its opinion."""

    invitee: Invitee
    given: int


def gathered(consultation: Consultation, points: Iterable[Point]) -> list[Gathered]:
    """Each of `points` with its opinions. Two queries, and one for the changes they led to."""
    by_point: dict[int, list[Opinion]] = {}
    chosen = list(points)
    for opinion in Opinion.objects.whole().filter(point__in=chosen):
        by_point.setdefault(opinion.point_id, []).append(opinion)
    return [
        Gathered(
            point,
            tally(every := by_point.get(point.pk, [])),
            tuple(o for o in every if o.moderation in COUNTED),
        )
        for point in chosen
    ]


def asked(consultation: Consultation) -> list[Asked]:
    """Whom it invited; who gave nothing is silent once the stage is over. One query."""
    given: dict[int, set[int]] = {}
    pairs = (
        Opinion.objects.of(consultation).exclude(organisation=None).values_list("organisation_id", "point_id")
    )
    for organisation, point in pairs:
        given.setdefault(organisation, set()).add(point)
    return [
        Asked(invitee, len(given.get(invitee.organisation_id, ()))) for invitee in consultation.invitees.all()
    ]
