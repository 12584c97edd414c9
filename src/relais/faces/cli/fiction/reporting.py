"""The round of the fictional year: one report is returned and mended, one is validated, one never comes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from relais.apps.accounts.vocabulary import Role
from relais.apps.coordination.models import Action
from relais.apps.coordination.vocabulary import Cause
from relais.apps.reporting.actions.evidence import attach_link
from relais.apps.reporting.actions.judging import return_report, validate_report
from relais.apps.reporting.actions.rounds import close_round, open_round
from relais.apps.reporting.actions.stating import state_voice
from relais.apps.reporting.actions.writing import submit_report
from relais.apps.reporting.models import Report, Round
from relais.apps.reporting.vocabulary import Activity, Answer, Effect, Voice
from relais.faces.cli.fiction.cast import Cast
from relais.faces.cli.fiction.clock import on


def told(language: str, done: str, worked: str, stalled: str, then: str) -> dict[str, Any]:
    """A complete report; what was spent is said to be unknown."""
    return {
        "language": language, "done_answer": Answer.TOLD, "done_words": done,
        "spent_answer": Answer.UNKNOWN, "spent_words": "",
        "worked_answer": Answer.TOLD, "worked_words": worked,
        "stalled_answer": Answer.TOLD if stalled else Answer.NOTHING, "stalled_words": stalled,
        "cause": Cause.BUDGET if stalled else "",
        "next_answer": Answer.TOLD, "next_words": then,
    }  # fmt: skip


# What the reports say: the first of the childcare network is returned, and the second one is mended.
CARE = (
    "nl",
    "Het gebouw is er.",
    "Twee mensen, elk de helft van de week.",
    "De opening.",
    "We openen in het voorjaar.",
)
CARE_MENDED = (
    "nl", "Het gebouw is er; nog geen enkele van de veertig plaatsen is open.",
    "Twee mensen, elk de helft van de week.", "De opening: er is geen geld voor personeel.",
    "We openen twintig plaatsen in het voorjaar, als het geld er is.",
)  # fmt: skip
PARENTS = (
    "fr", "Le guichet a été ouvert 14 après-midi et a aidé 86 parents.", "Une personne, un jour par semaine.",
    "", "Le guichet continue ; nous cherchons un deuxième quartier.",
)  # fmt: skip


def tell(cast: Cast, year: int) -> None:
    """Opened in November, closed at the end of January; two voices on what was done."""
    with on(dt.date(year, 11, 3)):
        opened = open_round(
            label=str(year), period_from=dt.date(year, 1, 1), period_to=dt.date(year, 12, 31),
            due_date=dt.date(year + 1, 1, 15), by=cast.cell, is_fictional=True,
        )  # fmt: skip
    care, parents = _report(opened, 61), _report(opened, 13)
    with on(dt.date(year, 12, 4)):
        submit_report(report=care, by=cast.who("care"), seen=care.version, **told(*CARE))
    with on(dt.date(year, 12, 9)):
        return_report(
            report=_fresh(care), note="Zeg ook hoeveel plaatsen er zijn.", by=cast.cell,
            seen=_fresh(care).version,
        )  # fmt: skip
    with on(dt.date(year, 12, 12)):
        again = _fresh(care)
        submit_report(report=again, by=cast.who("care"), seen=again.version, **told(*CARE_MENDED))
        attach_link(
            report=parents, title="Rapport (fiction)", url="https://example.org/rapport",
            by=cast.who("parents"),
        )  # fmt: skip
        again = _fresh(parents)
        submit_report(report=again, by=cast.who("parents"), seen=again.version, **told(*PARENTS))
    with on(dt.date(year, 12, 18)):
        for report in (care, parents):
            validate_report(report=_fresh(report), by=cast.cell, seen=_fresh(report).version)
    with on(dt.date(year + 1, 1, 20)):
        _voices(cast, _report(opened, 13).action)
    with on(dt.date(year + 1, 1, 31)):
        now = Round.objects.get(pk=opened.pk)
        close_round(round=now, by=cast.cell, seen=now.version)


def open_next(cast: Cast, year: int, today: dt.date) -> None:
    """The next round, open now, so that a newcomer has something to do."""
    open_round(
        label=str(year), period_from=dt.date(year, 1, 1), period_to=dt.date(year, 12, 31),
        due_date=max(dt.date(year + 1, 1, 15), today + dt.timedelta(days=30)), by=cast.cell,
        is_fictional=True,
    )  # fmt: skip


def _voices(cast: Cast, action: Action) -> None:
    state_voice(
        voice=Voice.OWNER, subject=action, activity=Activity.PLANNED, effect=Effect.SOME,
        words="Chaque personne est repartie avec un dossier complet.", language="fr", links=[],
        by=cast.who("parents"), seen=0,
    )  # fmt: skip
    state_voice(
        voice=Voice.OBSERVER, subject=action, activity=Activity.LESS, effect=Effect.UNKNOWN,
        words="86 van de 120 ouders; of zij hun recht ook kregen, is niet gemeten.", language="nl", links=[],
        by=cast.who("watch", Role.OBSERVER), seen=0,
    )  # fmt: skip


def _report(opened: Round, measure: int) -> Report:
    return Report.objects.get(
        round=opened, action__answered__measure__number=measure, action__is_fictional=True
    )


def _fresh(report: Report) -> Report:
    return Report.objects.get(pk=report.pk)
