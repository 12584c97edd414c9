"""Organisations: their names, and who looks after them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relais.apps.accounts.acting import act_or_show, who_is
from relais.apps.accounts.actions.organisations import change_organisation, make_organisation
from relais.apps.accounts.forms.organisations import OrganisationForm
from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import can_manage_organisations, require
from relais.apps.languages.addresses import address


def organisations(request: HttpRequest) -> HttpResponse:
    """Every organisation, and how many people hold a role in it."""
    require(can_manage_organisations(who_is(request)))
    listed = Organisation.objects.with_counts().in_order()
    return render(request, "accounts/organisations.html", {"organisations": listed})


def add_organisation(request: HttpRequest) -> HttpResponse:
    """A new one."""
    require(can_manage_organisations(who_is(request)))
    form = OrganisationForm(request.POST or None, who=who_is(request))

    def act() -> str:
        make_organisation(name=form.name, url=form.given["url"], by=form.by)
        return address("accounts:organisations")

    context = {"back": address("accounts:organisations")}
    return act_or_show(request, form, act, template="accounts/add_organisation.html", context=context)


def edit_organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """Correct its name or web address."""
    require(can_manage_organisations(who_is(request)))
    found = get_object_or_404(Organisation, slug=slug)
    form = OrganisationForm(
        request.POST or None, who=who_is(request), initial=OrganisationForm.initial_of(found)
    )

    def act() -> str:
        change_organisation(organisation=found, name=form.name, url=form.given["url"],
                            seen=form.cleaned_data["seen"] or 0, by=form.by)  # fmt: skip
        return address("accounts:organisations")

    context = {"organisation": found, "back": address("accounts:organisations")}
    return act_or_show(request, form, act, template="accounts/edit_organisation.html", context=context)
