"""People and their roles, for the administrator."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from relais.apps.accounts.acting import act_or_show, who_is
from relais.apps.accounts.actions.people import close_account, give_role, recover_account, take_role
from relais.apps.accounts.factors import has_factors
from relais.apps.accounts.forms.people import RoleForm, WhyForm
from relais.apps.accounts.letters import own_page, send_recovery
from relais.apps.accounts.models import Membership, User
from relais.apps.accounts.permissions import (
    can_close_account,
    can_manage_people,
    can_recover_account,
    require,
)
from relais.apps.accounts.vocabulary import Role
from relais.apps.languages.addresses import address


def people(request: HttpRequest) -> HttpResponse:
    """Everyone who has an account, with their roles."""
    require(can_manage_people(who_is(request)))
    context = {"people": User.objects.with_roles().in_order(), "roles": Role}
    return render(request, "accounts/people.html", context)


def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: the roles they hold, and one to give."""
    require(can_manage_people(who_is(request)))
    found = get_object_or_404(User.objects.with_roles(), pk=pk)
    form = RoleForm(request.POST or None, who=who_is(request))

    def act() -> str:
        given = form.given
        give_role(user=found, organisation=given["organisation"], role=Role(given["role"]), by=form.by)
        return address("accounts:person", pk)

    context = {
        "person": found,
        "roles": Role,
        "may_recover": can_recover_account(who_is(request), found) and has_factors(pk),
        "may_close": can_close_account(who_is(request), found),
    }
    return act_or_show(request, form, act, template="accounts/person.html", context=context)


def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one role away, and say why."""
    require(can_manage_people(who_is(request)))
    membership = get_object_or_404(Membership.objects.select_related("user", "organisation"), pk=pk)
    form = WhyForm(request.POST or None, who=who_is(request))
    person = membership.user_id

    def act() -> str:
        take_role(membership=membership, by=form.by, why=form.given["why"])
        return address("accounts:person", person)

    context = {"membership": membership, "back": address("accounts:person", person)}
    return act_or_show(request, form, act, template="accounts/take_role.html", context=context)


def recover(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove the second factor that someone lost, say why, and tell them."""
    found = get_object_or_404(User, pk=pk, is_active=True)
    require(can_recover_account(who_is(request), found))
    form = WhyForm(request.POST or None, who=who_is(request))

    def act() -> str:
        recover_account(user=found, by=form.by, why=form.given["why"])
        if send_recovery(found, request.build_absolute_uri(own_page(found.language))):
            messages.success(request, _("It is removed, and a letter tells them."))
        else:
            messages.error(request, _("It is removed. The letter could not be sent: tell them yourself."))
        return address("accounts:person", pk)

    context = {"person": found, "back": address("accounts:person", pk)}
    return act_or_show(request, form, act, template="accounts/recover.html", context=context)


def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Empty the account of someone who left, and say why."""
    found = get_object_or_404(User, pk=pk, is_active=True)
    require(can_close_account(who_is(request), found))
    form = WhyForm(request.POST or None, who=who_is(request))

    def act() -> str:
        close_account(user=found, by=form.by, why=form.given["why"])
        return address("accounts:people")

    context = {"person": found, "back": address("accounts:person", pk)}
    return act_or_show(request, form, act, template="accounts/close_account.html", context=context)
