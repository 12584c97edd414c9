"""Reading before anyone else does: show, hide with a reason, take out what points to a person."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import record
from relais.apps.consultation import verbs
from relais.apps.consultation.actions.versions import change_unnoted
from relais.apps.consultation.models import Opinion
from relais.apps.consultation.permissions import can_moderate
from relais.apps.consultation.stages import Deed
from relais.apps.consultation.vocabulary import Moderation


@transaction.atomic
def moderate_opinion(
    *, by: Who, opinion: Opinion, seen: int, moderation: str, hidden_reason: str | None, words: str,
    wording: str,
) -> None:  # fmt: skip
    """Show it or hide it. Words that were taken out are kept nowhere: the trail notes that, not what.

    Raises Conflict when its author revised it meanwhile.
    """
    consultation = opinion.point.consultation
    require(can_moderate(by, consultation))
    if not consultation.allows(Deed.MODERATE):
        raise ValidationError(_("There is nothing to moderate yet."))
    is_hidden = moderation == Moderation.HIDDEN
    if is_hidden and not hidden_reason:
        raise ValidationError(_("Say why it is hidden: readers will see the reason."))
    if opinion.answer_id and is_hidden:
        raise ValidationError(_("It was answered already: take words out instead of hiding it."))
    is_redacted = opinion.is_redacted or (words, wording) != (opinion.words, opinion.wording)
    reason = hidden_reason if is_hidden else None
    change_unnoted(
        opinion, seen=seen, moderation=moderation, hidden_reason=reason, words=words, wording=wording,
        is_redacted=is_redacted,
    )  # fmt: skip
    after = {
        "opinion": opinion.code, "moderation": moderation, "hidden_reason": reason, "is_redacted": is_redacted
    }  # fmt: skip
    record(verbs.OPINION_MODERATED, by=by, about=consultation.subjects, after=after)
