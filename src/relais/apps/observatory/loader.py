"""Files to database: indicators, code lists, and the figures that were copied from publications.

What people import is never touched. The same files twice are the same as once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby, takewhile
from math import isnan
from operator import itemgetter
from pathlib import Path

from django.db import transaction
from django.db.models import Count, DateField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from relais.apps.observatory import models as m
from relais.apps.observatory import vocabulary as v
from relais.apps.observatory.auditing import findings
from relais.apps.observatory.files import checks
from relais.apps.observatory.files.reading import ObservatoryFiles, read_files
from relais.apps.sheets.loader import keys_by, replace, upsert
from relais.core.figures.cube import PLACE, Cell, Said, parts_of, period_of
from relais.core.texts.problem import FileProblems, Problem
from relais.core.texts.schema import Trilingual
from relais.core.texts.text import Text


def read_observatory(data: Path) -> ObservatoryFiles:
    """Read and verify `data`. Raises FileProblems; touches no database."""
    files = read_files(data)
    checks.check(files)
    return files


@transaction.atomic
def load_observatory(files: ObservatoryFiles) -> None:
    """Make the tables say what the files say: add, change, and remove what the files no longer have.

    Raises FileProblems where what people imported would lose its definition or the name of its code.
    """
    _keep_what_imports_need(files)
    upsert((m.Family(slug=f.slug, name=f.name.text(), meaning=f.meaning.text(), position=n)
             for n, f in enumerate(e.record for e in files.families)), "slug")  # fmt: skip
    upsert((m.Note(slug=e.record.slug, words=e.record.words.text()) for e in files.notes), "slug")
    _dimensions(files)
    _indicators(files)
    _definitions(files)
    _coverage(files)
    _figures(files)
    _remove_gone(files)


def settle(source: int) -> None:
    """Rebuild from when until when each value of a source was current, from its accepted releases.

    A value ends when a later release says its cell again, or when a later one that is whole for its
    definition no longer says it: so at the latest with the next whole one. Rows that are right already are
    not written.
    """
    releases = list(m.Release.objects.accepted().filter(source=source).in_order())
    said = m.Observation.objects
    others = m.Release.objects.filter(source=source).exclude(state=v.State.ACCEPTED)
    said.filter(release__in=list(others), since__isnull=False).update(since=None, until=None)
    defined = _definitions_of(releases)
    for n, release in enumerate(releases):
        for (partial, end), definitions in _endings(defined[release.pk], releases[n + 1 :], defined).items():
            rows = said.filter(release=release, definition__in=definitions)
            since = release.available_date
            if partial:
                again = said.filter(release__in=partial, **{name: OuterRef(name) for name in m.CELL})
                first = again.order_by("release__available_date").values("release__available_date")[:1]
                rows.update(since=since, until=Coalesce(Subquery(first), Value(end, DateField())))
            else:
                rows.exclude(since=since, until=end).update(since=since, until=end)


def _definitions_of(releases: Iterable[m.Release]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {release.pk: set() for release in releases}
    pairs = m.Observation.objects.filter(release__in=list(found)).values_list("release", "definition")
    for release, definition in pairs.distinct():
        found[release].add(definition)
    return found


def _endings(
    definitions: Iterable[int], later: Sequence[m.Release], defined: Mapping[int, Collection[int]]
) -> dict[tuple[tuple[int, ...], dt.date | None], list[int]]:
    """Definitions by what ends their values: releases that end some, and the day that ends the rest."""
    found: dict[tuple[tuple[int, ...], dt.date | None], list[int]] = {}
    for definition in definitions:
        saying = [release for release in later if definition in defined[release.pk]]
        partial = tuple(release.pk for release in takewhile(lambda each: not each.is_whole, saying))
        whole = next((release for release in saying if release.is_whole), None)
        found.setdefault((partial, whole.available_date if whole else None), []).append(definition)
    return found


def find(definitions: Collection[str] | None = None) -> None:
    """Rebuild the findings of the audit from what is current: all, or those of some definitions."""
    rebuilt = m.Finding.objects.all()
    if definitions is not None:
        rebuilt = rebuilt.filter(definition__slug__in=definitions)
    rebuilt.delete()
    ids, sources = keys_by(m.Definition, "slug"), keys_by(m.Source, "slug")
    found = findings(definitions)
    rows = m.Finding.objects.bulk_create(
        m.Finding(
            kind=each.kind, definition_id=ids[each.definition], source_id=sources[each.source],
            place=each.place, period=each.period, cut=each.cut,
            said=None if isnan(each.said) else each.said, computed=each.computed,
        )
        for each in found
    )  # fmt: skip
    concerned = m.Finding.observations.through
    concerned._default_manager.bulk_create(
        concerned(finding_id=row.pk, observation_id=observation)
        for row, each in zip(rows, found, strict=True)
        for observation in each.of
    )


def _text(words: Trilingual | None) -> Text | None:
    return None if words is None else words.text()


def _day(code: str | None) -> dt.date | None:
    return None if code is None else dt.date.fromisoformat(code)


def _dimensions(files: ObservatoryFiles) -> None:
    records = [e.record for e in files.dimensions]
    upsert((m.Dimension(slug=d.slug, name=d.name.text(), position=n,
                         partitions=[[p.whole, p.parts] for p in d.partitions], alike=d.alike)
             for n, d in enumerate(records)), "slug")  # fmt: skip
    dimensions = keys_by(m.Dimension, "slug")
    replace(
        m.Code,
        (
            m.Code(
                dimension_id=dimensions[d.slug], code=c.code, parent=c.parent, name=c.name.text(),
                valid_from=_day(c.valid_from), valid_to=_day(c.valid_to), elsewhere=c.elsewhere, position=n,
            )
            for d in records
            for n, c in enumerate(d.codes)
        ),
    )  # fmt: skip


def _indicators(files: ObservatoryFiles) -> None:
    upsert(
        (
            m.Indicator(
                slug=slug, number=i.number, theme=i.theme, standing=i.standing, name=i.name.text(),
                meaning=i.meaning.text(), limits=[dict(limit.text()) for limit in i.limits],
                breakdowns=i.breakdowns, body=i.body.text(), ask=i.ask, refresh=i.refresh.text(),
                every_months=i.every_months, month=i.month, measures=i.measures,
            )
            for slug, i in ((slug, entry.record) for slug, entry in files.indicators.items())
        ),
        "slug",
    )  # fmt: skip


def _definitions(files: ObservatoryFiles) -> None:
    units = {e.record.slug: e.record for e in files.units}
    indicators, families = keys_by(m.Indicator, "slug"), keys_by(m.Family, "slug")
    upsert(
        (
            m.Definition(
                slug=d.slug, indicator_id=indicators[slug], name=d.name.text(), kind=d.kind,
                unit=units[d.unit].name.text(), unit_code=units[d.unit].sdmx,
                family_id=families[d.family] if d.family else None, family_cut=d.family_cut,
                universe=_text(d.universe),
                child_age=d.child_age, numerator=d.numerator, denominator=d.denominator, share_of=d.share_of,
                decimals=d.decimals, direction=d.direction, threshold=d.threshold, is_sensitive=d.sensitive,
                position=n,
            )
            for slug, entry in files.indicators.items()
            for n, d in enumerate(entry.record.definitions)
        ),
        "slug",
    )  # fmt: skip
    definitions = keys_by(m.Definition, "slug")
    replace(
        m.BreakMark,
        (
            m.BreakMark(
                definition_id=definitions[b.definition], place=b.place, kind=b.kind,
                date=dt.date.fromisoformat(b.date), words=b.words.text(),
            )
            for entry in files.indicators.values()
            for b in entry.record.breaks
        ),
    )  # fmt: skip


def _coverage(files: ObservatoryFiles) -> None:
    replace(
        m.Coverage,
        (
            m.Coverage(
                producer=c.producer, producer_name=c.name.text(), parameter=parameter, year=c.year,
                answer=answer, url=c.url, note=_text(c.note), position=n,
            )
            for n, c in enumerate(e.record for e in files.coverage)
            for parameter, answer in c.parameters.items()
        ),
    )  # fmt: skip


def _figures(files: ObservatoryFiles) -> None:
    upsert(
        (
            m.Source(
                slug=s.slug, title=s.title.text(), publisher=s.publisher.text(), producer=s.producer,
                kind=s.kind, url=s.url, licence=s.licence,
            )
            for s in (e.record for e in files.sources)
        ),
        "slug",
    )  # fmt: skip
    sources = keys_by(m.Source, "slug")
    m.Observation.objects.filter(release__origin=v.Origin.FILES).delete()
    m.Release.objects.filter(origin=v.Origin.FILES).delete()
    now = timezone.now()
    m.Release.objects.bulk_create(
        m.Release(
            source_id=sources[e.record.slug], edition=r.edition, published=r.published,
            available_date=period_of(r.published or r.read).end, recorded_at=now, origin=v.Origin.FILES,
            state=v.State.ACCEPTED, is_whole=False, note=r.note,
        )
        for e in files.sources
        for r in e.record.releases
    )  # fmt: skip
    releases = {
        f"{slug}/{edition}": pk
        for slug, edition, pk in m.Release.objects.filter(origin=v.Origin.FILES).values_list(
            "source__slug", "edition", "pk"
        )
    }
    definitions = keys_by(m.Definition, "slug")
    m.Observation.objects.bulk_create(
        observation(row.cell, row.said, definitions[row.cell.definition], releases[row.release])
        for rows in files.rows.values()
        for row in rows
    )
    for source in sources.values():
        settle(source)
    find()


def observation(cell: Cell, said: Said, definition: int, release: int) -> m.Observation:
    """The row, not yet stored. `definition` and `release` are keys."""
    period = period_of(cell.period)
    return m.Observation(
        definition_id=definition, place=cell.place, period=period.code, start=period.start, end=period.end,
        cut=cell.cut, release_id=release, value=said.value, decimals=said.decimals, low=said.low,
        high=said.high, answers=said.answers, quality=said.quality, secrecy=said.secrecy,
        printed=said.printed, note=said.note,
    )  # fmt: skip


def _keep_what_imports_need(files: ObservatoryFiles) -> None:
    imported = m.Observation.objects.filter(release__origin=v.Origin.IMPORTED).order_by()
    defined = [d.slug for e in files.indicators.values() for d in e.record.definitions]
    lost = imported.exclude(definition__slug__in=defined).values_list(
        "definition__indicator__slug", "definition__slug"
    )
    problems = [
        Problem(Path("indicators", indicator, "indicator.yaml"), 0, slug,
                f"imported figures are of this definition ({count}): put it back")
        for indicator, slug, count in lost.annotate(Count("pk"))
    ]  # fmt: skip
    named = {(e.record.slug, code.code) for e in files.dimensions for code in e.record.codes}
    used = {(PLACE, place) for place in imported.values_list("place", flat=True).distinct()}
    for cut in imported.values_list("cut", flat=True).distinct():
        used.update(parts_of(cut).items())
    for dimension, of in groupby(sorted(used - named), key=itemgetter(0)):
        first, *others = (code for _, code in of)
        codes = f"“{first}”" + (f" and {len(others)} more" if others else "")
        why = f"imported figures have the code {codes}: put it back, with valid_to if it is of the past"
        problems.append(Problem(Path("observatory", "dimensions.yaml"), 0, dimension, why))
    if problems:
        raise FileProblems(problems)


def _remove_gone(files: ObservatoryFiles) -> None:
    """What the files no longer have, but for sources of what people imported."""
    slugs = [d.slug for e in files.indicators.values() for d in e.record.definitions]
    m.Definition.objects.exclude(slug__in=slugs).delete()
    m.Indicator.objects.exclude(slug__in=list(files.indicators)).delete()
    for model, entries in (
        (m.Family, files.families), (m.Note, files.notes), (m.Dimension, files.dimensions),
    ):  # fmt: skip
        model._default_manager.exclude(slug__in=[e.record.slug for e in entries]).delete()
    kept = [e.record.slug for e in files.sources]
    m.Source.objects.exclude(slug__in=kept).filter(releases=None).delete()
