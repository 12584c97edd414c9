"""Pages of those who give an opinion by name, who moderate, and who answer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from relais.apps.accounts.acting import SAVED, act_or_show
from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.consultation import actions
from relais.apps.consultation import permissions as may
from relais.apps.consultation.forms.answering import AnswerForm, ChangeForm, ReplyForm
from relais.apps.consultation.forms.giving import ModerationForm, OpinionForm
from relais.apps.consultation.models import Answer, Opinion
from relais.apps.consultation.personal import found_in
from relais.apps.consultation.stages import Deed
from relais.apps.consultation.views.finding import consultation_of, point_of, seen, who
from relais.apps.consultation.views.preparing import show
from relais.apps.languages.addresses import address
from relais.apps.plan.models import Actor


def give(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The opinion of an organisation on a point; giving it again revises it while the stage lasts."""
    found = consultation_of(request, slug)
    allowed = may.giving_organisations(who(request), found)
    require(bool(allowed))
    point = point_of(found, number)
    theirs = list(point.opinions.filter(organisation__in=allowed).select_related("organisation"))
    known = theirs[0] if len(allowed) == 1 and theirs else None
    form = OpinionForm(request.POST or None, who=who(request), organisations=allowed, opinion=known)
    context = {"consultation": found, "point": point, "given": theirs}

    def act() -> str:
        given = actions.give_opinion(by=form.by, point=point, seen=seen(form), **form.given)
        return given.point.get_absolute_url()

    return act_or_show(request, form, act, template="consultation/give.html", context=context, says=SAVED)


def moderation(request: HttpRequest, slug: str) -> HttpResponse:
    """What waits for a moderator, oldest first, with what may point to a person."""
    found = consultation_of(request, slug)
    require(may.can_moderate(who(request), found))
    known = _bodies()
    waiting = [
        (o, found_in(f"{o.words}\n{o.wording}", known)) for o in Opinion.objects.of(found).waiting().whole()
    ]
    hidden = [o for o in Opinion.objects.of(found).whole() if o.hidden_reason]
    context = {"consultation": found, "waiting": waiting, "hidden": hidden}
    return render(request, "consultation/moderation.html", context)


def moderate(request: HttpRequest, slug: str, number: int, place: int) -> HttpResponse:
    """Read one opinion: show it, hide it, take words out. Then the next that waits."""
    found = consultation_of(request, slug)
    require(may.can_moderate(who(request), found))
    opinion = get_object_or_404(Opinion.objects.whole().of(found), point__number=number, number=place)
    opinion.point = point_of(found, number)
    form = ModerationForm(request.POST or None, who=who(request), opinion=opinion)
    warnings = found_in(f"{opinion.words}\n{opinion.wording}", _bodies())
    context = {"consultation": found, "opinion": opinion, "warnings": warnings}

    def act() -> str:
        seen = form.cleaned_data["seen"] or 0
        actions.moderate_opinion(by=form.by, opinion=opinion, seen=seen, **form.given)
        after = Opinion.objects.of(found).waiting().in_order().select_related("point").first()
        key = (found.slug, after.point.number, after.number) if after else None
        return (
            address("consultation:moderate", *key) if key else address("consultation:moderation", found.slug)
        )

    return act_or_show(request, form, act, template="consultation/moderate.html", context=context, says=SAVED)


def _bodies() -> set[str]:
    """Names of actors and organisations: no persons."""
    named = [*Actor.objects.only("name"), *Organisation.objects.only("name")]
    return {words for row in named for words in row.name.values()}


def answers(request: HttpRequest, slug: str) -> HttpResponse:
    """The authority's work: opinions without an answer first, several answered at once."""
    found = consultation_of(request, slug)
    require(may.can_answer_opinions(who(request), found))
    every = list(Opinion.objects.of(found).shown().whole())
    form = AnswerForm(
        request.POST or None, who=who(request), organisations=[found.authority_id],
        among=[o for o in every if o.answer is None],
    )  # fmt: skip
    context = {
        "consultation": found,
        "answered": [o for o in every if o.answer],
        "waiting": Opinion.objects.of(found).waiting().count(),
        "can_answer_now": found.allows(Deed.ANSWER),
    }

    def act() -> str:
        actions.answer_opinions(by=form.by, consultation=found, **form.given)
        return address("consultation:answers", found.slug)

    return act_or_show(request, form, act, template="consultation/answers.html", context=context, says=SAVED)


def revise(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Say an answer otherwise, until the consultation is closed."""
    found = consultation_of(request, slug)
    require(may.can_answer_opinions(who(request), found))
    answer = get_object_or_404(Answer.objects.select_related("consultation"), consultation=found, pk=key)
    form = ReplyForm(
        request.POST or None, who=who(request), organisations=[found.authority_id], answer=answer
    )
    codes = [o.code for o in Opinion.objects.in_order().filter(answer=answer).select_related("point")]
    return show(
        request, form,
        lambda: actions.revise_answer(by=form.by, answer=answer, seen=seen(form), **form.given),
        title=_("Revise an answer"), about=found,
        lead=_("It answers %(codes)s. What you answered before stays in the trail.")
        % {"codes": ", ".join(codes)},
    )  # fmt: skip


def new_change(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what accepted opinions led to."""
    found = consultation_of(request, slug)
    require(may.can_note_change(who(request), found))
    accepted = list(Opinion.objects.of(found).leading_to_change().whole())
    form = ChangeForm(request.POST or None, who=who(request), among=accepted, consultation=found)
    context = {"consultation": found}

    def act() -> str:
        actions.note_change(by=form.by, consultation=found, **form.given)
        return found.get_absolute_url() + "#changes"

    return act_or_show(request, form, act, template="consultation/change.html", context=context, says=SAVED)
