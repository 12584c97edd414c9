"""One way for every page that takes a file of rows: say what each would do, or take them all and go on."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from relais.apps.accounts.forms.byfile import FileOfRows
from relais.apps.audit.actions import AlreadyDone
from relais.apps.sheets.verdicts import Judgement


def take_or_show(
    request: HttpRequest, form: FileOfRows[Any], take: Callable[[], Judgement], *, done: str, template: str,
    context: dict[str, Any] | None = None,
) -> HttpResponse:  # fmt: skip
    """POST does `take`; a file that was taken leads to the address `done` (303), and so does one sent twice.

    Else the verdicts stand above the form: 200 for a check of a sound file, 422 where something is refused.
    Templates include "ui/verdicts.html" (`judgement`) and "ui/act.html".
    """
    judgement = None
    if request.method == "POST" and form.is_valid():
        try:
            judgement = take()
        except AlreadyDone:
            messages.info(request, _("This file was taken already. Nothing was done twice."))
            return HttpResponseRedirect(done, status=HTTPStatus.SEE_OTHER)
        except ValidationError as error:
            form.add_error(None, error)
    if judgement and judgement.is_sound and not form.cleaned_data["only_check"]:
        messages.success(request, _in_words(judgement))
        return HttpResponseRedirect(done, status=HTTPStatus.SEE_OTHER)
    is_refused = bool(form.errors) or (judgement is not None and not judgement.is_sound)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_refused else HTTPStatus.OK
    return render(request, template, {**(context or {}), "form": form, "judgement": judgement}, status=status)


def _in_words(judgement: Judgement) -> str:
    counts = {outcome.value: count for outcome, count in judgement.counts.items()}
    return _("Rows taken: %(new)s new, %(changed)s changed, %(unchanged)s as they were.") % counts
