"""Pages of this room: each reads its input, asks one question, and renders."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from relais.apps.accounts.acting import act_or_show, who_is
from relais.apps.accounts.models import User, hash_of
from relais.apps.languages.addresses import address
from relais.apps.reminder.actions import choose_mails, close_calendar, open_calendar
from relais.apps.reminder.calendars import CONTENT_TYPE, calendar
from relais.apps.reminder.forms import CalendarForm, MailsForm
from relais.apps.reminder.gathering import due_dates, public_due_dates, tasks_of
from relais.apps.reminder.letters import person_of, whole
from relais.apps.reminder.models import CalendarKey, mails_of
from relais.apps.reminder.unspoken import unspoken
from relais.apps.reminder.vocabulary import Mails
from relais.apps.reminder.ways import ways_of

SHOWN_ONCE = "calendar_address"


def desk(request: HttpRequest) -> HttpResponse:
    """What waits for the signed-in person, soonest first: the first page after signing in."""
    who = who_is(request)
    today = timezone.localdate()
    context = {
        "tasks": tasks_of(who, due_dates(), today), "ways": ways_of(who), "today": today,
        "unspoken": unspoken(who, today),
    }  # fmt: skip
    return render(request, "reminder/desk.html", context)


def mails(request: HttpRequest) -> HttpResponse:
    """Which mails this person wants, and the address of their calendar."""
    user = _user(request)
    form = MailsForm(request.POST or None, who=who_is(request), initial={"mails": mails_of(user)})

    def act() -> str:
        choose_mails(user=user, mails=Mails(form.given["mails"]), by=form.by)
        return address("reminder:mails")

    context = {
        "has_calendar": CalendarKey.objects.filter(user=user).exists(),
        "calendar_form": CalendarForm(who=who_is(request)),
        "shown_once": request.session.pop(SHOWN_ONCE, None),
    }
    return act_or_show(request, form, act, template="reminder/mails.html", context=context)


def calendar_key(request: HttpRequest) -> HttpResponse:
    """Make the address of one's calendar anew, or end it. The address is shown once, on the next page."""
    user = _user(request)
    form = CalendarForm(request.POST or None, who=who_is(request))

    def act() -> str:
        if form.given["wanted"] == "open":
            secret = open_calendar(user=user, by=form.by)
            request.session[SHOWN_ONCE] = whole(address("reminder:own-calendar", secret))
        else:
            close_calendar(user=user, by=form.by)
        return address("reminder:mails")

    return act_or_show(request, form, act, template="reminder/calendar_key.html")


@login_not_required
def public_calendar(_request: HttpRequest) -> HttpResponse:
    """Every public due date."""
    return _file(calendar(_("Relais: public dates"), public_due_dates()))


@login_not_required
def own_calendar(_request: HttpRequest, secret: str) -> HttpResponse:
    """What is due for whoever holds the address; not found for an address that was ended."""
    key = get_object_or_404(
        CalendarKey.objects.select_related("user"),
        secret_hash=hash_of(secret), user__is_active=True,
    )  # fmt: skip
    who = key.user.who()
    if settings.REQUIRE_SECOND_FACTOR:
        who = who.held_back()
    tasks = tasks_of(who, due_dates(), timezone.localdate())
    response = _file(calendar(_("Relais: my tasks"), tasks.whole))
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response


@csrf_exempt  # the link in a mail is the permission: it is signed, and does one thing
@login_not_required
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop the mails of whoever holds the link, without signing in; mail programs send the form by itself."""
    user = User.objects.filter(pk=person_of(token) or 0, is_active=True).first()
    if user is None:
        raise Http404
    if request.method == "POST":
        choose_mails(user=user, mails=Mails.NONE, by=user.who())
    context = {"is_stopped": mails_of(User.objects.get(pk=user.pk)) == Mails.NONE}
    return render(request, "reminder/stop.html", context)


def _user(request: HttpRequest) -> User:
    return User.objects.select_related("preference").get(pk=who_is(request).person or 0)


def _file(content: bytes) -> HttpResponse:
    return HttpResponse(content, content_type=CONTENT_TYPE)
