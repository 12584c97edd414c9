"""Who was asked, what was answered, who is silent: for programs."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema
from typing_extensions import TypedDict

from relais.apps.coordination.models import Ask, AskAnswer
from relais.apps.coordination.vocabulary import AskState
from relais.apps.plan.reading import words
from relais.apps.plan.records import Words

router = Router()


class AskStep(TypedDict):
    """One thing that happened to an ask: an answer, or the cell withdrew it or asked again."""

    reply: Annotated[str, Field(examples=["conditions"])]
    organisation: Annotated[str, Field(description="slug of the organisation that said it")]
    reason: Annotated[Words, Field(description="in the language in which it was written")]
    date: str
    old_due_date: Annotated[str | None, Field(description="the date that asking again replaced")]
    new_due_date: str | None


class ListedAsk(TypedDict):
    """The cell asks an actor to carry a measure or to share in it. `state` is that of today."""

    actor: Annotated[str, Field(description="slug of the actor", examples=["actiris"])]
    measure: Annotated[int, Field(examples=[16])]
    letter: Annotated[str, Field(description="of the part; empty for the whole measure")]
    kind: Annotated[str, Field(description="carry or share", examples=["carry"])]
    words: Annotated[Words, Field(description="what is asked")]
    asked_date: str
    due_date: str
    state: Annotated[str, Field(description=", ".join(AskState.values), examples=["silent"])]
    is_fictional: bool
    steps: Annotated[list[AskStep], Field(description="oldest first")]


def _several(about: str, example: str) -> Any:
    return Field(default=[], description=about, json_schema_extra={"example": [example]})


class AskQuery(Schema):
    """Filters may be repeated: values of one filter are alternatives, filters narrow one another."""

    state: list[str] = _several(", ".join(AskState.values), "silent")
    measure: list[str] = _several("number of a measure", "16")
    actor: list[str] = _several("slug of an actor", "actiris")


@router.get("/asks", response=list[ListedAsk], operation_id="list_asks", tags=["Asks"],
            summary="Who was asked, all or filtered")  # fmt: skip
def list_asks(request: HttpRequest, filters: Query[AskQuery]) -> Any:
    """By measure, each with its state today and every step. A value that no ask has gives an empty list."""
    today = timezone.localdate()
    found = [(ask, ask.state(today)) for ask in Ask.objects.whole()]
    return [
        _ask(ask, state)
        for ask, state in found
        if (not filters.state or state in filters.state)
        and (not filters.measure or str(ask.measure.number) in filters.measure)
        and (not filters.actor or ask.actor.slug in filters.actor)
    ]


def _ask(ask: Ask, state: AskState) -> ListedAsk:
    return {
        "actor": ask.actor.slug, "measure": ask.measure.number, "letter": ask.letter, "kind": ask.kind,
        "words": words(ask.words), "asked_date": ask.asked_date.isoformat(),
        "due_date": ask.due_date.isoformat(), "state": state.value, "is_fictional": ask.is_fictional,
        "steps": [_step(step) for step in ask.answers.all()],
    }  # fmt: skip


def _step(step: AskAnswer) -> AskStep:
    return {
        "reply": step.reply, "organisation": step.organisation.slug,
        "reason": words({step.language: step.reason}), "date": step.answered_date.isoformat(),
        "old_due_date": step.old_due_date.isoformat() if step.old_due_date else None,
        "new_due_date": step.new_due_date.isoformat() if step.new_due_date else None,
    }  # fmt: skip
