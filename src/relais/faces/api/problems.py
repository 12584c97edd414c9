"""What the API says when it cannot answer: RFC 9457, one shape for every error."""

from __future__ import annotations

import json
import logging
from http import HTTPStatus
from traceback import format_exception, format_tb
from typing import Annotated

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import HttpError, ValidationError
from pydantic import BaseModel, Field

MEDIA_TYPE = "application/problem+json"

log = logging.getLogger(__name__)


class Problem(BaseModel):
    """An error, as RFC 9457 describes it."""

    type: Annotated[
        str, Field(description="about:blank: the status says what kind it is", examples=["about:blank"])
    ]
    title: Annotated[str, Field(description="the kind of problem", examples=["Not Found"])]
    status: Annotated[int, Field(description="the HTTP status", examples=[404])]
    detail: Annotated[
        str, Field(description="what is wrong this time", examples=["There is no measure 999."])
    ]
    instance: Annotated[str, Field(description="what was asked", examples=["/api/v1/measures/999"])]


def problem(request: HttpRequest, status: HTTPStatus, detail: str) -> HttpResponse:
    """The answer that says what is wrong."""
    said = {
        "type": "about:blank",
        "title": status.phrase,
        "status": status.value,
        "detail": detail,
        "instance": request.get_full_path(),
    }
    return HttpResponse(json.dumps(said), status=status, content_type=MEDIA_TYPE)


def _where(request: HttpRequest, error: Exception | type[Exception]) -> str:
    """Where it failed. Words of an error may hold what a family told in a POST: those are left out."""
    if request.method == "POST" and isinstance(error, Exception):
        return "".join([*format_tb(error.__traceback__), type(error).__name__])
    return "".join(format_exception(error)) if isinstance(error, Exception) else error.__name__


def problem_of(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
    """The answer to an exception. One that nobody expected is logged, and its words stay here."""
    match error:
        case Http404():
            return problem(request, HTTPStatus.NOT_FOUND, str(error) or "There is nothing at this address.")
        case ValidationError():
            wrong = "; ".join(f"{each['loc'][-1]}: {each['msg']}" for each in error.errors)
            return problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, wrong)
        case HttpError():
            return problem(request, HTTPStatus(error.status_code), error.message)
        case SuspiciousOperation():
            return problem(request, HTTPStatus.BAD_REQUEST, "This request cannot be read.")
    log.error("The API failed on %s\n%s", request.path, _where(request, error))
    return problem(
        request, HTTPStatus.INTERNAL_SERVER_ERROR, "This is our mistake. It has been written down."
    )
