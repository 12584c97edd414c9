"""The acts of the yearly round, in the words of the public change log."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relais.apps.audit.subjects import Kind
from relais.apps.audit.verb import Verb
from relais.apps.reporting.models import Report

ROUND_OPENED = Verb(
    "round-opened", _("%(organisation)s opened the round %(round)s and asked for %(reports)s reports")
)
ROUND_CLOSED = Verb(
    "round-closed",
    _("%(organisation)s closed the round %(round)s: %(silent)s of %(reports)s reports never came"),
)
REPORT_SAVED = Verb(
    "report-saved", _("%(organisation)s worked on its report for the round %(round)s"), is_public=False
)
REPORT_SUBMITTED = Verb(
    "report-submitted", _("%(organisation)s submitted its report for the round %(round)s")
)
REPORT_RETURNED = Verb(
    "report-returned",
    _("%(organisation)s returned the report for the round %(round)s with a note"),
    is_public=False,
)
REPORT_VALIDATED = Verb(
    "report-validated", _("%(organisation)s validated the report for the round %(round)s")
)
REPORTS_VALIDATED = Verb(
    "reports-validated",
    _("%(organisation)s validated %(reports)s reports of the round %(round)s at once"),
    is_public=False,
)
REPORT_REOPENED = Verb("report-reopened", _("%(organisation)s reopened the report for the round %(round)s"))
REPORTS_FILE_TAKEN = Verb(
    "reports-file-taken",
    _("%(organisation)s sent a workbook for the round %(round)s: %(changed)s reports changed, %(unchanged)s "
      "as they were"),
    is_public=False,
)  # fmt: skip
EVIDENCE_ATTACHED = Verb(
    "evidence-attached",
    _("%(organisation)s added evidence to its report for the round %(round)s"),
    is_public=False,
)
EVIDENCE_REMOVED = Verb(
    "evidence-removed",
    _("%(organisation)s removed evidence from the report for the round %(round)s"),
    is_public=False,
)
OWNER_STATED = Verb("owner-stated", _("%(organisation)s, who carries it, said how far it is"))
OBSERVER_STATED = Verb("observer-stated", _("%(organisation)s, as an observer, gave its opinion"))

Kind("round", pgettext_lazy("thing", "round"), page="reporting:round")
Kind(
    "report",
    pgettext_lazy("thing", "report"),
    page="reporting:report",
    arguments=lambda key: tuple(reversed(key.split(":"))),
    names=Report.objects.names,
)
