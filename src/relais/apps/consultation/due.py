"""What consultations have open: opinions to give, to read before they are shown, and to answer."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relais.apps.accounts.due import Due
from relais.apps.consultation.models import Consultation, Opinion
from relais.apps.consultation.stages import Deed
from relais.apps.consultation.vocabulary import State
from relais.apps.languages.addresses import address


def due_dates() -> Iterator[Due]:
    """In the language that is active now. A fixed number of queries, however many consultations there are."""
    going_on = Consultation.objects.filter(state=State.PUBLISHED)
    opinions = Opinion.objects.filter(point__consultation__in=going_on)
    givers, to_do = opinions.givers(), opinions.to_do()
    for consultation in going_on.whole():
        unanswered, waiting = to_do.get(consultation.pk, (0, 0))
        if consultation.is_open:
            yield _opinions(consultation, givers.get(consultation.pk, set()))
            if waiting:
                yield _moderation(consultation)
        elif consultation.allows(Deed.ANSWER):
            yield _answers(consultation, unanswered, waiting)


def _opinions(consultation: Consultation, givers: set[int]) -> Due:
    """Everyone may know until when; those who gave nothing yet are reminded."""
    span = consultation.opinions_span
    assert span and span.to_date
    silent = frozenset(invitee.organisation_id for invitee in consultation.invitees.all()) - givers
    return Due(
        f"consultation:{consultation.slug}:opinions", span.to_date,
        _("Give your opinion in the consultation “%(title)s”") % {"title": consultation.title},
        consultation.get_absolute_url(), organisations=silent, is_public=True,
        is_fictional=consultation.is_fictional,
    )  # fmt: skip


def _moderation(consultation: Consultation) -> Due:
    """Nothing is shown before someone read it: at the latest on the last day on which opinions come."""
    span = consultation.opinions_span
    assert span and span.to_date
    return Due(
        f"consultation:{consultation.slug}:moderation", span.to_date,
        _("Read the opinions that wait in the consultation “%(title)s”") % {"title": consultation.title},
        address("consultation:moderation", consultation.slug), for_cell=True,
        organisations=frozenset([consultation.authority_id]), is_fictional=consultation.is_fictional,
    )  # fmt: skip


def _answers(consultation: Consultation, unanswered: int, waiting: int) -> Due:
    """Answers first; then closing. What waits for a moderator is the cell's too."""
    span = consultation.answers_span
    assert span and span.to_date
    said = {"n": unanswered, "title": consultation.title}
    if unanswered:
        what = ngettext(
            "Answer %(n)s opinion in the consultation “%(title)s”",
            "Answer %(n)s opinions in the consultation “%(title)s”",
            unanswered,
        )
        what %= said
    elif waiting:
        what = _("Read the opinions that wait in the consultation “%(title)s”") % said
    else:
        what = _("Close the consultation “%(title)s”") % said
    return Due(
        f"consultation:{consultation.slug}:answers", span.to_date, what,
        address("consultation:answers", consultation.slug), for_cell=bool(waiting),
        organisations=frozenset([consultation.authority_id]), is_fictional=consultation.is_fictional,
    )  # fmt: skip
