"""How every address of the API answers: to anyone, to GET alone, with an ETag, always in JSON."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, set_response_etag

from relais.faces.api.problems import problem, problem_of

METHODS = "GET, HEAD, OPTIONS"
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
    "Cross-Origin-Resource-Policy": "cross-origin",
}

View = Callable[..., HttpResponseBase]


def answering(view: View) -> View:
    """`view`, which knows only GET, as a public address of the API."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        match request.method:
            case "OPTIONS":
                response: HttpResponseBase = HttpResponse(headers=PREFLIGHT)
            case "GET":
                response = _conditional(request, _asked(view, request, *args, **kwargs))
            case "HEAD":
                response = _head(view, request, *args, **kwargs)
            case _:
                detail = f"The API only reads: {METHODS}."
                response = problem(request, HTTPStatus.METHOD_NOT_ALLOWED, detail)
                response["Allow"] = METHODS
        for name, value in OPEN.items():
            response[name] = value
        return response

    answer.csrf_exempt = True  # type: ignore[attr-defined]
    return login_not_required(answer)


def _asked(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    try:
        return view(request, *args, **kwargs)
    except Exception as error:
        return problem_of(request, error)


def _conditional(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """304 when the reader has it already. Done here, for Django's own 304 would lose the CORS headers."""
    if response.status_code != HTTPStatus.OK or not isinstance(response, HttpResponse):
        return response
    set_response_etag(response)
    response["Cache-Control"] = "no-cache"
    kept = get_conditional_response(request, etag=response["ETag"], response=response)
    return response if kept is None else kept


def _head(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    request.method = "GET"
    try:
        response = _conditional(request, _asked(view, request, *args, **kwargs))
    finally:
        request.method = "HEAD"
    if isinstance(response, HttpResponse):
        response["Content-Length"] = str(len(response.content))
        response.content = b""
    return response
