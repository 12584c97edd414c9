"""Why the owners of a report cannot write in it now, and what would let them."""

from __future__ import annotations

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from relais.apps.reporting.models import Report
from relais.apps.reporting.vocabulary import ReportState


def why_closed(report: Report) -> str:
    """In words, for a report that is not open."""
    if report.state == ReportState.VALIDATED:
        return _("This report was validated: the cell can reopen it, for a reason.")
    if report.locked_at:
        words = _("The round was closed on %(day)s: the cell can reopen a report, for a reason.")
        return words % {"day": date_format(timezone.localdate(report.locked_at))}
    return _("This report was submitted: the cell can return it, with a note.")
