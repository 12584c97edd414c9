"""What the yearly round offers to programs: rounds with their counts, and what validated reports say."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from relais.apps.reporting import frozen
from relais.apps.reporting.models import Report, Round
from relais.apps.sheets.plain import possible

router = Router()

Words = dict[str, str]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
Told = Annotated[str | None, Field(description="told, nothing or unknown")]
Euro = Annotated[int | None, Field(description="EUR of the period; null: not known")]


def _count(about: str) -> Any:
    return Field(description=about)


class YearlyRound(Schema):
    """A year in which every action was asked for a report. The five counts add up to `asked`."""

    label: str
    period_from: Day
    period_to: Day
    due_date: Day
    opened_date: Day
    closed_date: Annotated[Day | None, Field(description="null: still open")]
    asked: Annotated[int, _count("how many actions were asked for a report")]
    validated: Annotated[int, _count("reports that the coordination cell validated")]
    submitted: Annotated[int, _count("submitted, not validated yet")]
    returned: Annotated[int, _count("returned to their owners with a note")]
    awaited: Annotated[int, _count("not submitted, due date not passed")]
    silent: Annotated[int, _count("never submitted, due date passed or round closed")]
    is_fictional: bool


class ValidatedReport(Schema):
    """The five standing questions as one action answered them, in the language it wrote in."""

    round: str
    action: Annotated[str, Field(description="code of the action")]
    standing: str
    submitted_by: Annotated[str, Field(description="slug of the organisation that signed it")]
    submitted_date: Day
    validated_by: str
    validated_date: Day
    language: str
    done_answer: Told
    done: Words | None
    spent_answer: Told
    spent: Words | None
    planned: Euro
    committed: Euro
    paid: Euro
    worked_answer: Told
    worked: Words | None
    staff: Annotated[str | None, Field(description="full-time equivalents")]
    partners: str | None
    stalled_answer: Told
    stalled: Words | None
    cause: Annotated[str | None, Field(description="main cause of what did not start")]
    next_answer: Told
    next: Words | None
    decision: Annotated[str | None, Field(description="null: the report proposed no change; so for the next")]
    phase: str | None
    completion: Annotated[int | None, Field(description="work done, of 100")]
    completion_reason: str | None
    result_value: str | None
    result_date: Day | None
    result_source: str | None
    is_fictional: bool


class ReportQuery(Schema):
    """Both may be repeated: values of one are alternatives."""

    round: list[str] = Field([], description="label of a round", json_schema_extra={"example": ["2026"]})
    action: list[str] = Field([], description="code of an action", json_schema_extra={"example": ["a-1"]})


@router.get("/rounds", response=list[YearlyRound], operation_id="list_rounds", tags=["Reports"],
            summary="The yearly rounds")  # fmt: skip
def list_rounds(request: HttpRequest) -> Any:
    """Newest first, with how many reports were asked for and how they stand today."""
    return [frozen.round_row(row) for row in Round.objects.counted().newest_first()]


@router.get("/reports", response=list[ValidatedReport], operation_id="list_reports", tags=["Reports"],
            summary="Validated reports, all or filtered")  # fmt: skip
def list_reports(request: HttpRequest, filters: Query[ReportQuery]) -> Any:
    """The newest round first. A value that no report has gives an empty list."""
    rows = Report.objects.validated().whole().newest_first()
    if filters.round:
        rows = rows.filter(round__label__in=possible(filters.round))
    if filters.action:
        rows = rows.filter(action__code__in=possible(filters.action))
    today = timezone.localdate()
    return [frozen.report_row(row, today) for row in rows]
