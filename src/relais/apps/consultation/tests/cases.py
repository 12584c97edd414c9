"""What the acts of consultations are about, for the matrix of permissions (tests/permissions)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from relais.apps.consultation.models import Consultation
from relais.apps.consultation.tests.make import DAY, make_answer, make_consultation, make_opinion
from relais.apps.consultation.vocabulary import Moderation, State

if TYPE_CHECKING:
    from tests.permissions.stage import Stage


def _answered_by_own(stage: Stage, state: str = State.PUBLISHED, **fields: Any) -> Consultation:
    """The member and the referent belong to the authority."""
    closed = timezone.localdate() if state == State.CLOSED else None
    given = {"authority": stage.own, "state": state, "closed_date": closed, **fields}
    return make_consultation("case", invited=(stage.other.slug,), **given)


def _inviting_own(stage: Stage, **fields: Any) -> Consultation:
    """The member and the referent belong to an organisation that is invited."""
    return make_consultation("case", invited=(stage.own.slug,), **fields)


def _with_opinion(stage: Stage) -> Consultation:
    found = _answered_by_own(stage, opens=timezone.localdate() - 12 * DAY)
    make_answer(make_opinion(found.points.all()[0]))
    make_opinion(found.points.all()[0], moderation=Moderation.WAITING)
    return found


def _slug(found: Consultation) -> tuple[str]:
    return (found.slug,)


CASES = {
    "in preparation": lambda stage: (_answered_by_own(stage, State.PREPARATION),),
    "published": lambda stage: (_answered_by_own(stage),),
    "closed": lambda stage: (_answered_by_own(stage, State.CLOSED),),
    "invited": lambda stage: (_inviting_own(stage, is_public=False), stage.own.pk),
    "not invited": lambda stage: (make_consultation("case", is_public=False), stage.own.pk),
    "open to the public": lambda stage: (make_consultation("case"), stage.own.pk),
    "for the public": lambda stage: (make_consultation("case"),),
    "for invited organisations": lambda stage: (make_consultation("case", is_public=False),),
}

PAGES = {
    **dict.fromkeys(
        ("consultation:edit", "consultation:open", "consultation:new-point"),
        lambda stage: _slug(_answered_by_own(stage, State.PREPARATION)),
    ),
    **dict.fromkeys(
        ("consultation:edit-point", "consultation:remove-point"),
        lambda stage: (*_slug(_answered_by_own(stage, State.PREPARATION)), 1),
    ),
    **dict.fromkeys(
        (
            "consultation:stages", "consultation:invite", "consultation:close", "consultation:moderation",
            "consultation:answers", "consultation:new-change", "consultation:file",
            "consultation:opinions-file",
            "consultation:edit: published",
        ),
        lambda stage: _slug(_answered_by_own(stage)),
    ),
    "consultation:give": lambda stage: (*_slug(_inviting_own(stage, is_public=False)), 1),
    "consultation:moderate": lambda stage: (*_slug(_with_opinion(stage)), 1, 2),
    "consultation:revise": lambda stage: (
        *_slug(found := _with_opinion(stage)), found.answers.get().pk
    ),
}  # fmt: skip
