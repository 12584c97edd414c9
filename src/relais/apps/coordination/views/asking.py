"""Pages of asking: who was asked and what was answered, for anyone; the acts, for those who may."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.acting import SAVED, act_or_show
from relais.apps.accounts.permissions import require
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.coordination.actions import asking as acts
from relais.apps.coordination.filters import AskFilters
from relais.apps.coordination.forms.asking import AnswerForm, AskAgainForm, AskForm, WithdrawForm
from relais.apps.coordination.models import WORKING, Ask, Mandate
from relais.apps.coordination.permissions import can_answer_ask, can_ask
from relais.apps.coordination.standing import Standing, silent_first, standings, tally
from relais.apps.coordination.vocabulary import AskKind, Reply
from relais.apps.languages.addresses import address
from relais.apps.plan.models import Actor, Measure


@login_not_required
def asks(request: HttpRequest) -> HttpResponse:
    """Everything that was asked, the silent first; narrowed by state, theme and actor."""
    filters = AskFilters.read(request.GET)
    everything = standings(Ask.objects.whole(), timezone.localdate(), Mandate.objects.speakers())
    narrowed = filters.apply(everything)
    context = {
        "found": silent_first(narrowed.items),
        "tally": tally(everything),
        "facets": filters.facets(narrowed, everything),
        "is_fiction": any(each.ask.is_fictional for each in narrowed.items),
        "may_ask": can_ask(_who(request)),
    }
    return render(request, "coordination/asks.html", context)


@login_not_required
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """One ask: what was asked, every step since, who may still answer."""
    found = _standing(pk)
    who = _who(request)
    context = {
        "found": found,
        "ask": found.ask,
        "may_answer": can_answer_ask(who, [each.pk for each in found.speakers]),
        "has_answered": _has_answered(who, found),
        "may_ask": can_ask(who),
    }
    return render(request, "coordination/ask.html", context)


def ask_new(request: HttpRequest) -> HttpResponse:
    """The cell asks several actors for one measure (?measure=16), or one for several (?actor=actiris)."""
    who = _who(request)
    require(can_ask(who))
    number, slug = request.GET.get("measure", ""), request.GET.get("actor", "")
    measure = get_object_or_404(Measure, number=number) if number.isdecimal() and len(number) < 5 else None
    actor = None if measure else get_object_or_404(Actor, slug=slug)
    back = measure.get_absolute_url() if measure else actor.get_absolute_url() if actor else ""
    form = AskForm(request.POST or None, who=who, organisations=who.organisations_as(Role.CELL),
                   measure=measure, actor=actor)  # fmt: skip

    def act() -> str:
        asked = acts.ask(wanted=form.chosen, kind=AskKind(form.cleaned_data["kind"]), words=form.text,
                         due_date=form.cleaned_data["due_date"], by=form.by)  # fmt: skip
        return asked[0].get_absolute_url() if len(asked) == 1 else back

    context = {"measure": measure, "actor": actor, "back": back, "has_choice": form.has_choice}
    return act_or_show(request, form, act, template="coordination/ask_new.html", context=context, says=SAVED)


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer for an actor: its speakers only."""
    found = _standing(pk)
    who = _who(request)
    speakers = {each.pk for each in found.speakers}
    require(can_answer_ask(who, speakers))
    form = AnswerForm(request.POST or None, who=who, organisations=who.organisations_as(*WORKING) & speakers)

    def act() -> str:
        given = form.given
        acts.answer_ask(ask=found.ask, reply=Reply(given["reply"]), reason=given["reason"],
                        language=given["language"], by=form.by)  # fmt: skip
        return found.ask.get_absolute_url()

    button = _("Answer again") if _has_answered(who, found) else _("Give an answer")
    context = _context(found, _("Your answer"), button)
    return act_or_show(request, form, act, template="coordination/ask_act.html", context=context, says=SAVED)


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """The cell no longer asks it."""
    found = _standing(pk)
    who = _who(request)
    require(can_ask(who))
    form = WithdrawForm(request.POST or None, who=who, organisations=who.organisations_as(Role.CELL))

    def act() -> str:
        acts.withdraw_ask(ask=found.ask, by=form.by, **form.given)
        return found.ask.get_absolute_url()

    context = _context(found, _("Withdraw what was asked"), _("Withdraw"))
    return act_or_show(request, form, act, template="coordination/ask_act.html", context=context, says=SAVED)


def again(request: HttpRequest, pk: int) -> HttpResponse:
    """The cell asks anew, or gives more time."""
    found = _standing(pk)
    who = _who(request)
    require(can_ask(who))
    form = AskAgainForm(
        request.POST or None, who=who, organisations=who.organisations_as(Role.CELL),
        initial={"seen": found.ask.version},
    )  # fmt: skip

    def act() -> str:
        acts.ask_again(ask=found.ask, seen=form.cleaned_data["seen"] or 0, by=form.by, **form.given)
        return found.ask.get_absolute_url()

    context = _context(found, _("Ask again, or give more time"), _("Ask anew"))
    return act_or_show(request, form, act, template="coordination/ask_act.html", context=context, says=SAVED)


def _who(request: HttpRequest) -> Who:
    return request.who  # type: ignore[attr-defined,no-any-return]


def _standing(pk: int) -> Standing:
    found = get_object_or_404(Ask.objects.whole(), pk=pk)
    speakers = Mandate.objects.filter(actor=found.actor_id).speakers()
    return standings([found], timezone.localdate(), speakers)[0]


def _has_answered(who: Who, found: Standing) -> bool:
    """Whether every organisation for which they may answer has done so since the cell last asked."""
    theirs = who.organisations_as(*WORKING)
    return not any(each.pk in theirs for each in found.still_to_answer)


def _context(found: Standing, title: str, button: str) -> dict[str, object]:
    back = address("coordination:ask", found.ask.pk)
    return {"found": found, "ask": found.ask, "title": title, "button": button, "back": back}
