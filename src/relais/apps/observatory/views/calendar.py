"""The publication calendar: what is expected, what is late, and what came when."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.observatory.registers.calendar import expected, past, undated
from relais.apps.observatory.registers.words import expected_days, month
from relais.apps.sheets.calendars import CONTENT_TYPE
from relais.apps.sheets.calendars import calendar as calendar_of_days


@login_not_required
def calendar(request: HttpRequest) -> HttpResponse:
    """Late, expected, not known when; then releases by month."""
    today, found = timezone.localdate(), expected()
    context = {
        "late": [each for each in found if each.is_late(today)],
        "next": [each for each in found if each.date and not each.is_late(today)],
        "unknown": [each for each in found if not each.date],
        "months": [(month(each), each.releases) for each in past()], "undated": undated(),
    }  # fmt: skip
    return render(request, "observatory/calendar.html", context)


@login_not_required
def calendar_file(_request: HttpRequest) -> HttpResponse:
    """What is expected, for an agenda."""
    content = calendar_of_days(_("Figures on single-parent families"), expected_days(expected()))
    return HttpResponse(content, content_type=CONTENT_TYPE)
