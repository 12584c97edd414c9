"""Proposals: the list, proposing a file or only trying it, looking at one, accepting and refusing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from relais.apps.accounts.acting import act_or_show, try_or_show, who_is
from relais.apps.accounts.models import Organisation, User
from relais.apps.accounts.permissions import require
from relais.apps.accounts.vocabulary import Role
from relais.apps.languages.addresses import address
from relais.apps.observatory import actions
from relais.apps.observatory import models as m
from relais.apps.observatory.forms.releases import AcceptForm, ProposeForm, RefuseForm
from relais.apps.observatory.permissions import can_judge_release, can_propose_release, can_read_proposal
from relais.apps.observatory.proposals.differences import differences
from relais.apps.observatory.proposals.verdicts import verdict
from relais.apps.observatory.proposals.words import listings
from relais.apps.observatory.vocabulary import FindingKind, State
from relais.core.texts.problem import FileProblems


def proposals(request: HttpRequest) -> HttpResponse:
    """What was brought in: to be judged, accepted, refused. Members see that of their organisations."""
    who = who_is(request)
    require(can_propose_release(who))
    brought = _brought_in().newest_first()
    found = [each for each in brought if can_read_proposal(who, each)]
    groups = [(state, [each for each in found if each.state == state]) for state in State]
    return render(request, "observatory/proposals.html", {"groups": groups})


def propose(request: HttpRequest) -> HttpResponse:
    """Propose a file; or try it, which shows the same and stores nothing."""
    who = who_is(request)
    require(can_propose_release(who))
    may = who.organisations_as(Role.CELL, Role.MEMBER)
    form = ProposeForm(request.POST or None, request.FILES or None, who=who, organisations=may)

    def act() -> str:
        return address("observatory:proposal", _proposed(form).pk)

    def attempt() -> dict[str, Any]:
        with actions.only_trying():
            return _shown(request, _proposed(form))

    if request.method == "POST" and request.POST.get("do") != "second":
        return try_or_show(request, form, attempt, template="observatory/propose.html")
    return act_or_show(request, form, act, template="observatory/propose.html")


def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """One that was brought in: what it changes, and what would no longer fit."""
    who, found = who_is(request), _the(request, pk)
    may_judge = found.state == State.PROPOSED and can_judge_release(who, found)
    return render(request, "observatory/proposal.html", {**_shown(request, found), "may_judge": may_judge})


def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """From today on it counts."""
    return _judge(request, pk, AcceptForm, actions.accept_release, "observatory/accept.html")


def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """It never counts, for a reason."""
    return _judge(request, pk, RefuseForm, actions.refuse_release, "observatory/refuse.html")


def _judge(
    request: HttpRequest, pk: int, kind: type[AcceptForm | RefuseForm], judge: Callable[..., None],
    template: str,
) -> HttpResponse:  # fmt: skip
    who, found = who_is(request), _the(request, pk)
    require(can_judge_release(who, found))
    form = kind(request.POST or None, who=who, organisations=who.organisations_as(Role.CELL))

    def act() -> str:
        judge(release=found, by=form.by, **form.given)
        return address("observatory:proposal", found.pk)

    return act_or_show(request, form, act, template=template, context={"release": found})


def _brought_in() -> m.ReleaseQuerySet:
    """With what their organisations and people are called; None for who left. No query more."""
    named = Organisation.objects.filter(slug=OuterRef("proposed_by")).values("name")[:1]
    judge = Organisation.objects.filter(slug=OuterRef("judged_by")).values("name")[:1]
    person = User.objects.filter(pk=OuterRef("proposer"), is_active=True).values("name")[:1]
    return (
        m.Release.objects.brought_in()
        .select_related("source")
        .annotate(organisation_name=Subquery(named), judge_name=Subquery(judge), person_name=Subquery(person))
    )


def _the(request: HttpRequest, pk: int) -> m.Release:
    found = get_object_or_404(_brought_in(), pk=pk)
    require(can_read_proposal(who_is(request), found))
    return found


def _proposed(form: ProposeForm) -> m.Release:
    given = form.given
    file = given.pop("file")
    try:
        return actions.propose_release(name=file.name or "", content=file.read(), by=form.by, **given)
    except FileProblems as error:
        raise ValidationError({"file": [str(problem) for problem in error.problems]}) from None


def _shown(request: HttpRequest, release: m.Release) -> dict[str, Any]:
    changes, of = differences(release), request.GET.get("of", "")
    return {
        "release": release, "listings": listings(changes, of, request.GET.get("page")), "of": of,
        "verdict": verdict(release, changes) if release.state == State.PROPOSED else None,
        "kinds": FindingKind,
    }  # fmt: skip
