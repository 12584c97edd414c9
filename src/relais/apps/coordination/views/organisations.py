"""Pages of organisations: what each speaks for, owns, was asked and answered; and how much weighs on whom."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from relais.apps.accounts.acting import SAVED, act_or_show
from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.vocabulary import Role
from relais.apps.coordination.actions import asking as acts
from relais.apps.coordination.forms.asking import EndMandateForm, MandateForm
from relais.apps.coordination.models import Action, Ask, Mandate, with_what_they_do
from relais.apps.coordination.models.lines import lines, with_steps
from relais.apps.coordination.permissions import can_give_mandate
from relais.apps.coordination.sorting import LoadOrder
from relais.apps.coordination.standing import silent_first, standings, tally, weigh
from relais.apps.languages.addresses import address
from relais.apps.plan.models import Actor


@login_not_required
def organisations(request: HttpRequest) -> HttpResponse:
    """Every organisation, with how much it speaks for and carries."""
    listed = with_what_they_do(Organisation.objects.in_order())
    return render(request, "coordination/organisations.html", {"organisations": listed})


@login_not_required
def organisation(request: HttpRequest, slug: str) -> HttpResponse:
    """One organisation: what it speaks for, what it was asked, what it answered, what it carries."""
    found = get_object_or_404(Organisation, slug=slug)
    asked = standings(Ask.objects.heard_by(found).whole(), timezone.localdate())
    actors = Actor.objects.filter(mandates__organisation=found).order_by("position")
    context = {
        "organisation": found,
        "weighed": weigh(actors, timezone.localdate(), asked),
        "found": silent_first(asked),
        "tally": tally(asked),
        "lines": with_steps(
            lines(Action.objects.published().filter(owners__organisation=found), timezone.localdate())
        ),
        "spoken": found.spoken.select_related("ask__actor", "ask__measure").order_by("-pk"),
    }
    return render(request, "coordination/organisation.html", context)


@login_not_required
def load(request: HttpRequest) -> HttpResponse:
    """The load of every actor: named, asked, answered, accepted, silent, late. Sortable."""
    order = LoadOrder.read(request.GET)
    everyone = weigh(Actor.objects.order_by("position"), timezone.localdate())
    context = {"weighed": order.sorted(everyone), "order": order}
    return render(request, "coordination/load.html", context)


def mandates(request: HttpRequest) -> HttpResponse:
    """Who speaks for whom; the cell gives a mandate here."""
    who = request.who  # type: ignore[attr-defined]
    require(can_give_mandate(who))
    form = MandateForm(request.POST or None, who=who, organisations=who.organisations_as(Role.CELL))

    def act() -> str:
        acts.give_mandate(by=form.by, **form.given)
        return address("coordination:mandates")

    context = {"mandates": Mandate.objects.in_order(), "back": address("coordination:asks")}
    return act_or_show(request, form, act, template="coordination/mandates.html", context=context, says=SAVED)


def mandate_end(request: HttpRequest, pk: int) -> HttpResponse:
    """The cell ends a mandate, and says why."""
    who = request.who  # type: ignore[attr-defined]
    require(can_give_mandate(who))
    mandate = get_object_or_404(Mandate.objects.in_order(), pk=pk)
    form = EndMandateForm(request.POST or None, who=who, organisations=who.organisations_as(Role.CELL))

    def act() -> str:
        acts.end_mandate(mandate=mandate, by=form.by, **form.given)
        return address("coordination:mandates")

    context = {"mandate": mandate, "back": address("coordination:mandates")}
    return act_or_show(
        request, form, act, template="coordination/mandate_end.html", context=context, says=SAVED
    )
