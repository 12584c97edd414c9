"""Actions that anyone may read, for programs, under the names of the freezes."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Field, Path, Query, Router, Schema

from relais.apps.coordination import models as m
from relais.apps.coordination import reading
from relais.apps.coordination import records as r
from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.forms.filters import ActionFilters
from relais.apps.coordination.models.lines import lines
from relais.apps.plan.vocabulary import Level

router = Router()

ActionCode = Annotated[
    str, Field(json_schema_extra={"example": "example", "description": "code of an action"})
]


class ListedAction(r.Action, r.Standing):
    """An action as the list has it, with what is computed of it today."""

    answers: Annotated[list[r.AnsweredMeasure], Field(description="measures that it answers")]
    owners: list[r.Owner]


class WholeAction(ListedAction):
    """An action with all that hangs on it."""

    milestones: list[r.Milestone]
    budgets: list[r.Budget]
    date_changes: list[r.DateChange]
    absorptions: list[r.Absorption]
    level_requests: list[r.LevelRequest]
    data_gaps: list[r.DataGap]
    facts: list[r.Fact]
    parts: Annotated[list[str], Field(description="codes of actions that are a part of it")]


def _several(about: str, example: str) -> Any:
    return Field(default=[], description=about, json_schema_extra={"example": [example]})


def _known(values: list[str]) -> str:
    return ", ".join(values)


class ActionQuery(Schema):
    """Every filter may be repeated: values of one filter are alternatives, filters narrow one another."""

    q: str = Field("", description="words that all begin a word of a code, title, description or owner, in "
                   "any language; accents and capitals do not matter",
                   json_schema_extra={"example": "label"})  # fmt: skip
    theme: list[str] = _several("number of a theme", "5")
    measure: list[str] = _several("number of a measure that it answers", "16")
    owner: list[str] = _several("slug of an organisation, or unknown", "unknown")
    level: list[str] = _several(_known([*Level.values, "unknown"]), "region")
    decision: list[str] = _several(_known(v.Decision.values), "adopted")
    phase: list[str] = _several(_known(v.Phase.values), "running")
    timeliness: list[str] = _several(_known(v.Timeliness.values), "late")
    result: list[str] = _several(_known(v.Result.values), "unknown")
    target: list[str] = _several(_known([*v.Target.values, "unknown"]), "all")
    origin: list[str] = _several(_known(v.Origin.values), "declared")


@router.get("/actions", response=list[ListedAction], operation_id="list_actions", tags=["Actions"],
            summary="The actions, all or filtered")  # fmt: skip
def list_actions(request: HttpRequest, filters: Query[ActionQuery]) -> Any:
    """In order, with the filters of the site. A value that no action has gives an empty list."""
    asked = ActionFilters.read(request.GET)
    every = lines(m.Action.objects.published(), timezone.localdate(), with_descriptions=bool(asked.words))
    rows = m.Action.objects.published() if asked.is_empty else m.Action.objects.filter(
        pk__in=[line.pk for line in asked.apply(every).items]
    )  # fmt: skip
    return [_listed(row) for row in rows.in_order().whole().select_related("parent", "completion_said_by")]


@router.get("/actions/{slug:code}", response=WholeAction, operation_id="get_action", tags=["Actions"],
            summary="One action")  # fmt: skip
def get_action(request: HttpRequest, code: Path[ActionCode]) -> Any:
    """With its steps, money, moved dates, requests to other levels, missing figures and public sources."""
    row = m.Action.objects.published().for_page().filter(code=code).first()
    if row is None:
        raise Http404(f"There is no action “{code}”.")
    return {
        **_listed(row),
        "milestones": reading.milestones(row),
        "budgets": reading.budgets(row),
        "date_changes": reading.date_changes(row),
        "absorptions": reading.absorptions(row),
        "level_requests": reading.level_requests(row),
        "data_gaps": reading.data_gaps(row),
        "facts": reading.facts(row),
        "parts": [part.code for part in row.sub_actions.all() if not part.is_draft],
    }


def _listed(row: m.Action) -> dict[str, Any]:
    return {
        **reading.action(row), **reading.standing(row), "answers": reading.answered(row),
        "owners": reading.owners(row),
    }  # fmt: skip
