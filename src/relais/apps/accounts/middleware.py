"""Who is asking: on every request, without touching the session of a reader who has none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from relais.apps.accounts.views.own import me
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
    if not request.user.is_authenticated:
        return NOBODY
    who = request.user.who()
    return who.held_back() if settings.REQUIRE_SECOND_FACTOR else who


class ClosedByDefault(LoginRequiredMiddleware):
    """Every page asks for an account unless its view is marked `login_not_required`.

    Django's own looks at the session first, which would mark public pages as different for each reader. Who
    must set up a second factor is led there, and nowhere else.
    """

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., Any], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        if not getattr(view_func, "login_required", True):
            return None
        refusal = super().process_view(request, view_func, view_args, view_kwargs)
        if refusal is None and request.who.is_held_back and not _is_for_all(view_func):  # type: ignore[attr-defined]
            return redirect("accounts:me")
        return refusal


def _is_for_all(view: Callable[..., Any]) -> bool:
    """Where a second factor is set up: one's own page, and those of the sign-in library."""
    return view is me or view.__module__.startswith("allauth")
