"""Consultations as plain rows for the freeze of a year, for exports and for the API. No persons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from relais.apps.consultation.gathering import asked
from relais.apps.consultation.models import Answer, Change, Consultation, Opinion, Point, Stage
from relais.apps.sheets.plain import day
from relais.apps.sheets.tables import Table, table

CONSULTATION = "slug title* intro* theme measure action authority is_public state closed_date is_fictional"
STAGE = "consultation kind from_date to_date"
INVITEE = "consultation organisation invited_date points_answered"
POINT = "consultation number title* words* measure part"
OPINION = (
    "consultation point number organisation giver position words wording language given_date moderation "
    "hidden_reason is_redacted platform answer"
)
ANSWER = "consultation number organisation verdict reason language answered_date"
CHANGE = "consultation number organisation words language noted_date action measure other_measure opinions[]"


def tables() -> list[Table]:
    """Every row that this room declares, of published consultations: seven tables.

    Opinions are those that a moderator has read: of hidden ones the words are left out, the count is not.
    """
    every = list(Consultation.objects.published().whole().order_by("slug"))
    opinions = Opinion.objects.counted().filter(point__consultation__in=every).whole()
    answers = Answer.objects.filter(consultation__in=every).select_related("consultation", "organisation")
    changes = Change.objects.whole().filter(consultation__in=every).select_related("consultation")
    return [
        table("consultations", "what was put to opinion, and who answers", "slug", CONSULTATION,
              map(consultation_row, every)),
        table("consultation_stages", "from when to when what may be done", "consultation kind", STAGE,
              (stage_row(c, stage) for c in every for stage in c.stages.all())),
        table("consultation_invitees", "who was invited, and on how many points it gave its opinion",
              "consultation organisation", INVITEE, (row for c in every for row in invitee_rows(c))),
        table("consultation_points", "texts put to opinion", "consultation number", POINT,
              (point_row(c, point) for c in every if c.shows_points for point in c.points.all())),
        table("consultation_opinions", "opinions that a moderator has read", "consultation point number",
              OPINION, map(opinion_row, opinions)),
        table("consultation_answers", "what the authority answered", "consultation number", ANSWER,
              map(answer_row, answers.order_by("consultation__slug", "number"))),
        table("consultation_changes", "what accepted opinions led to", "consultation number", CHANGE,
              map(change_row, changes)),
    ]  # fmt: skip


def consultation_row(consultation: Consultation) -> dict[str, Any]:
    theme, measure, action = consultation.theme, consultation.measure, consultation.action
    return {
        "slug": consultation.slug, "title": consultation.title, "intro": consultation.intro,
        "theme": theme.number if theme else None, "measure": measure.number if measure else None,
        "action": action.code if action and not action.is_draft else None,
        "authority": consultation.authority.slug, "is_public": consultation.is_public,
        "state": consultation.state, "closed_date": day(consultation.closed_date),
        "is_fictional": consultation.is_fictional,
    }  # fmt: skip


def stage_row(consultation: Consultation, stage: Stage) -> dict[str, Any]:
    return {
        "consultation": consultation.slug, "kind": stage.kind, "from_date": day(stage.from_date),
        "to_date": day(stage.to_date),
    }  # fmt: skip


def invitee_rows(consultation: Consultation) -> Iterable[dict[str, Any]]:
    for each in asked(consultation):
        yield {
            "consultation": consultation.slug, "organisation": each.invitee.organisation.slug,
            "invited_date": day(each.invitee.invited_date), "points_answered": each.given,
        }  # fmt: skip


def point_row(consultation: Consultation, point: Point) -> dict[str, Any]:
    return {
        "consultation": consultation.slug, "number": point.number, "title": point.title,
        "words": point.words, "measure": point.measure.number if point.measure else None, "part": point.part,
    }  # fmt: skip


def opinion_row(opinion: Opinion) -> dict[str, Any]:
    """Needs `point.consultation`, `organisation` and `answer`. Of a hidden one without its words."""
    is_shown = opinion.is_shown
    return {
        "consultation": opinion.point.consultation.slug, "point": opinion.point.number,
        "number": opinion.number, "organisation": opinion.organisation.slug if opinion.organisation else None,
        "giver": opinion.giver, "position": opinion.position,
        "words": opinion.words or None if is_shown else None,
        "wording": opinion.wording or None if is_shown else None,
        "language": opinion.language, "given_date": day(opinion.given_date),
        "moderation": opinion.moderation, "hidden_reason": opinion.hidden_reason,
        "is_redacted": opinion.is_redacted, "platform": opinion.platform,
        "answer": opinion.answer.number if opinion.answer else None,
    }  # fmt: skip


def answer_row(answer: Answer) -> dict[str, Any]:
    return {
        "consultation": answer.consultation.slug, "number": answer.number,
        "organisation": answer.organisation.slug, "verdict": answer.verdict, "reason": answer.reason,
        "language": answer.language, "answered_date": day(answer.answered_date),
    }  # fmt: skip


def change_row(change: Change) -> dict[str, Any]:
    action = change.action if change.action and not change.action.is_draft else None
    return {
        "consultation": change.consultation.slug, "number": change.number,
        "organisation": change.organisation.slug, "words": change.words, "language": change.language,
        "noted_date": day(change.noted_date), "action": action.code if action else None,
        "measure": change.measure.number if change.measure else None,
        "other_measure": change.other_measure.number if change.other_measure else None,
        "opinions": [opinion.code for opinion in change.opinions.all()],
    }  # fmt: skip
