"""Forms of the yearly round: they validate, and never save."""

from relais.apps.reporting.forms.evidence import FileForm, LinkForm
from relais.apps.reporting.forms.judging import ReasonForm, ReviewForm
from relais.apps.reporting.forms.reports import PROPOSAL, ReportForm
from relais.apps.reporting.forms.rounds import ButtonForm, ChosenReportsForm, RoundForm
from relais.apps.reporting.forms.voices import StatementForm

__all__ = [
    "PROPOSAL",
    "ButtonForm",
    "ChosenReportsForm",
    "FileForm",
    "LinkForm",
    "ReasonForm",
    "ReportForm",
    "ReviewForm",
    "RoundForm",
    "StatementForm",
]
