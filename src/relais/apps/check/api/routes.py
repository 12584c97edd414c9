"""What the catalogue offers to programs: rights, amounts by date, and the evaluation of a household."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Field, Path, Query, Router, Schema
from ninja.errors import HttpError
from pydantic import AfterValidator

from relais.apps.check import catalogue
from relais.apps.check.api import reading
from relais.apps.check.api import records as r
from relais.apps.check.api.evaluating import evaluated
from relais.apps.check.api.posted import MEDIA_TYPE, posted_household
from relais.apps.check.household import schema
from relais.core.rights.problems import WrongInput

router = Router()

RightName = Annotated[
    str, Field(json_schema_extra={"example": "child_benefit", "description": "name of a right"})
]
BODY = {
    "requestBody": {
        "required": True,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Household"}}},
    }
}


def _real(day: str) -> str:
    dt.date.fromisoformat(day)
    return day


Day = Annotated[
    str,
    AfterValidator(_real),
    Field(pattern=r"^\d{4}-\d\d-\d\d$", json_schema_extra={"format": "date"}),
]
EXAMPLE: dict[str, Any] = {"example": "2025-02-01"}


class DayQuery(Schema):
    """Without a day, today."""

    date: Day | None = Field(None, description="the law of this day", json_schema_extra=EXAMPLE)


class ParameterQuery(Schema):
    """Without a day, amounts through time."""

    date: Day | None = Field(
        None, description="amounts as they are on this day, where they are known", json_schema_extra=EXAMPLE
    )
    right: list[str] = Field(
        [], description="name of a right; may be repeated", json_schema_extra={"example": ["child_benefit"]}
    )


class EvaluateQuery(Schema):
    """How a household is evaluated. Nothing of the household itself stands in an address."""

    use_last: bool = Field(False, description="use the last known amount where that of the day is not known")
    language: Literal["nl", "fr", "en"] = Field("en", description="of the words in the answer")
    explain: bool = Field(False, description="also every value with its rule, conditions and sources")


@router.get("/rights", response=list[r.Right], operation_id="list_rights", tags=["Rights"],
            summary="The rights of the catalogue")  # fmt: skip
def list_rights(request: HttpRequest) -> Any:
    """By name: what each is, who grants it, how to ask for it, and what is not computed."""
    return reading.rights()


@router.get("/rights/parameters", response=list[r.Parameter], operation_id="list_parameters", tags=["Rights"],
            summary="Amounts of the law, through time or on a day")  # fmt: skip
def list_parameters(request: HttpRequest, query: Query[ParameterQuery]) -> Any:
    """Every amount with its source. On a day of which none was found `amounts` is empty: none is guessed."""
    date = dt.date.fromisoformat(query.date) if query.date else None
    return reading.parameters(query.right, date)


@router.get("/rights/schema", response=dict[str, Any], operation_id="get_household_schema", tags=["Rights"],
            summary="The JSON Schema of a household")  # fmt: skip
def get_household_schema(request: HttpRequest, query: Query[DayQuery]) -> Any:
    """What can be told of persons and of the household, with every question; on a day, or today."""
    try:
        law = catalogue.law(dt.date.fromisoformat(query.date) if query.date else timezone.localdate())
    except WrongInput as error:
        raise HttpError(422, str(error)) from None
    return schema(law)


@router.post("/rights/evaluate", response=r.Evaluated, operation_id="evaluate_rights", tags=["Rights"],
             summary="What a household is entitled to", openapi_extra=BODY)  # fmt: skip
def evaluate_rights(request: HttpRequest, query: Query[EvaluateQuery]) -> Any:
    """A household as `relais rights check` reads it: nothing of it is kept, logged or sent on.

    What is not told is not guessed: a right then depends on it, and says so. Information, not a decision.
    """
    try:
        return evaluated(posted_household(request), **query.dict())
    except WrongInput as error:
        raise HttpError(422, str(error)) from None


@router.get("/rights/{slug:name}", response=r.WholeRight, operation_id="get_right", tags=["Rights"],
            summary="One right")  # fmt: skip
def get_right(request: HttpRequest, name: Path[RightName]) -> Any:
    """With its rules, what it asks, and its amounts through time."""
    found = reading.whole_right(name)
    if found is None:
        raise Http404(f"There is no right “{name}”.")
    return found
