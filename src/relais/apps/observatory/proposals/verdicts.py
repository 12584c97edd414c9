"""What speaks for and against a proposed release: what would no longer fit, what it mends, what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isnan
from statistics import median
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relais.apps.languages.fields import LocalText
from relais.apps.observatory import models as m
from relais.apps.observatory.auditing import findings, together
from relais.apps.observatory.periods import period_in_words
from relais.apps.observatory.proposals.differences import Differences
from relais.apps.observatory.reading.words import names_of_codes, place_in_words, said, value_in_words
from relais.apps.observatory.vocabulary import FindingKind, Secrecy
from relais.core.figures.audit import Finding

LOOKED_AT = 500  # changed figures of a definition: enough to see that all are a thousand times what they were
TIMES = 10
_IS_HIDDEN = Q(secrecy=Secrecy.HIDDEN)


class Found(NamedTuple):
    """A finding, by what makes it the same one. `said` None: what was printed is no number at all."""

    definition: str
    period: str
    place: str
    cut: str
    kind: str
    source: str
    said: float | None
    computed: float


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words."""

    kind: FindingKind
    definition: LocalText
    place: str
    period: str
    said: str
    computed: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the audit would find that it does not now, or no longer; and what to ask before accepting."""

    added: tuple[Told, ...]
    mended: tuple[Told, ...]
    doubts: tuple[str, ...]


def verdict(release: m.Release, changes: Differences) -> Verdict:
    """Of a proposed release: the audit over all that can be set beside its definitions. Some ten queries."""
    slugs = release.observations.values_list("definition__slug", flat=True).distinct()
    concerned = together(slugs)
    would_be, now = set(_found(findings(concerned, release))), set(_now(concerned))
    return Verdict(
        tuple(in_words(would_be - now)), tuple(in_words(now - would_be)),
        (*_hidden(release), *_opened(release), *_later_edition(release), *_other_unit(changes)),
    )  # fmt: skip


def all_found() -> set[Found]:
    """What the audit finds among all current figures, computed anew."""
    return set(_found(findings()))


def in_order(found: Iterable[Found]) -> list[Found]:
    """By definition, period, place and cut. What was said may be unknown, and has no order."""
    return sorted(found, key=lambda one: one[:6])


def in_words(found: Iterable[Found]) -> Iterator[Told]:
    """In the order of definitions and periods. Two queries."""
    definitions = {each.slug: each for each in m.Definition.objects.all()}
    names = names_of_codes()
    for each in in_order(found):
        definition = definitions[each.definition]
        yield Told(
            FindingKind(each.kind), definition.name, place_in_words(each.place, names),
            period_in_words(each.period),
            said(each.said, definition.decimals),
            value_in_words(each.computed, definition.decimals),
        )  # fmt: skip


def _found(by_audit: Iterable[Finding]) -> Iterator[Found]:
    for f in by_audit:
        value = None if isnan(f.said) else f.said
        yield Found(f.definition, f.period, f.place, f.cut, f.kind, f.source, value, f.computed)


def _now(concerned: Iterable[str]) -> Iterator[Found]:
    columns = "definition__slug", "period", "place", "cut", "kind", "source__slug", "said", "computed"
    rows = m.Finding.objects.filter(definition__slug__in=list(concerned)).values_list(*columns)
    return (Found(*row) for row in rows)


def _hidden(release: m.Release) -> Iterator[str]:
    """How much the protection of a raw file took away."""
    every = release.observations.aggregate(every=Count("pk"), hidden=Count("pk", filter=_IS_HIDDEN))
    if every["hidden"]:
        yield _("%(hidden)s of %(every)s figures are hidden to protect persons.") % every


def _opened(release: m.Release) -> Iterator[str]:
    """A cell that one source hides is told by another: perhaps of other persons, perhaps not."""
    hiding = m.Observation.objects.ever().filter(
        _IS_HIDDEN, definition=OuterRef("definition"), place=OuterRef("place"), period=OuterRef("period"),
        cut=OuterRef("cut"),
    )  # fmt: skip
    count = release.observations.filter(Exists(hiding), value__isnull=False).count()
    if count:
        yield ngettext(
            "It shows %(count)s figure that another release hides to protect persons.",
            "It shows %(count)s figures that other releases hide to protect persons.",
            count,
        ) % {"count": count}


def _later_edition(release: m.Release) -> Iterator[str]:
    """Editions are accepted in any order, and the one that is accepted last counts."""
    accepted = m.Release.objects.accepted().filter(source=release.source_id)
    later = accepted.filter(published__gt=release.published) if release.published else accepted.none()
    for edition in later.exclude(pk=release.pk).values_list("edition", flat=True):
        yield _("%(edition)s was published later and counts already: this one would supersede it.") % {
            "edition": edition
        }


def _other_unit(changes: Differences) -> Iterator[str]:
    """Thousands where units stood, a fraction where a percentage stood: most are ten times what they were."""
    for name, factor in _factors(changes).items():
        if not 1 / TIMES < factor < TIMES:
            yield _("%(name)s: most figures are %(factor)s times what they were. Another unit?") % {
                "name": name, "factor": value_in_words(factor, 0 if factor > 1 else 3),
            }  # fmt: skip


def _factors(changes: Differences) -> dict[LocalText, float]:
    """Of each definition, by how much its figures typically grew."""
    names = dict(changes.changed.order_by().values_list("definition", "definition__name").distinct())
    found: dict[LocalText, float] = {}
    for definition, name in names.items():
        pairs = changes.changed.filter(definition=definition, value__gt=0).order_by()[:LOOKED_AT]
        after = dict(pairs.values_list("then", "value"))  # type: ignore[misc]
        before = m.Observation.objects.filter(pk__in=list(after), value__gt=0).values_list("pk", "value")
        if grown := [after[pk] / value for pk, value in before]:
            found[name] = median(grown)
    return found
