"""Before anyone is asked: the text, the points, whom to invite."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, record
from relais.apps.consultation import verbs
from relais.apps.consultation.models import Consultation, Invitee, Point
from relais.apps.consultation.permissions import (
    can_edit_consultation,
    can_invite_organisations,
    can_prepare_consultation,
)
from relais.apps.coordination.models import Action
from relais.apps.plan.models import Measure, Theme
from relais.core.texts.text import Text


@transaction.atomic
def prepare_consultation(
    *, by: Who, slug: str, title: Text, authority: Organisation,
    intro: Text | None = None, theme: Theme | None = None, measure: Measure | None = None,
    action: Action | None = None, is_public: bool = False, is_fictional: bool = False,
) -> Consultation:  # fmt: skip
    """Begin a consultation, readable by the cell and the authority until it is opened."""
    require(can_prepare_consultation(by))
    if Consultation.objects.filter(slug=slug).exists():
        raise ValidationError(_("There is a consultation “%(slug)s” already.") % {"slug": slug})
    consultation = Consultation.objects.create(
        slug=slug, title=title, intro=intro, theme=theme, measure=measure, action=action,
        authority=authority, is_public=is_public, is_fictional=is_fictional,
    )  # fmt: skip
    record(verbs.PREPARED, by=by, about=consultation.subjects, after={"title": title, "authority": authority})
    return consultation


@transaction.atomic
def edit_consultation(*, by: Who, consultation: Consultation, seen: int, **fields: Any) -> None:
    """Its title, introduction, what it is about, who answers, whether the public takes part."""
    require(can_edit_consultation(by, consultation))
    change(consultation, verbs.EDITED, by=by, seen=seen, **fields)


@transaction.atomic
def add_point(
    *, by: Who, consultation: Consultation, title: Text, words: Text,
    measure: Measure | None = None, part: str | None = None,
) -> Point:  # fmt: skip
    """Put one more text to opinion, numbered after the others."""
    require(can_edit_consultation(by, consultation))
    locked = Consultation.objects.select_for_update().get(pk=consultation.pk)
    last = locked.points.aggregate(last=Max("number"))["last"] or 0
    point = Point.objects.create(
        consultation=consultation, number=last + 1, title=title, words=words, measure=measure, part=part
    )
    after = {"number": point.number, "title": title, "words": words}
    record(verbs.POINT_ADDED, by=by, about=point.subjects, after=after)
    return point


@transaction.atomic
def edit_point(*, by: Who, point: Point, seen: int, **fields: Any) -> None:
    """Its title, text, measure or part."""
    require(can_edit_consultation(by, point.consultation))
    change(point, verbs.POINT_EDITED, by=by, seen=seen, **fields)


@transaction.atomic
def remove_point(*, by: Who, point: Point) -> None:
    """Take a point out; those after it move up, for nobody could cite them yet."""
    require(can_edit_consultation(by, point.consultation))
    before = {"title": point.title, "words": point.words}
    subjects, after = point.subjects, point.consultation.points.filter(number__gt=point.number)
    record(verbs.POINT_REMOVED, by=by, about=subjects, before=before, after={"number": point.number})
    later = list(after.order_by("number"))
    Point.objects.filter(pk=point.pk).delete()
    for each in later:
        Point.objects.filter(pk=each.pk).update(number=each.number - 1, version=each.version + 1)


@transaction.atomic
def invite_organisations(
    *, by: Who, consultation: Consultation, organisations: Iterable[Organisation]
) -> list[Organisation]:
    """Ask them for their opinion. Gives those who were not invited before; none of them: nothing is noted."""
    require(can_invite_organisations(by, consultation))
    asked = set(consultation.invitees.values_list("organisation_id", flat=True))
    fresh = [organisation for organisation in organisations if organisation.pk not in asked]
    if consultation.authority_id in {organisation.pk for organisation in fresh}:
        raise ValidationError(_("The authority that answers is not invited to give its opinion."))
    if not fresh:
        return []
    today = timezone.localdate()
    Invitee.objects.bulk_create(
        Invitee(consultation=consultation, organisation=organisation, invited_date=today)
        for organisation in fresh
    )
    invited = [organisation.slug for organisation in fresh]
    about = [*consultation.subjects, *(f"organisation:{slug}" for slug in invited)]
    record(verbs.INVITED, by=by, about=about, after={"invited": invited})
    return fresh
