"""One's own page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relais.apps.accounts.acting import act_or_show, who_is
from relais.apps.accounts.actions.people import change_details
from relais.apps.accounts.factors import factors_of
from relais.apps.accounts.forms.people import DetailsForm
from relais.apps.accounts.models import User
from relais.apps.accounts.permissions import (
    can_manage_organisations,
    can_manage_people,
    can_read_invitations,
    can_read_trail,
)
from relais.apps.accounts.vocabulary import Role
from relais.apps.languages.addresses import address
from relais.apps.languages.switch import NAMES


def me(request: HttpRequest) -> HttpResponse:
    """The signed-in person: their organisations and roles, how they sign in, and what they may look after."""
    who = who_is(request)
    person = get_object_or_404(User.objects.with_roles(), pk=who.person)
    context = {
        "person": person,
        "roles": Role,
        "language": NAMES[person.language],
        "factors": factors_of(person.pk),
        "must_set_up": who.is_held_back,
        "was_recovered": who.was_recovered,
        "duties": {
            "people": can_manage_people(who),
            "invitations": can_read_invitations(who),
            "organisations": can_manage_organisations(who),
            "trail": can_read_trail(who),
        },
    }
    return render(request, "accounts/me.html", context)


def details(request: HttpRequest) -> HttpResponse:
    """Change one's name and language."""
    user = get_object_or_404(User, pk=who_is(request).person)
    initial = {"name": user.name, "language": user.language}
    form = DetailsForm(request.POST or None, who=who_is(request), initial=initial)

    def act() -> str:
        change_details(user=user, by=form.by, **form.given)
        return address("accounts:me")

    return act_or_show(request, form, act, template="accounts/details.html")
