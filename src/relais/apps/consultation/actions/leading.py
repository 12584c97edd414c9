"""Dates, opening and closing: what lets others act, and what may not happen too early."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, record
from relais.apps.consultation import stages, verbs
from relais.apps.consultation.actions.versions import change_unnoted
from relais.apps.consultation.models import Consultation, Opinion, Stage
from relais.apps.consultation.permissions import (
    can_close_consultation,
    can_open_consultation,
    can_set_stages,
)
from relais.apps.consultation.stages import Deed, Span
from relais.apps.consultation.vocabulary import StageKind, State


@transaction.atomic
def set_stages(
    *, by: Who, consultation: Consultation, seen: int, spans: Sequence[Span], why: str = ""
) -> None:
    """Give the stages their dates. Once the consultation is published, moving them needs a reason."""
    require(can_set_stages(by, consultation))
    is_published = consultation.state == State.PUBLISHED
    if wrong := stages.problems(spans):
        raise ValidationError([str(problem) for problem in wrong])
    if is_published and not why.strip():
        raise ValidationError(_("Say why the dates move: it will be read in the public log."))
    wanted = stages.in_order(spans)
    if wanted == consultation.spans:
        return
    before = {"dates": consultation.dates}
    changed = change_unnoted(consultation, seen=seen, wanted={"dates": _in_words(wanted)})
    changed.stages.all().delete()
    Stage.objects.bulk_create(
        Stage(consultation=changed, kind=s.kind, from_date=s.from_date, to_date=s.to_date) for s in wanted
    )
    verb = verbs.DATES_MOVED if is_published else verbs.STAGES_SET
    after = {"dates": _in_words(wanted), "title": changed.title}
    record(verb, by=by, about=consultation.subjects, before=before, after=after, why=why)


def _in_words(spans: Sequence[Span]) -> str:
    return "; ".join(f"{s.kind} {s.from_date} – {s.to_date or ''}".strip() for s in spans)


@transaction.atomic
def open_consultation(*, by: Who, consultation: Consultation, seen: int) -> None:
    """Publish it: its stages now say what may be done when. Refused, with the list, while something lacks."""
    require(can_open_consultation(by, consultation))
    if missing := missing_to_open(consultation):
        raise ValidationError([str(each) for each in missing])
    also = {"title": consultation.title, "points": consultation.points.count()}
    change(consultation, verbs.OPENED, by=by, seen=seen, also=also, state=State.PUBLISHED)


def missing_to_open(consultation: Consultation) -> list[str | Promise]:
    """What must still be there before anyone can be asked."""
    missing = stages.problems(consultation.spans)
    if not consultation.points.exists():
        missing.append(_("No point is put to opinion yet."))
    if not consultation.is_public and not consultation.invitees.exists():
        missing.append(_("Nobody is invited, and the public does not take part."))
    return missing


@transaction.atomic
def close_consultation(*, by: Who, consultation: Consultation, seen: int) -> None:
    """Refused, with the list, while any opinion that is shown has no answer or any waits for a moderator."""
    require(can_close_consultation(by, consultation))
    locked = Consultation.objects.select_for_update().get(pk=consultation.pk)
    if missing := missing_to_close(locked):
        raise ValidationError(missing)
    today = timezone.localdate()
    also = {"title": consultation.title}
    change(consultation, verbs.CLOSED, by=by, seen=seen, also=also, state=State.CLOSED, closed_date=today)


def missing_to_close(consultation: Consultation) -> list[str]:
    """What must still happen, in sentences that name the opinions."""
    missing = []
    if not consultation.allows(Deed.CLOSE):
        last = consultation.span(StageKind.OPINIONS)
        until = date_format(last.to_date) if last and last.to_date else _("a day that is not set")
        missing.append(_("Opinions can still be given, until %(date)s.") % {"date": until})
    opinions = Opinion.objects.of(consultation).in_order().select_related("point")
    if unanswered := [opinion.code for opinion in opinions.unanswered()]:
        n = len(unanswered)
        message = ngettext(
            "%(n)s opinion has no answer: %(codes)s.", "%(n)s opinions have no answer: %(codes)s.", n
        )
        missing.append(message % {"n": n, "codes": ", ".join(unanswered)})
    if waiting := [opinion.code for opinion in opinions.waiting()]:
        n = len(waiting)
        message = ngettext(
            "%(n)s opinion waits for a moderator: %(codes)s.",
            "%(n)s opinions wait for a moderator: %(codes)s.",
            n,
        )
        missing.append(message % {"n": n, "codes": ", ".join(waiting)})
    return missing
