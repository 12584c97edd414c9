"""Who may do what in the yearly round: pure predicates over a person and prefetched rows.

Where a person already chose for which organisation they act, only that organisation counts.
"""

from __future__ import annotations

from collections.abc import Collection

from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.coordination.models import WORKING, Action
from relais.apps.coordination.permissions import can_read_action, is_owner, owner_organisations
from relais.apps.plan.models import Theme
from relais.apps.reporting.models import Evidence, Report
from relais.apps.reporting.vocabulary import ReportState, Voice


def can_run_rounds(who: Who) -> bool:
    """Open and close a round, and see how each report of it stands: the cell."""
    return _acts_as(who, Role.CELL)


def can_read_report(who: Who, report: Report) -> bool:
    """A draft: its owners and the cell. Submitted or returned: the observer too. Validated: anyone."""
    if not can_read_action(who, report.action):
        return False
    if report.state == ReportState.VALIDATED or who.is_cell or is_owner(who, report.action):
        return True
    return report.state != ReportState.DRAFT and who.is_a(Role.OBSERVER)


def can_write_report(who: Who, report: Report) -> bool:
    """Fill it in, back it with evidence, submit it: who speaks for an owner. Not the cell."""
    return _acts_as(who, *WORKING, among=owner_organisations(report.action))


def can_take_reports(who: Who) -> bool:
    """Take the reports of a round as a workbook: those of their organisations, for the cell all."""
    return who.is_a(Role.CELL, *WORKING)


def can_judge_report(who: Who, report: Report) -> bool:
    """Validate it, return it, or reopen it: the cell."""
    return _acts_as(who, Role.CELL)


def can_remove_evidence(who: Who, evidence: Evidence) -> bool:
    """Its owners while they may write; the cell always: what must not be public leaves at once."""
    return can_judge_report(who, evidence.report) or (
        evidence.report.is_open and can_write_report(who, evidence.report)
    )


def can_state(who: Who, voice: str, subject: Action | Theme, owners: Collection[int]) -> bool:
    """Speak: an owner on what it owns (`owners` are the keys of those), an observer on anything.

    The cell speaks in neither voice.
    """
    if isinstance(subject, Action) and subject.is_draft:
        return False
    if voice == Voice.OBSERVER:
        return _acts_as(who, Role.OBSERVER)
    return _acts_as(who, *WORKING, among=owners)


def _acts_as(who: Who, *roles: Role, among: Collection[int] | None = None) -> bool:
    return any(
        part.role in roles
        and (among is None or part.organisation in among)
        and who.acting_for in (None, part.slug)
        for part in who.parts
    )
