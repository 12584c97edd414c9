"""Taking in opinions that were given on another platform: all of a file, or nothing of it."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import record
from relais.apps.consultation import verbs
from relais.apps.consultation.actions.giving import add_opinion
from relais.apps.consultation.actions.versions import change_unnoted
from relais.apps.consultation.judging import Wanted, judged, judgement
from relais.apps.consultation.models import Consultation
from relais.apps.consultation.permissions import can_import_opinions
from relais.apps.consultation.stages import Deed
from relais.apps.consultation.vocabulary import Moderation
from relais.apps.sheets.incoming import Row
from relais.apps.sheets.verdicts import Judgement, Outcome


@transaction.atomic
def import_opinions(
    *, by: Who, consultation: Consultation, rows: Iterable[Row], only_check: bool = False
) -> Judgement:
    """The verdict on each row. Nothing is written on a check, or while any row is refused.

    What is taken in waits for a moderator, like any opinion; the trail has counts, never words.
    """
    require(can_import_opinions(by, consultation))
    if not consultation.allows(Deed.IMPORT):
        raise ValidationError(_("Opinions are taken in from the day they can be given until it is closed."))
    Consultation.objects.select_for_update().get(pk=consultation.pk)
    wanted = judged(consultation, rows, timezone.localdate())
    found = judgement(wanted)
    if only_check or not found.is_sound or not found.changes_something:
        return found
    for each in wanted:
        _take(each)
    platforms = {each.fields["platform"] for each in wanted if each.fields}
    after = {
        "title": consultation.title, "platform": ", ".join(sorted(platforms)),
        "new": found.counts[Outcome.NEW], "changed": found.counts[Outcome.CHANGED],
    }  # fmt: skip
    record(verbs.OPINIONS_IMPORTED, by=by, about=consultation.subjects, after=after)
    return found


def _take(each: Wanted) -> None:
    if each.verdict.outcome == Outcome.NEW and each.point:
        add_opinion(each.point, **each.fields)
    elif each.verdict.outcome == Outcome.CHANGED and each.opinion:
        change_unnoted(
            each.opinion, seen=each.opinion.version, **each.fields, moderation=Moderation.WAITING,
            hidden_reason=None, is_redacted=False,
        )  # fmt: skip
