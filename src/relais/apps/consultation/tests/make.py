"""Rows for tests, of this room and of rooms above it: plain, and nothing that the test does not say."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from relais.apps.accounts.models import Organisation
from relais.apps.consultation import models as m
from relais.apps.consultation import vocabulary as v
from relais.apps.plan.models import Measure
from relais.core.texts.text import Text

AUTHORITY, INVITED = "example-authority", "example-association"
DAY = dt.timedelta(days=1)


def make_organisation(slug: str, **fields: Any) -> Organisation:
    """The organisation `slug`; the same one when it is there already."""
    given = {"name": Text({"nl": slug.replace("-", " ").title()}), "is_fictional": True, **fields}
    return Organisation.objects.get_or_create(slug=slug, defaults=given)[0]


def make_consultation(
    slug: str = "example", *, points: int = 1, invited: tuple[str, ...] = (INVITED,),
    opens: dt.date | None = None, **fields: Any,
) -> m.Consultation:  # fmt: skip
    """Published; opinions from `opens` (else today) for 10 days, 5 of reading before, 10 of answers after."""
    given = {
        "title": Text({"nl": "Een voorbeeld", "fr": "Un exemple", "en": "An example"}),
        "authority": make_organisation(AUTHORITY),
        "is_public": True,
        "state": v.State.PUBLISHED,
        "is_fictional": True,
        **fields,
    }
    consultation = m.Consultation.objects.create(slug=slug, **given)
    make_stages(consultation, opens or timezone.localdate())
    for number in range(1, points + 1):
        make_point(consultation, number)
    for organisation in invited:
        make_invitee(consultation, organisation)
    return reread(consultation)


def make_stages(consultation: m.Consultation, opens: dt.date) -> None:
    """Opinions can be given on `opens` and the nine days after."""
    days = {"reading": (-5, -1), "opinions": (0, 9), "answers": (10, 19)}
    for kind, (first, last) in days.items():
        m.Stage.objects.create(
            consultation=consultation, kind=kind, from_date=opens + first * DAY, to_date=opens + last * DAY
        )
    m.Stage.objects.create(consultation=consultation, kind="closed", from_date=opens + 20 * DAY)


def make_point(consultation: m.Consultation, number: int = 1, **fields: Any) -> m.Point:
    said = {"nl": f"Punt {number}", "fr": f"Point {number}", "en": f"Point {number}"}
    words = {"nl": "Een tekst.", "fr": "Un texte.", "en": "A text."}
    given = {"title": Text(said), "words": Text(words), **fields}
    return m.Point.objects.create(consultation=consultation, number=number, **given)


def make_invitee(consultation: m.Consultation, organisation: str = INVITED) -> m.Invitee:
    return m.Invitee.objects.create(
        consultation=consultation,
        organisation=make_organisation(organisation),
        invited_date=timezone.localdate(),
    )


def make_opinion(
    point: m.Point, organisation: str | None = None, moderation: str = v.Moderation.SHOWN, **fields: Any
) -> m.Opinion:
    """Of `organisation`, or of the public when there is none."""
    giver = {"organisation": make_organisation(organisation)} if organisation else {"giver": v.Giver.UNSAID}
    hidden = {"hidden_reason": v.HiddenReason.PERSON} if moderation == v.Moderation.HIDDEN else {}
    number = point.opinions.count() + 1
    given = {
        "position": v.Position.FOR, "words": f"Mening {number}.", "language": "nl", "number": number,
        "given_date": timezone.localdate(), "moderation": moderation, **giver, **hidden, **fields,
    }  # fmt: skip
    return m.Opinion.objects.create(point=point, **given)


def make_answer(*opinions: m.Opinion, verdict: str = v.Verdict.ACCEPTED, **fields: Any) -> m.Answer:
    """One answer of the authority to all of `opinions`."""
    consultation = opinions[0].point.consultation
    given = {"reason": "Daarom.", "language": "nl", "answered_date": timezone.localdate(), **fields}
    given["number"] = consultation.answers.count() + 1
    answer = m.Answer.objects.create(
        consultation=consultation, organisation=consultation.authority, verdict=verdict, **given
    )
    m.Opinion.objects.filter(pk__in=[opinion.pk for opinion in opinions]).update(answer=answer)
    return answer


def make_change(*opinions: m.Opinion, measure: int | None = None, **fields: Any) -> m.Change:
    """What `opinions` led to, for the measure of that number."""
    consultation = opinions[0].point.consultation
    given = {
        "words": "De tekst is aangepast.",
        "language": "nl",
        "noted_date": timezone.localdate(),
        **fields,
    }
    if measure:
        given["measure"] = Measure.objects.get(number=measure)
    given["number"] = consultation.changes.count() + 1
    change = m.Change.objects.create(consultation=consultation, organisation=consultation.authority, **given)
    change.opinions.set(opinions)
    return change


def make_example() -> m.Consultation:
    """An invented consultation that is open today: an example of this room's public pages."""
    about = Measure.objects.get(number=16)
    consultation = make_consultation("example", points=2, measure=about)
    first = consultation.points.all()[0]
    of_organisation, of_public = make_opinion(first, INVITED), make_opinion(first, giver=v.Giver.PARENT)
    make_opinion(first, moderation=v.Moderation.HIDDEN)
    make_answer(of_organisation, of_public, verdict=v.Verdict.IN_PART)
    make_change(of_organisation, measure=16)
    return consultation


def reread(consultation: m.Consultation) -> m.Consultation:
    """As a page reads it, with all that hangs on it."""
    return m.Consultation.objects.whole().get(pk=consultation.pk)
