"""The authority's reply to every opinion, and what accepted ones led to."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, record
from relais.apps.audit.models import Event
from relais.apps.consultation import verbs
from relais.apps.consultation.models import Answer, Change, Consultation, Opinion
from relais.apps.consultation.permissions import can_answer_opinions, can_note_change
from relais.apps.consultation.stages import Deed
from relais.apps.consultation.vocabulary import LEADS_TO_CHANGE, Verdict
from relais.apps.coordination.models import Action
from relais.apps.plan.models import Measure


@transaction.atomic
def answer_opinions(
    *, by: Who, consultation: Consultation, opinions: Sequence[Opinion], verdict: str, reason: str,
    language: str,
) -> Answer:  # fmt: skip
    """One reply to one or several opinions that are shown. Raises ValidationError when one has its reply."""
    require(can_answer_opinions(by, consultation))
    if not consultation.allows(Deed.ANSWER):
        raise ValidationError(_("Answers are given once no opinion can change any more."))
    if not opinions:
        raise ValidationError(_("Choose the opinions that this answers."))
    answer = Answer.objects.create(
        consultation=consultation, number=_next(consultation, Answer), organisation=consultation.authority,
        verdict=verdict, reason=reason, language=language, answered_date=timezone.localdate(),
    )  # fmt: skip
    keys = {opinion.pk for opinion in opinions}
    answered = Opinion.objects.of(consultation).unanswered().filter(pk__in=keys).update(answer=answer)
    if answered != len(keys):
        raise ValidationError(_("One of these was answered or hidden meanwhile: look at the list again."))
    codes = [opinion.code for opinion in opinions]
    after = {"title": consultation.title, "count": len(keys), "verdict": verdict, "opinions": codes}
    about = [*consultation.subjects, *(name for opinion in opinions for name in opinion.subjects)]
    record(verbs.OPINIONS_ANSWERED, by=by, about=about, after=after)
    return answer


@transaction.atomic
def revise_answer(*, by: Who, answer: Answer, seen: int, verdict: str, reason: str, language: str) -> None:
    """Until the consultation is closed. What was answered before stays in the trail."""
    consultation = answer.consultation
    require(can_answer_opinions(by, consultation))
    if verdict not in (kept := _needed(answer)):
        raise ValidationError(
            _("A change was noted that these opinions led to: the answer stays %(verdicts)s.")
            % {"verdicts": ", ".join(str(v.label) for v in kept)}
        )
    also = {"title": consultation.title}
    change(
        answer, verbs.ANSWER_REVISED, by=by, seen=seen, also=also, verdict=verdict, reason=reason,
        language=language, answered_date=timezone.localdate(),
    )  # fmt: skip


def _next(consultation: Consultation, model: type[Answer] | type[Change]) -> int:
    """The number of the next one; whoever asks at the same time waits."""
    Consultation.objects.select_for_update().get(pk=consultation.pk)
    numbered = model._default_manager.filter(consultation=consultation)
    return (numbered.aggregate(last=Max("number"))["last"] or 0) + 1


def _needed(answer: Answer) -> Sequence[Verdict]:
    has_led = Change.objects.filter(opinions__answer=answer).exists()
    return LEADS_TO_CHANGE if has_led else tuple(Verdict)


@transaction.atomic
def note_change(
    *, by: Who, consultation: Consultation, opinions: Sequence[Opinion], words: str, language: str,
    action: Action | None = None, measure: Measure | None = None, other_measure: Measure | None = None,
    event: Event | None = None,
) -> Change:  # fmt: skip
    """Say what accepted opinions led to, and where: an action, a measure, a link between two, an act."""
    require(can_note_change(by, consultation))
    if not consultation.allows(Deed.CHANGE):
        raise ValidationError(_("Changes are noted once opinions are answered."))
    keys = {opinion.pk for opinion in opinions}
    accepted = Opinion.objects.of(consultation).leading_to_change().filter(pk__in=keys)
    if not keys or accepted.count() != len(keys):
        raise ValidationError(_("Choose opinions that were accepted, whole or in part."))
    if not (action or measure or event):
        raise ValidationError(_("Say what changed: an action, a measure, a link or an act of the log."))
    if other_measure and (measure is None or measure == other_measure):
        raise ValidationError(_("A link has two different measures."))
    noted = Change.objects.create(
        consultation=consultation, number=_next(consultation, Change),
        organisation=Organisation.objects.get(slug=by.acting_for), words=words, language=language,
        noted_date=timezone.localdate(), action=action, measure=measure, other_measure=other_measure,
        event=event,
    )  # fmt: skip
    noted.opinions.set(opinions)
    about = [*consultation.subjects, *(f"measure:{m.number}" for m in (measure, other_measure) if m)]
    if action:
        about.append(f"action:{action.code}")
    codes = [opinion.code for opinion in opinions]
    after = {"title": consultation.title, "words": words, "opinions": codes}
    record(verbs.CHANGE_NOTED, by=by, about=about, after=after)
    return noted
