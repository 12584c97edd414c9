"""How every address of the API answers: to anyone, always in JSON; to GET with an ETag, to POST unkept."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, set_response_etag

from relais.faces.api.problems import problem, problem_of

METHODS = {"GET": "GET, HEAD, OPTIONS", "POST": "POST, OPTIONS"}
PREFLIGHT = {
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
    "Cross-Origin-Resource-Policy": "cross-origin",
}

View = Callable[..., HttpResponseBase]


def answering(view: View, method: str = "GET") -> View:
    """`view`, which knows only `method`, as a public address of the API. POST changes nothing either."""
    allowed = METHODS[method]

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        match request.method:
            case "OPTIONS":
                said = {"Allow": allowed, "Access-Control-Allow-Methods": allowed}
                response: HttpResponseBase = HttpResponse(headers=PREFLIGHT | said)
            case "GET" if method == "GET":
                response = _conditional(request, _asked(view, request, *args, **kwargs))
            case "HEAD" if method == "GET":
                response = _head(view, request, *args, **kwargs)
            case "POST" if method == "POST":
                response = _asked(view, request, *args, **kwargs)
                response["Cache-Control"] = "no-store"
            case _:
                response = problem(request, HTTPStatus.METHOD_NOT_ALLOWED, f"Here one may ask: {allowed}.")
                response["Allow"] = allowed
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
