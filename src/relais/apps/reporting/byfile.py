"""Reports of a round as rows of a workbook: which columns, and what each says of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from relais.apps.coordination.vocabulary import Cause, Decision, Phase
from relais.apps.reporting.answers import FACTS
from relais.apps.reporting.models import NARRATIVE, Report
from relais.apps.reporting.vocabulary import Answer, Question, ReportState
from relais.apps.sheets.cells import word
from relais.apps.sheets.working import WorkColumn
from relais.core.texts.text import LANGUAGES

YES, NO = "yes", "no"
CHOICES: dict[str, tuple[str, ...]] = {
    "cause": tuple(Cause.values), "decision": tuple(Decision.values), "phase": tuple(Phase.values)
}  # fmt: skip
NEEDED = ("code", "version", "language")
TO_READ = ("title", "state", "return_note")


def _questions() -> Iterator[WorkColumn]:
    for question in Question:
        answer = format_lazy("{} {}", question.label, _("Told (in words), nothing or unknown."))
        yield WorkColumn(f"{question}_answer", answer, tuple(Answer.values), width=12)
        words = format_lazy("{} {}", question.label, _("At most 3000 characters."))
        yield WorkColumn(f"{question}_words", words, width=50)
        for name, (label, _told) in FACTS[question].items():
            yield WorkColumn(name, _about(label), CHOICES.get(name, ()))


def _about(label: str | Promise) -> Promise:
    return format_lazy("{}. {}", label, _("Empty: not known."))


COLUMNS: tuple[WorkColumn, ...] = (
    WorkColumn("code", _("Code of the action. Leave it: it says which report this is.")),
    WorkColumn("title", _("Title of the action."), is_read_only=True, width=38),
    WorkColumn("state", _("What was done with the report so far."), is_read_only=True),
    WorkColumn("return_note", _("What the cell asks to mend."), is_read_only=True, width=30),
    WorkColumn(
        "version", _("How often the report was changed. Leave it: it protects what others wrote."), width=9
    ),
    WorkColumn("language", _("Language in which you write"), LANGUAGES, width=9),
    *_questions(),
    WorkColumn("decision", _("Only if the decision on the action changed."), CHOICES["decision"]),
    WorkColumn("phase", _("Only if the phase of the action changed."), CHOICES["phase"]),
    WorkColumn("completion", _("How much of the work is done, of 100; if you know.")),
    WorkColumn("completion_reason", _("How you know how much is done."), width=30),
    WorkColumn("result_value", _("The number that was measured.")),
    WorkColumn("result_date", _("The day on which it was measured, as 2026-11-24.")),
    WorkColumn("result_source", _("Where the number can be read."), width=30),
    WorkColumn("submit", _("Yes: hand the report to the cell. No: keep it as a draft."), (YES, NO)),
)  # fmt: skip
NAMES = tuple(column.name for column in COLUMNS)


def sheet(label: str) -> str:
    """The name of the sheet: a file of another round is not taken for this one."""
    return f"reports-{label}"


def said(report: Report) -> dict[str, str]:
    """Every column of one report, as `whole()` gives it; "" is not known."""
    return {
        "code": report.action.code,
        "title": word(report.action.title),
        "state": report.state,
        "return_note": word(report.return_note) if report.state == ReportState.RETURNED else "",
        "version": str(report.version),
        **{name: word(getattr(report, name)) for name in NARRATIVE},
        "submit": NO if report.is_open else "",
    }


def rows(reports: Iterable[Report]) -> list[dict[str, str]]:
    """One row a report."""
    return [said(report) for report in reports]


assert set(NARRATIVE) < set(NAMES)
