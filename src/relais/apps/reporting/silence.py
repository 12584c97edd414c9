"""Who is silent in a round: the reports that never came, under each organisation that owes one."""

from __future__ import annotations

from collections.abc import Iterable

from relais.apps.accounts.models import Organisation
from relais.apps.reporting.models import Report
from relais.apps.reporting.vocabulary import Standing


def silent_by_organisation(reports: Iterable[Report]) -> list[tuple[Organisation | None, list[Report]]]:
    """The most silent first; None for actions that nobody owns yet. Uses the rows of `whole()`."""
    found: dict[Organisation | None, list[Report]] = {}
    for report in reports:
        if report.standing != Standing.SILENT:
            continue
        owners: list[Organisation | None] = [owner.organisation for owner in report.action.owners.all()]
        for owner in owners or [None]:
            found.setdefault(owner, []).append(report)
    return sorted(
        found.items(), key=lambda pair: (pair[0] is None, -len(pair[1]), pair[0].slug if pair[0] else "")
    )
