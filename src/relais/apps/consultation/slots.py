"""What pages of lower rooms show of consultations: those about it, and the changes that opinions led to."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest
from django.template.loader import render_to_string

from relais.apps.accounts.models import Organisation
from relais.apps.consultation.models import Change, Consultation, Opinion
from relais.apps.coordination.models import Action
from relais.apps.plan.models import Measure, Theme
from relais.apps.ui.slots import fills


@fills("measure", position=60)
def of_measure(request: HttpRequest, measure: Measure) -> str:
    """Consultations about a measure, or about one of the points on it, and what they changed."""
    about = Q(measure=measure) | Q(points__measure=measure)
    return _about(request, about, Q(measure=measure) | Q(other_measure=measure))


@fills("theme", position=60)
def of_theme(request: HttpRequest, theme: Theme) -> str:
    """Consultations about a theme."""
    return _about(request, Q(theme=theme), None)


@fills("action", position=60)
def of_action(request: HttpRequest, action: Action) -> str:
    """Consultations about an action, and what opinions changed in it."""
    return _about(request, Q(action=action), Q(action=action))


def _about(request: HttpRequest, about: Q, changed: Q | None) -> str:
    """Two queries at most when there is nothing, whatever there is a fixed number."""
    consultations = list(
        Consultation.objects.published().filter(about).distinct().with_stages().newest_first()
    )
    changes = list(Change.objects.whole().filter(changed)) if changed else []
    if not consultations and not changes:
        return ""
    context = {"consultations": consultations, "changes": changes}
    return render_to_string("consultation/of_something.html", context, request)


@fills("organisation", position=60)
def of_organisation(request: HttpRequest, organisation: Organisation) -> str:
    """Consultations it answers or was invited to, and the opinions that it gave."""
    concerned = Q(authority=organisation) | Q(invitees__organisation=organisation)
    listed = Consultation.objects.published().filter(concerned).distinct().with_stages()
    consultations = list(listed.newest_first())
    given = list(Opinion.objects.counted().filter(organisation=organisation).whole())
    if not consultations and not given:
        return ""
    context = {"consultations": consultations, "given": given}
    return render_to_string("consultation/of_organisation.html", context, request)


@fills("home", position=40)
def of_home(request: HttpRequest, _nothing: None) -> str:
    """The consultations that are open today, and the way to all of them."""
    every = Consultation.objects.published().with_stages().newest_first()
    context = {"open": [consultation for consultation in every if consultation.is_open]}
    return render_to_string("consultation/home.html", context, request)
