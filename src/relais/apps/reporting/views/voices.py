"""The two voices on an action or a theme: side by side with all that each said before, and the form."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relais.apps.accounts.acting import act_or_show
from relais.apps.accounts.permissions import require
from relais.apps.accounts.vocabulary import Role
from relais.apps.coordination.models import Action
from relais.apps.languages.addresses import address
from relais.apps.plan.models import Theme
from relais.apps.reporting import actions
from relais.apps.reporting import vocabulary as v
from relais.apps.reporting.forms import StatementForm
from relais.apps.reporting.models import Statement
from relais.apps.reporting.permissions import can_state
from relais.apps.reporting.speaking import owners_of
from relais.apps.reporting.views.finding import the_action, who_of
from relais.apps.reporting.voices import both_voices


@login_not_required
def on_action(request: HttpRequest, code: str) -> HttpResponse:
    """All that was said of an action, by both."""
    return _voices(request, the_action(request, code))


@login_not_required
def on_theme(request: HttpRequest, number: int) -> HttpResponse:
    """All that was said of a theme, by both."""
    return _voices(request, get_object_or_404(Theme, number=number))


def speak_on_action(request: HttpRequest, code: str, voice: str) -> HttpResponse:
    """An owner or an observer speaks of an action."""
    return _speak(request, the_action(request, code), voice)


def speak_on_theme(request: HttpRequest, number: int, voice: str) -> HttpResponse:
    """An owner or an observer speaks of a theme."""
    return _speak(request, get_object_or_404(Theme, number=number), voice)


def address_of(subject: Action | Theme) -> str:
    """The page with both voices on it."""
    if isinstance(subject, Action):
        return address("reporting:voices-on-action", subject.code)
    return address("reporting:voices-on-theme", subject.number)


def _voices(request: HttpRequest, subject: Action | Theme) -> HttpResponse:
    who, owners = who_of(request), owners_of(subject)
    context = {
        "subject": subject,
        "title": subject.title if isinstance(subject, Action) else subject.name,
        "voices": both_voices(Statement.objects.on(subject)),
        "may_speak": [voice for voice in v.Voice if can_state(who, voice, subject, owners)],
        "address": address_of(subject),
    }
    return render(request, "reporting/voices.html", context)


def _speak(request: HttpRequest, subject: Action | Theme, voice: str) -> HttpResponse:
    if voice not in v.Voice.values:
        raise Http404
    who, owners = who_of(request), owners_of(subject)
    require(can_state(who, voice, subject, owners))
    may = who.organisations_as(Role.OBSERVER) if voice == v.Voice.OBSERVER else owners
    mine = (
        Statement.objects.on(subject).current().filter(voice=voice, organisation__in=may & who.organisations)
    )
    last = mine.first()
    form = StatementForm(
        request.POST or None, who=who, organisations=may, initial={"seen": last.version if last else 0}
    )

    def act() -> str:
        seen = form.cleaned_data["seen"] or 0
        actions.state_voice(voice=voice, subject=subject, by=form.by, seen=seen, **form.given)
        return address_of(subject)

    context = {
        "subject": subject,
        "title": subject.title if isinstance(subject, Action) else subject.name,
        "voice": v.Voice(voice),
        "last": last,
        "address": address_of(subject),
    }
    return act_or_show(request, form, act, template="reporting/speak.html", context=context)
