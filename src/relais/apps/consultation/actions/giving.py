"""Giving an opinion: an organisation by name, a member of the public by no name at all."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import Refused, require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, record
from relais.apps.consultation import verbs
from relais.apps.consultation.models import Opinion, Point
from relais.apps.consultation.permissions import can_give_opinion, can_say_opinion
from relais.apps.consultation.stages import Deed
from relais.apps.consultation.vocabulary import Giver, Moderation, needs_more_words


@transaction.atomic
def give_opinion(
    *, by: Who, point: Point, position: str, words: str, wording: str, language: str, seen: int | None = None
) -> Opinion:
    """In the name of the organisation acted for, once a point; giving it again revises it.

    What the organisation wrote before stays in the trail, which the cell reads; a moderator reads it anew.
    """
    organisation = Organisation.objects.filter(slug=by.acting_for).first()
    if organisation is None:
        raise Refused
    require(can_give_opinion(by, point.consultation, organisation.pk))
    check_opinion(point, position=position, words=words, wording=wording)
    said = {"position": position, "words": words, "wording": wording, "language": language}
    title = point.consultation.title
    given = point.opinions.select_related("organisation").filter(organisation=organisation).first()
    if given is None:
        opinion = add_opinion(point, organisation=organisation, **said)
        after = {"title": title, "opinion": opinion.code, "position": position}
        record(verbs.OPINION_GIVEN, by=by, about=opinion.subjects, after=after)
        return opinion
    if given.platform:
        raise ValidationError(
            _("Your organisation gave its opinion on this point on %(platform)s.")
            % {"platform": given.platform}
        )
    if any(getattr(given, name) != value for name, value in said.items()):
        given.point = point
        change(
            given, verbs.OPINION_REVISED, by=by, seen=seen or 0, also={"title": title, "opinion": given.code},
            **said, moderation=Moderation.WAITING, hidden_reason=None, is_redacted=False,
            given_date=timezone.localdate(),
        )  # fmt: skip
    return given


@transaction.atomic
def say_opinion(
    *, by: Who, point: Point, position: str, words: str, wording: str, language: str,
    giver: str = Giver.UNSAID,
) -> Opinion:  # fmt: skip
    """As a member of the public. Only the words are kept, and the trail has not even those."""
    require(can_say_opinion(by, point.consultation))
    check_opinion(point, position=position, words=words, wording=wording)
    opinion = add_opinion(
        point, giver=giver, position=position, words=words, wording=wording, language=language
    )
    after = {"title": point.consultation.title, "opinion": opinion.code}
    nobody = Who(token=by.token)
    record(verbs.OPINION_SAID, by=nobody, about=opinion.subjects, after=after)
    return opinion


def check_opinion(point: Point, *, position: str, words: str, wording: str) -> None:
    """Raises ValidationError when none can be given today, or when its position needs words."""
    if not point.consultation.allows(Deed.GIVE):
        raise ValidationError(_("No opinion can be given on this point today: look at the dates."))
    if why := needs_more_words(position, words, wording):
        raise ValidationError(str(why))


def add_opinion(point: Point, **fields: object) -> Opinion:
    """One more opinion on `point`, numbered after the others. For acts of this room only."""
    Point.objects.select_for_update().get(pk=point.pk)
    last = point.opinions.aggregate(last=Max("number"))["last"] or 0
    fields.setdefault("given_date", timezone.localdate())
    return Opinion.objects.create(point=point, number=last + 1, **fields)
