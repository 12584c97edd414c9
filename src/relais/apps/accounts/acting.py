"""One way for every form that writes: act, go on; or say what is wrong, and lose nothing that was typed."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import AlreadyDone, Conflict

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

SAVED = _("Saved.")


def who_is(request: HttpRequest) -> Who:
    """The person behind this request; NOBODY for a reader (see middleware.py)."""
    return request.who  # type: ignore[attr-defined, no-any-return]


def act_or_show(
    request: HttpRequest, form: ActForm, act: Callable[[], str], *, template: str,
    context: dict[str, Any] | None = None, says: str | _StrPromise = "",
) -> HttpResponse:  # fmt: skip
    """GET shows the form. POST does `act`, which gives the address to go to, and goes there (303).

    `says` is told on the page that follows. A form sent twice goes where the first one went, or back to the
    page. A conflict shows both versions (409), a mistake its reason (422). Refusals pass through: the house
    answers 403. Templates include "ui/act.html".
    """
    status = HTTPStatus.OK
    if request.method == "POST":
        if form.is_valid():
            try:
                done = HttpResponseRedirect(act(), status=HTTPStatus.SEE_OTHER)
                if says:
                    messages.success(request, says)
                return done
            except AlreadyDone:
                return HttpResponseRedirect(request.get_full_path(), status=HTTPStatus.SEE_OTHER)
            except Conflict as conflict:
                form.show(conflict)
                status = HTTPStatus.CONFLICT
            except ValidationError as error:
                form.add_error(None, error)
        if form.errors:
            status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, template, {**(context or {}), "form": form}, status=status)


def try_or_show(
    request: HttpRequest, form: ActForm, attempt: Callable[[], dict[str, Any]], *, template: str
) -> HttpResponse:
    """POST makes the `attempt`, which keeps nothing and gives what to show above the form, to be sent again.

    A mistake shows its reason (422).
    """
    tried: dict[str, Any] = {}
    if form.is_valid():
        try:
            tried = attempt()
        except ValidationError as error:
            form.add_error(None, error)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, template, {**tried, "form": form}, status=status)
