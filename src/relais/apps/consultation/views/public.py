"""What anyone reads: the list, a consultation, a point; and how anyone gives an opinion."""

from __future__ import annotations

from contextlib import suppress

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from relais.apps.accounts.acting import act_or_show
from relais.apps.audit.actions import AlreadyDone
from relais.apps.consultation import actions, pacing
from relais.apps.consultation import permissions as may
from relais.apps.consultation.forms.giving import SayForm
from relais.apps.consultation.gathering import asked, gathered
from relais.apps.consultation.models import Change, Consultation, Point
from relais.apps.consultation.stages import Deed
from relais.apps.consultation.views.finding import consultation_of, point_of, who
from relais.apps.consultation.vocabulary import Standing
from relais.apps.languages.addresses import address

A_PAGE = 50  # opinions
SECTIONS = {
    "open": (Standing.OPEN,),
    "coming": (Standing.PREPARATION, Standing.COMING, Standing.READING, Standing.PAUSE),
    "answering": (Standing.ANSWERING, Standing.LATE),
    "closed": (Standing.CLOSED,),
}


@login_not_required
def consultations(request: HttpRequest) -> HttpResponse:
    """Every consultation, by where it stands today."""
    every = list(Consultation.objects.with_stages().readable_by(who(request)).newest_first())
    found = {name: [c for c in every if c.standing in standings] for name, standings in SECTIONS.items()}
    return render(
        request,
        "consultation/consultations.html",
        {**found, "can_prepare": may.can_prepare_consultation(who(request))},
    )


@login_not_required
def consultation(request: HttpRequest, slug: str) -> HttpResponse:
    """One consultation: its points with opinions and replies, who was asked, who is silent, what changed."""
    found = consultation_of(request, slug)
    points = found.points.all() if _shows_points(request, found) else []
    for point in points:
        point.consultation = found
    context = {
        "consultation": found,
        "points": gathered(found, points),
        "asked": asked(found),
        "changes": Change.objects.whole().filter(consultation=found),
        **_doors(request, found),
    }
    return render(request, "consultation/consultation.html", context)


def _shows_points(request: HttpRequest, found: Consultation) -> bool:
    return (
        found.shows_points
        or may.can_moderate(who(request), found)
        or may.can_edit_consultation(who(request), found)
    )


def _doors(request: HttpRequest, found: Consultation) -> dict[str, bool]:
    """What this person may do with it, as far as it can be done today."""
    asker = who(request)
    return {
        "can_edit": may.can_edit_consultation(asker, found),
        "can_set_stages": may.can_set_stages(asker, found),
        "can_invite": may.can_invite_organisations(asker, found),
        "can_open": may.can_open_consultation(asker, found),
        "can_give": found.is_open and bool(may.giving_organisations(asker, found)),
        "can_say": found.is_open and may.can_say_opinion(asker, found),
        "can_moderate": found.allows(Deed.MODERATE) and may.can_moderate(asker, found),
        "can_answer": found.allows(Deed.ANSWER) and may.can_answer_opinions(asker, found),
        "can_note_change": found.allows(Deed.CHANGE) and may.can_note_change(asker, found),
        "can_close": found.allows(Deed.CLOSE) and may.can_close_consultation(asker, found),
    }


@login_not_required
def point(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One point, with every opinion on it."""
    found = consultation_of(request, slug)
    if not _shows_points(request, found):
        raise Http404
    here = gathered(found, [point_of(found, number)])[0]
    pages = Paginator(here.opinions, A_PAGE)
    context = {
        "consultation": found,
        "gathered": here,
        "page": pages.get_page(_page_of(request, [opinion.number for opinion in here.opinions])),
        **_doors(request, found),
    }
    return render(request, "consultation/point.html", context)


def _page_of(request: HttpRequest, numbers: list[int]) -> str | int | None:
    """The page that is asked for, or the one that holds the opinion that is asked for."""
    wanted = request.GET.get("opinion", "")
    for place, number in enumerate(numbers):
        if str(number) == wanted:
            return place // A_PAGE + 1
    return request.GET.get("page")


@login_not_required
@csrf_exempt
def say(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """An opinion of a member of the public. No session can be abused, so no token needs a cookie."""
    found = consultation_of(request, slug)
    if not may.can_say_opinion(who(request), found) or not found.shows_points:
        raise Http404
    asked_about = point_of(found, number)
    form = SayForm(request.POST or None)
    context = {
        "consultation": found,
        "point": asked_about,
        "is_received": "received" in request.GET,
        "next": next((p for p in found.points.all() if p.number > number), None),
    }
    return act_or_show(
        request,
        form,
        lambda: _say(request, form, asked_about),
        template="consultation/say.html",
        context=context,
    )


def _say(request: HttpRequest, form: SayForm, point: Point) -> str:
    if not pacing.may_send(get_adapter().get_client_ip(request)):
        raise ValidationError(_("Many opinions came from your connection. Wait an hour and send it again."))
    with suppress(AlreadyDone):  # sent twice, kept once
        actions.say_opinion(by=form.by, point=point, **form.given)
    return address("consultation:say", point.consultation.slug, point.number) + "?received=yes"
