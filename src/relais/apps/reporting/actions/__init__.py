"""Every act of the yearly round. Each asks permission, writes with the trail, in one transaction."""

from relais.apps.reporting.actions.evidence import attach_file, attach_link, remove_evidence
from relais.apps.reporting.actions.judging import (
    reopen_report,
    return_report,
    validate_report,
    validate_reports,
)
from relais.apps.reporting.actions.rounds import close_round, open_round
from relais.apps.reporting.actions.stating import state_voice
from relais.apps.reporting.actions.writing import save_draft, submit_report

__all__ = [
    "attach_file",
    "attach_link",
    "close_round",
    "open_round",
    "remove_evidence",
    "reopen_report",
    "return_report",
    "save_draft",
    "state_voice",
    "submit_report",
    "validate_report",
    "validate_reports",
]
