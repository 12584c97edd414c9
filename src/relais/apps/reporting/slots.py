"""The yearly round on the pages of what it is about: the last report, silence as silence, two voices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.models import Organisation
from relais.apps.coordination.models import Action
from relais.apps.languages.addresses import address
from relais.apps.plan.models import Theme
from relais.apps.reporting.models import Report, Round, Statement
from relais.apps.reporting.vocabulary import Standing
from relais.apps.reporting.voices import both_voices
from relais.apps.ui.slots import Column, Keyed, adds, fills


@fills("action", position=40)
def report_and_voices(request: HttpRequest, action: Action) -> SafeString:
    """How this year's report stands, the last one that was validated, and who says what. Two queries."""
    reports = list(Report.objects.filter(action=action).newest_first().select_related("submitted_by"))
    context = {
        "newest": reports[0] if reports else None,
        "validated": next((report for report in reports if report.is_validated), None),
        "voices": both_voices(Statement.objects.on(action)),
        "address": address("reporting:voices-on-action", action.code),
    }
    return _shown("reporting/on_action.html", context, request)


@fills("theme", position=40)
def voices_and_silence(request: HttpRequest, theme: Theme) -> SafeString:
    """Who says what of the theme, and how many of its actions are silent. Three queries."""
    newest = Round.objects.newest_first().first()
    reports = list(Report.objects.filter(round=newest).in_theme(theme)) if newest else []
    context = {
        "round": newest,
        "asked": len(reports),
        "silent": sum(report.standing == Standing.SILENT for report in reports),
        "voices": both_voices(Statement.objects.on(theme)),
        "address": address("reporting:voices-on-theme", theme.number),
    }
    return _shown("reporting/on_theme.html", context, request)


@fills("home", position=40)
def running_round(request: HttpRequest, _nothing: None) -> SafeString:
    """The newest round in one line. One query."""
    return _shown(
        "reporting/on_home.html", {"round": Round.objects.counted().newest_first().first()}, request
    )


@fills("organisation", position=40)
def reports_of_organisation(request: HttpRequest, organisation: Organisation) -> SafeString | str:
    """How the reports stand that it owes, the newest round first. One query."""
    owed = Report.objects.filter(action__owners__organisation=organisation, action__is_draft=False)
    reports = list(owed.newest_first())
    return _shown("reporting/on_organisation.html", {"reports": reports}, request) if reports else ""


@adds("actions")
def latest_report(request: HttpRequest, actions: Sequence[Keyed]) -> list[Column]:
    """How the newest report of each action stands. One query."""
    newest = Report.objects.newest_of(action.pk for action in actions)
    cells = {
        report.action_id: format_html(
            '<a href="{}">{}</a> <span class="status status-{}">{}</span>',
            report.get_absolute_url(), report.round.label, report.tone, report.standing.label,
        )
        for report in newest
    }  # fmt: skip
    return [Column(_("Latest report"), cells)] if cells else []


def _shown(template: str, context: dict[str, Any], request: HttpRequest) -> SafeString:
    return render_to_string(template, context, request)
