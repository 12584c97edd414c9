"""From rows of actions to plain data. What each function reads must have been fetched."""

from __future__ import annotations

from relais.apps.coordination import models as m
from relais.apps.coordination import records as r
from relais.apps.plan.reading import words
from relais.apps.sheets.plain import day, number


def action(row: m.Action) -> r.Action:
    """The action itself. No person is named."""
    return {
        "code": row.code, "title": words(row.title), "description": words(row.description),
        "original_language": row.original_language, "origin": row.origin, "is_fictional": row.is_fictional,
        "parent": row.parent.code if row.parent and not row.parent.is_draft else None, "level": row.level,
        "targets": row.targets, "contact_point": row.contact_point, "start_date": day(row.start_date),
        "due_date": day(row.due_date), "finished_date": day(row.finished_date), "decision": row.decision,
        "decision_date": day(row.decision_date), "decision_source": row.decision_source, "phase": row.phase,
        "completion_by_hand": row.completion_by_hand, "completion_reason": row.completion_reason or None,
        "completion_date": day(row.completion_date),
        "completion_said_by": row.completion_said_by.slug if row.completion_said_by else None,
        "expected_result": words(row.expected_result), "indicator": row.indicator, "aim": row.aim,
        "target_value": number(row.target_value), "result_value": number(row.result_value),
        "result_date": day(row.result_date), "result_source": row.result_source,
    }  # fmt: skip


def standing(row: m.Action) -> r.Standing:
    """Its computed axes, as they are today."""
    axes = row.axes
    done = axes.completion
    return {
        "timeliness": axes.timeliness.value,
        "completion": {
            "done": done.done, "of": done.of, "steps_done": done.steps_done, "steps": done.steps,
            "by_hand": done.by_hand,
        },
        "result": axes.result.value,
    }  # fmt: skip


def answered(row: m.Action) -> list[r.AnsweredMeasure]:
    return [
        {"measure": each.measure.number, "letter": each.letter, "in_part": each.in_part}
        for each in row.answered.all()
    ]


def owners(row: m.Action) -> list[r.Owner]:
    return [
        {"organisation": each.organisation.slug, "role": each.role, "share": each.share}
        for each in row.owners.all()
    ]


def milestones(row: m.Action) -> list[r.Milestone]:
    return [
        {
            "place": place, "title": words(each.title), "due_date": day(each.due_date),
            "done_date": day(each.done_date), "weight": each.weight,
        }
        for place, each in enumerate(row.milestones.all(), start=1)
    ]  # fmt: skip


def budgets(row: m.Action) -> list[r.Budget]:
    return [
        {
            "year": each.year, "planned": each.planned, "committed": each.committed, "paid": each.paid,
            "source": each.source,
        }
        for each in row.budgets.all()
    ]  # fmt: skip


def date_changes(row: m.Action) -> list[r.DateChange]:
    return [
        {
            "place": place, "which": each.which, "before": each.before.isoformat(), "after": day(each.after),
            "reason": each.reason, "changed_date": each.changed_date.isoformat(),
            "organisation": each.organisation.slug if each.organisation else None,
        }
        for place, each in enumerate(row.date_changes.all(), start=1)
    ]  # fmt: skip


def absorptions(row: m.Action) -> list[r.Absorption]:
    return [
        {
            "place": place, "into": words(each.into),
            "document": each.document.slug if each.document else None, "since_date": day(each.since_date),
            "until_date": day(each.until_date), "reason": words(each.reason), "source": each.source,
        }
        for place, each in enumerate(row.absorptions.all(), start=1)
    ]  # fmt: skip


def level_requests(row: m.Action) -> list[r.LevelRequest]:
    return [
        {
            "place": place, "level": each.level, "addressee": each.addressee, "words": words(each.words),
            "asked_date": each.asked_date.isoformat(), "due_date": day(each.due_date), "reply": each.reply,
            "reply_date": day(each.reply_date), "reply_words": words(each.reply_words),
            "reply_source": each.reply_source,
        }
        for place, each in enumerate(row.level_requests.all(), start=1)
    ]  # fmt: skip


def data_gap(gap: m.DataGap, place: int) -> r.DataGap:
    return {
        "place": place, "measure": gap.measure.number if gap.measure else None,
        "wanted": words(gap.wanted), "owner": gap.owner.slug if gap.owner else None,
        "due_date": day(gap.due_date), "state": gap.state, "outcome": words(gap.outcome),
        "closed_date": day(gap.closed_date), "source": gap.source,
    }  # fmt: skip


def data_gaps(row: m.Action) -> list[r.DataGap]:
    return [data_gap(gap, place) for place, gap in enumerate(row.data_gaps.all(), start=1)]


def facts(row: m.Action) -> list[r.Fact]:
    return [
        {"place": place, "words": words(each.words), "date": each.date, "source": each.source}
        for place, each in enumerate(row.facts.all(), start=1)
    ]
