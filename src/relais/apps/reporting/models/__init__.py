"""Tables of this room, and every way of reading them."""

from relais.apps.reporting.models.evidence import Evidence, EvidenceQuerySet
from relais.apps.reporting.models.report import NARRATIVE, Report, ReportQuerySet
from relais.apps.reporting.models.round import Round, RoundQuerySet
from relais.apps.reporting.models.statement import Statement, StatementQuerySet

__all__ = [
    "NARRATIVE",
    "Evidence",
    "EvidenceQuerySet",
    "Report",
    "ReportQuerySet",
    "Round",
    "RoundQuerySet",
    "Statement",
    "StatementQuerySet",
]
