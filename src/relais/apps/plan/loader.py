"""Files to database: whole, atomic, and the same when done twice. Official wording is left as it is."""

from __future__ import annotations

from pathlib import Path

from django.db import models, transaction

from relais.apps.plan import checks
from relais.apps.plan import models as m
from relais.apps.plan.files import PLAN_2021, PlanFiles, read_files
from relais.apps.sheets.loader import keys_by, replace, upsert
from relais.core.texts.schema import Printed, Trilingual
from relais.core.texts.text import Text


def read_plan(folder: Path) -> PlanFiles:
    """Read and verify `folder` (data/plan). Raises FileProblems; touches no database."""
    plan = read_files(folder)
    checks.check(plan)
    return plan


@transaction.atomic
def load_plan(plan: PlanFiles) -> None:
    """Make the tables say what the files say: add, change, and remove what the files no longer have."""
    _themes_actors_documents(plan)
    documents, themes, actors = (
        keys_by(m.Document, "slug"),
        keys_by(m.Theme, "number"),
        keys_by(m.Actor, "slug"),
    )
    _measures(plan, documents, themes)
    measures = keys_by(m.Measure, "number")
    _links(plan, measures)
    _annex(plan, themes, actors)
    _demands(plan, documents)
    _since_2016(plan, documents)
    _plan_2021(plan, documents[PLAN_2021], measures)
    _glossary(plan, documents)
    _many(m.Measure.actors.through, "measure", [(measures[e.record.number], actors[slug])
          for e in plan.measures for slug in e.record.actors])  # fmt: skip
    demands = keys_by(m.Demand, "slug")
    _many(m.Demand.actors.through, "demand", [(demands[e.record.slug], actors[slug])
          for e in plan.demands for slug in e.record.actors])  # fmt: skip
    _remove_gone(plan)


def _text(shape: Trilingual | Printed | None) -> Text | None:
    return None if shape is None else shape.text()


def _many(through: type[models.Model], owner: str, pairs: list[tuple[int, int]]) -> None:
    through._default_manager.all().delete()
    through._default_manager.bulk_create(
        [through(**{f"{owner}_id": one, "actor_id": other}) for one, other in pairs]
    )


def _themes_actors_documents(plan: PlanFiles) -> None:
    upsert(
        (
            m.Document(
                slug=d.slug, number=d.number, kind=d.kind, title=d.title.text(), publisher=d.publisher,
                date=d.date, pages=d.pages, url=d.url, known=d.known,
                note=_text(d.note), position=position,
            )
            for position, d in enumerate(e.record for e in plan.documents)
        ),
        "slug",
    )  # fmt: skip
    upsert(
        (
            m.Theme(
                number=t.number, slug=t.slug, name=t.name.text(), annex_name=t.annex_name.text(),
                summary=t.summary.text(),
            )
            for t in (e.record for e in plan.themes)
        ),
        "number",
    )  # fmt: skip
    upsert(
        (
            m.Actor(
                slug=a.slug, name=a.name.text(), acronym=a.acronym, kind=a.kind, level=a.level,
                is_generic=a.generic, url=a.url, note=_text(a.note), position=position,
            )
            for position, a in enumerate(e.record for e in plan.actors)
        ),
        "slug",
    )  # fmt: skip
    documents, actors = keys_by(m.Document, "slug"), keys_by(m.Actor, "slug")
    replace(
        m.Citation,
        (
            m.Citation(
                cited_id=documents[d.slug],
                citing_id=documents[c.document],
                page=c.page,
                footnote=c.footnote,
            )
            for d in (e.record for e in plan.documents)
            for c in d.cited_by
        ),
    )
    replace(
        m.LaterName,
        (
            m.LaterName(actor_id=actors[a.slug], kind=n.kind, name=n.name, since=n.since, source=n.source)
            for a in (e.record for e in plan.actors)
            for n in a.later
        ),
    )


