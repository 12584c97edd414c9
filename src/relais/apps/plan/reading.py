"""From the tables to plain data: each function asks as many queries for 1,000 rows as for one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast, overload

from django.db.models import Prefetch, QuerySet

from relais.apps.plan import models as m
from relais.apps.plan import records as r

SLUGS = Prefetch("actors", m.Actor.objects.only("slug").order_by("position"))


@overload
def words(text: Mapping[str, str]) -> r.Words: ...
@overload
def words(text: Mapping[str, str] | None) -> r.Words | None: ...
def words(text: Mapping[str, str] | None) -> r.Words | None:
    """A text as plain data; None stays None."""
    return None if text is None else cast(r.Words, dict(text))


def documents(wanted: QuerySet[m.Document]) -> list[r.Document]:
    """With who cites them and the tables they hold. Three queries."""
    cited = wanted.order_by("position").prefetch_related(
        Prefetch("citations", m.Citation.objects.select_related("citing").order_by("pk")),
        Prefetch("statistics", m.Statistic.objects.order_by("position")),
    )
    return [
        {
            "slug": d.slug, "number": d.number, "kind": d.kind, "title": words(d.title),
            "publisher": d.publisher, "date": d.date, "pages": d.pages, "url": d.url, "known": d.known,
            "note": words(d.note),
            "cited_by": [
                {"document": c.citing.slug, "page": c.page, "footnote": c.footnote} for c in d.citations.all()
            ],
            "statistics": [
                {
                    "title": s.title, "source": s.source, "rows": s.rows, "misprints": s.misprints,
                    "page": s.page,
                }
                for s in d.statistics.all()
            ],
        }
        for d in cited
    ]  # fmt: skip


def themes(wanted: QuerySet[m.Theme]) -> list[r.Theme]:
    """With annex 1, line by line. Three queries."""
    named = _named_by_line()
    lines = Prefetch("annex_entries", m.AnnexEntry.objects.order_by("position"))
    return [_theme(theme, named) for theme in wanted.order_by("number").prefetch_related(lines)]


def _named_by_line() -> dict[int, list[str]]:
    """Key of a line of the annex to the actors that it names, in its order."""
    named: dict[int, list[str]] = {}
    pairs = m.AnnexEntry.actors.through._default_manager.order_by("pk")
    for line, slug in pairs.values_list("annexentry_id", "actor__slug"):
        named.setdefault(line, []).append(slug)
    return named


def _theme(theme: m.Theme, named: dict[int, list[str]]) -> r.Theme:
    annex: list[r.AnnexEntry] = [
        {"wording": line.wording, "page": line.page, "actors": named.get(line.pk, [])}
        for line in theme.annex_entries.all()
    ]
    return {
        "number": theme.number, "slug": theme.slug, "name": words(theme.name),
        "annex_name": words(theme.annex_name), "summary": words(theme.summary),
        "actors": list(dict.fromkeys(slug for line in annex for slug in line["actors"])), "annex": annex,
    }  # fmt: skip


def measures(wanted: m.MeasureQuerySet) -> list[r.Measure]:
    """Four queries."""
    whole = wanted.in_order().select_related("theme", "document")
    return [measure(row) for row in whole.prefetch_related("parts", "official_texts", SLUGS)]


def official_wording(row: m.Measure) -> dict[str, dict[str, str]]:
    """Language to letter to words; empty where nothing was imported."""
    found: dict[str, dict[str, str]] = {}
    for text in row.official_texts.all():
        found.setdefault(text.language, {})[text.letter] = text.words
    return found


def measure(row: m.Measure) -> r.Measure:
    """One measure; its theme, document, parts, official texts and actors must have been fetched."""
    parts: list[r.Part] = [
        {"letter": p.letter, "title": words(p.title), "summary": words(p.summary), "page": p.page}
        for p in row.parts.all()
    ]
    return {
        "number": row.number, "theme": row.theme.number, "kind": row.kind,
        "parts": [part["letter"] for part in parts], "title": words(row.title), "summary": words(row.summary),
        "levels": row.levels, "means": row.means, "actors": [actor.slug for actor in row.actors.all()],
        "passage": {"document": row.document.slug, "page": row.page},
        "part_details": parts, "official": official_wording(row),
    }  # fmt: skip


def actors(wanted: QuerySet[m.Actor]) -> list[r.Actor]:
    """With what became of them. Two queries."""
    later = Prefetch("later_names", m.LaterName.objects.order_by("pk"))
    return [
        {
            "slug": a.slug, "name": words(a.name), "acronym": a.acronym, "kind": a.kind, "level": a.level,
            "generic": a.is_generic, "url": a.url,
            "later": [
                {"kind": n.kind, "name": n.name, "since": n.since, "source": n.source}
                for n in a.later_names.all()
            ],
            "note": words(a.note),
        }
        for a in wanted.order_by("position").prefetch_related(later)
    ]  # fmt: skip


def links(wanted: m.LinkQuerySet) -> list[r.Link]:
    """By kind, then by number. One query."""
    rows = wanted.in_order().values_list(
        "source__number", "target__number", "kind", "origin", "confidence", "reason", "page",
        "source__document__slug",
    )  # fmt: skip
    return [
        {
            "from": source, "to": target, "kind": kind, "origin": origin, "confidence": confidence,
            "reason": words(reason), "passage": {"document": document, "page": page} if page else None,
        }
        for source, target, kind, origin, confidence, reason, page, document in rows
    ]  # fmt: skip


def link_ends(link: m.Link) -> r.LinkEnds:
    """A link without its reason; both its ends must have been fetched."""
    return {
        "from": link.source.number, "to": link.target.number, "kind": link.kind,
        "origin": link.origin, "confidence": link.confidence,
    }  # fmt: skip


def demands(wanted: QuerySet[m.Demand]) -> list[r.Demand]:
    """Two queries."""
    return [
        {
            "slug": d.slug, "title": words(d.title), "summary": words(d.summary),
            "actors": [actor.slug for actor in d.actors.all()], "levels": d.levels,
            "passage": {"document": d.document.slug, "page": d.page, "section": d.section or None},
        }
        for d in wanted.order_by("position").select_related("document").prefetch_related(SLUGS)
    ]  # fmt: skip


def since_2016(wanted: QuerySet[m.Since2016]) -> list[r.Since2016]:
    """In the order of the advice. One query."""
    return [
        {
            "slug": s.slug, "outcome": s.outcome, "date": s.date, "title": words(s.title),
            "summary": words(s.summary),
            "passage": {"document": s.document.slug, "page": s.page, "section": s.section or None},
        }
        for s in wanted.order_by("position").select_related("document")
    ]  # fmt: skip


def actions(wanted: QuerySet[m.EarlierAction]) -> list[r.EarlierAction]:
    """One query."""
    return [
        {
            "number": a.number, "parent": a.parent_number, "axis": words(a.axis), "title": words(a.title),
            "lead": a.lead, "source": a.source,
        }
        for a in wanted.order_by("position")
    ]  # fmt: skip


def answers(wanted: QuerySet[m.Answer]) -> list[r.Answer]:
    """By action, then by measure. One query."""
    rows = wanted.order_by("action__position", "measure__number").values_list(
        "action__number", "measure__number", "kind", "reason"
    )
    return [
        {"action": action, "measure": number, "kind": kind, "reason": words(reason)}
        for action, number, kind, reason in rows
    ]


def terms(wanted: QuerySet[m.Term]) -> list[r.Term]:
    """One query."""
    return [
        {
            "slug": t.slug, "term": words(t.term), "definition": words(t.definition),
            "source": {"document": t.document.slug, "page": t.page} if t.document and t.page else None,
            "url": t.url,
        }
        for t in wanted.order_by("position").select_related("document")
    ]  # fmt: skip
