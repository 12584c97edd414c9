"""Files to database: what public sources tell of an earlier plan. What anyone did here is never touched."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.db import models, transaction

from relais.apps.accounts.models import Organisation
from relais.apps.audit.models import Event, Subject
from relais.apps.coordination import checks, shapes, verbs
from relais.apps.coordination import models as m
from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.codes import code_of_action, code_of_plan
from relais.apps.coordination.files import CoordinationFiles, read_files
from relais.apps.plan.files import PlanFiles
from relais.apps.plan.models import Actor, Answer, Document, Measure
from relais.apps.plan.vocabulary import AnswerKind
from relais.core.texts.schema import Trilingual
from relais.core.texts.text import LANGUAGES, Text

OF_FILES = (m.Fact, m.Budget, m.Absorption, m.Owner, m.AnsweredMeasure)  # replaced with their action


def read_coordination(folder: Path, plan: PlanFiles) -> CoordinationFiles:
    """Read and verify `folder` (data/coordination) beside `plan`. Raises FileProblems; no database."""
    files = read_files(folder)
    checks.check(files, plan)
    return files


@transaction.atomic
def load_coordination(files: CoordinationFiles) -> None:
    """Make the tables say what the files say, after `load_plan`; twice is the same as once.

    An action that someone declared, took over, or did anything with here is left as it is; so are an
    organisation whose name someone corrected, a mandate that the cell gave or ended, and a data gap on which
    someone worked. Nothing is removed but what an earlier load wrote.
    """
    _organisations(files)
    _mandates(files)
    for entry in files.executions:
        _Execution(entry.record, files.addresses).load()
    measures = dict(Measure.objects.values_list("number", "pk"))
    _gaps(m.DataGap.objects.filter(action=None),
          (_Wanted(gap.record, files.addresses, measure=measures[gap.record.measure])
           for gap in files.gaps))  # fmt: skip


def acted_on(names: Iterable[str]) -> set[str]:
    """Those of `names` (“action:2021-9”) of which the trail tells something."""
    return set(Subject.objects.filter(name__in=list(names)).values_list("name", flat=True))


def last_day(date: str | None) -> dt.date | None:
    """The day by which it was so at the latest: of a month or a year, its last. None when not known."""
    if date is None:
        return None
    year, month, day = [*map(int, date.split("-")), 0, 0][:3]
    month = month or 12
    return dt.date(year, month, day or calendar.monthrange(year, month)[1])


def _text(shape: Trilingual | None) -> Text | None:
    return None if shape is None else shape.text()


def _organisations(files: CoordinationFiles) -> None:
    actors = {actor.slug: actor for actor in Actor.objects.all()}
    rows = []
    for said in (entry.record for entry in files.organisations):
        name = said.name.text() if said.name else actors[said.slug].name
        url = said.url or (actors[said.slug].url if said.slug in actors else None)
        rows.append(Organisation(slug=said.slug, name=name, url=url))
    kept = set(Organisation.objects.filter(version__gt=1).values_list("slug", flat=True))
    Organisation.objects.bulk_create(
        (row for row in rows if row.slug not in kept), update_conflicts=True, unique_fields=["slug"],
        update_fields=["name", "url"],
    )  # fmt: skip


def _mandates(files: CoordinationFiles) -> None:
    organisations = dict(Organisation.objects.values_list("slug", "pk"))
    actors = dict(Actor.objects.values_list("slug", "pk"))
    decided = set(_mandates_decided_here())
    m.Mandate.objects.bulk_create(
        (
            m.Mandate(organisation_id=organisations[said.organisation], actor_id=actors[said.actor])
            for said in (entry.record for entry in files.mandates)
            if (said.organisation, said.actor) not in decided
        ),
        ignore_conflicts=True,
    )


def _mandates_decided_here() -> Iterator[tuple[str, str]]:
    given_or_ended = Event.objects.filter(verb__in=(verbs.MANDATE_GIVEN.slug, verbs.MANDATE_ENDED.slug))
    for event in given_or_ended.prefetch_related("subjects"):
        names = dict(subject.name.split(":", 1) for subject in event.subjects.all())
        yield names["organisation"], names["actor"]


@dataclass(frozen=True, slots=True)
class _Execution:
    """What became of one earlier plan; `url` is the address of each source."""

    said: shapes.Execution
    url: Mapping[str, str]

    def load(self) -> None:
        document = Document.objects.get(slug=self.said.plan)
        earlier = list(document.actions.all())
        whole = code_of_plan(self.said.plan)
        known = {whole: self.said.whole} | {self.code(a.number): a for a in self.said.actions}
        titles: dict[str, Text] = {whole: document.title}
        titles |= {self.code(row.number): row.title or self.untitled(row.number) for row in earlier}
        free = _free(known)
        _upsert(
            self.row(code, known[code], titles[code], position)
            for position, code in enumerate(known)
            if code in free
        )
        actions = {action.code: action for action in m.Action.objects.filter(code__in=free)}
        for row in earlier:
            if row.parent_number and (child := actions.get(self.code(row.number))):
                parent = m.Action.objects.get(code=self.code(row.parent_number))
                m.Action.objects.filter(pk=child.pk).update(parent=parent)
        for kind in OF_FILES:
            kind._default_manager.filter(action__in=actions.values()).delete()
        self.parts([(action, known[code]) for code, action in actions.items()])
        self.answers(actions)
        wanted = [_Wanted(g, self.url, action=a.pk) for code, a in actions.items() for g in known[code].gaps]
        _gaps(m.DataGap.objects.filter(action__in=actions.values()), wanted)

    def code(self, number: str) -> str:
        return code_of_action(self.said.plan, number)

    def untitled(self, number: str) -> Text:
        """Our own words where no title is public."""
        return Text({lang: getattr(self.said.untitled, lang).format(number=number) for lang in LANGUAGES})

    def row(self, code: str, known: shapes.Known, title: Text, position: int) -> m.Action:
        decision, result = known.decision or self.said.decision, known.result
        return m.Action(
            code=code, title=title, origin=v.Origin.PUBLIC_SOURCES, position=position,
            decision=decision.value, decision_date=last_day(decision.date),
            decision_source=self.url[decision.source],
            phase=known.phase.value if known.phase else v.Phase.UNKNOWN,
            start_date=last_day(known.start.date) if known.start else None,
            due_date=last_day(known.due.date) if known.due else None,
            finished_date=last_day(known.finished.date) if known.finished else None,
            indicator=result.indicator if result else None,
            target_value=result.target if result else None,
            result_value=result.value if result else None,
            result_date=last_day(result.date) if result else None,
            result_source=self.url[result.source] if result else None,
        )  # fmt: skip

    def parts(self, pairs: list[tuple[m.Action, shapes.Known]]) -> None:
        organisations = dict(Organisation.objects.values_list("slug", "pk"))
        m.Fact.objects.bulk_create(
            m.Fact(action=action, words=fact.words.text(), date=fact.date, source=self.url[fact.source],
                   position=position)
            for action, known in pairs
            for position, fact in enumerate(known.facts)
        )  # fmt: skip
        m.Budget.objects.bulk_create(
            m.Budget(action=action, **{**budget.model_dump(), "source": self.url[budget.source]})
            for action, known in pairs
            for budget in known.budgets
        )
        m.Absorption.objects.bulk_create(
            m.Absorption(action=action, into=each.into.text(), since_date=last_day(each.since),
                         reason=_text(each.reason), source=self.url[each.source])
            for action, known in pairs
            for each in known.absorbed
        )  # fmt: skip
        m.Owner.objects.bulk_create(
            m.Owner(action=action, organisation_id=organisations[owner.organisation], role=owner.role)
            for action, known in pairs
            for owner in known.owners
        )

    def answers(self, actions: Mapping[str, m.Action]) -> None:
        """The measures that each answers, as the concordance says."""
        concordance = Answer.objects.filter(action__document__slug=self.said.plan).select_related("action")
        m.AnsweredMeasure.objects.bulk_create(
            m.AnsweredMeasure(action=actions[code], measure_id=answer.measure_id,
                              in_part=answer.kind == AnswerKind.ANSWERS_IN_PART)
            for answer in concordance.order_by("pk")
            if (code := self.code(answer.action.number)) in actions
        )  # fmt: skip


def _free(codes: Iterable[str]) -> set[str]:
    """Those that files may write: from public sources, and nobody did anything with them here."""
    codes = set(codes)
    declared = m.Action.objects.filter(code__in=codes).exclude(origin=v.Origin.PUBLIC_SOURCES)
    touched = {name.removeprefix("action:") for name in acted_on(f"action:{code}" for code in codes)}
    return codes - touched - set(declared.values_list("code", flat=True))


def _upsert(rows: Iterable[m.Action]) -> None:
    kept = {"id", "code", "version", "parent"}
    written = [field.name for field in m.Action._meta.concrete_fields if field.name not in kept]
    m.Action.objects.bulk_create(rows, update_conflicts=True, unique_fields=["code"], update_fields=written)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A gap of the files, and the key of what it hangs on."""

    gap: shapes.Gap
    url: Mapping[str, str]
    action: int | None = None
    measure: int | None = None

    @property
    def key(self) -> tuple[str, int | None, int | None]:
        return self.gap.wanted.nl, self.action, self.measure


def _gaps(there: models.QuerySet[m.DataGap], wanted: Iterable[_Wanted]) -> None:
    """Make `there` hold what is wanted. A gap on which someone worked stays, whatever the files say."""
    rows = list(there)
    touched = acted_on(f"data-gap:{row.pk}" for row in rows)
    kept: list[m.DataGap] = []
    free: list[m.DataGap] = []
    for row in rows:
        is_ours = row.source and row.owner_id is None and row.state == v.GapState.OPEN and not row.due_date
        (free if is_ours and f"data-gap:{row.pk}" not in touched else kept).append(row)
    m.DataGap.objects.filter(pk__in=[row.pk for row in free]).delete()
    known = {(row.wanted.get("nl"), row.action_id, row.measure_id) for row in kept}
    m.DataGap.objects.bulk_create(
        m.DataGap(action_id=each.action, measure_id=each.measure, wanted=each.gap.wanted.text(),
                  source=each.url[each.gap.source])
        for each in wanted if each.key not in known
    )  # fmt: skip