def _measures(plan: PlanFiles, documents: dict[str, int], themes: dict[int, int]) -> None:
    records = [e.record for e in plan.measures]
    upsert(
        (
            m.Measure(
                number=r.number, theme_id=themes[r.theme], kind=r.kind, title=r.title.text(),
                summary=r.summary.text(), document_id=documents[r.passage.document], page=r.passage.page,
                levels=r.levels, means=r.means,
            )
            for r in records
        ),
        "number",
    )  # fmt: skip
    measures = keys_by(m.Measure, "number")
    replace(
        m.MeasurePart,
        (
            m.MeasurePart(
                measure_id=measures[r.number], letter=part.letter, title=part.title.text(),
                summary=part.summary.text(), page=part.page,
            )
            for r in records
            for part in r.parts
        ),
    )  # fmt: skip


def _links(plan: PlanFiles, measures: dict[int, int]) -> None:
    replace(
        m.Link,
        (
            m.Link(
                source_id=measures[link.source], target_id=measures[link.target], kind=kind,
                origin=link.origin, confidence=link.confidence, reason=link.reason.text(),
                page=link.passage.page if link.passage else None,
            )
            for kind, entries in plan.links.items()
            for link in (e.record for e in entries)
        ),
    )  # fmt: skip


def _annex(plan: PlanFiles, themes: dict[int, int], actors: dict[str, int]) -> None:
    lines = [
        (theme.number, position, line)
        for theme in (e.record for e in plan.themes)
        for position, line in enumerate(theme.annex, start=1)
    ]
    replace(
        m.AnnexEntry,
        (
            m.AnnexEntry(theme_id=themes[number], position=position, wording=line.wording, page=line.page)
            for number, position, line in lines
        ),
    )
    entries = {
        (number, position): pk
        for number, position, pk in m.AnnexEntry.objects.values_list("theme__number", "position", "pk")
    }
    pairs = [(entries[n, p], actors[slug]) for n, p, line in lines for slug in line.actors]
    _many(m.AnnexEntry.actors.through, "annexentry", pairs)


def _demands(plan: PlanFiles, documents: dict[str, int]) -> None:
    upsert(
        (
            m.Demand(
                slug=d.slug, title=d.title.text(), summary=d.summary.text(),
                document_id=documents[d.passage.document], section=d.passage.section or "",
                page=d.passage.page, levels=d.levels, position=position,
            )
            for position, d in enumerate(e.record for e in plan.demands)
        ),
        "slug",
    )  # fmt: skip


def _since_2016(plan: PlanFiles, documents: dict[str, int]) -> None:
    replace(
        m.Since2016,
        (
            m.Since2016(
                slug=s.slug, outcome=s.outcome, date=s.date, title=s.title.text(), summary=s.summary.text(),
                document_id=documents[s.passage.document], section=s.passage.section or "",
                page=s.passage.page, position=position,
            )
            for position, s in enumerate(e.record for e in plan.since_2016)
        ),
    )  # fmt: skip


def _plan_2021(plan: PlanFiles, document: int, measures: dict[int, int]) -> None:
    m.Answer.objects.all().delete()
    replace(
        m.EarlierAction,
        (
            m.EarlierAction(
                document_id=document, number=a.number, parent_number=a.parent, axis=_text(a.axis),
                title=_text(a.title), lead=a.lead, source=a.source, position=position,
            )
            for position, a in enumerate(e.record for e in plan.actions)
        ),
    )  # fmt: skip
    actions = keys_by(m.EarlierAction, "number")
    m.Answer.objects.bulk_create(
        m.Answer(
            action_id=actions[a.action],
            measure_id=measures[a.measure],
            kind=a.kind,
            reason=a.reason.text(),
        )
        for a in (e.record for e in plan.answers)
    )


def _glossary(plan: PlanFiles, documents: dict[str, int]) -> None:
    replace(
        m.Term,
        (
            m.Term(
                slug=t.slug, term=t.term.text(), definition=t.definition.text(), url=t.url,
                document_id=documents[t.source.document] if t.source else None,
                page=t.source.page if t.source else None, position=position,
            )
            for position, t in enumerate(e.record for e in plan.terms)
        ),
    )  # fmt: skip


def _remove_gone(plan: PlanFiles) -> None:
    for model, key, entries in (
        (m.Demand, "slug", plan.demands),
        (m.Measure, "number", plan.measures),
        (m.Theme, "number", plan.themes),
        (m.Actor, "slug", plan.actors),
        (m.Document, "slug", plan.documents),
    ):
        kept = [getattr(e.record, key) for e in entries]
        model._default_manager.exclude(**{f"{key}__in": kept}).delete()
