"""Who is asking: on every request, without touching the session of a reader who has none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.functional import SimpleLazyObject

from relais.apps.accounts.who import NOBODY, Who


def who_asks(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give every request its `who`; what a signed-in person sees is kept by no cache."""

    def middleware(request: HttpRequest) -> HttpResponse:
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        request.who = SimpleLazyObject(lambda: _who(request)) if has_session else NOBODY  # type: ignore[attr-defined]
        response = get_response(request)
        if has_session:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware


def _who(request: HttpRequest) -> Who:
    return request.user.who() if request.user.is_authenticated else NOBODY


class ClosedByDefault(LoginRequiredMiddleware):
    """Every page asks for an account unless its view is marked `login_not_required`.

    Django's own looks at the session first, which would mark public pages as different for each reader.
    """

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., Any], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)
