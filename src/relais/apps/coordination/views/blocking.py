"""Pages of what is held up and of what would move if; both for anyone, and neither changes anything."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from relais.apps.coordination import held_up as told
from relais.apps.coordination.chains import Situation, situation
from relais.apps.coordination.forms.what_if import CHOICES, MOST, Question, things
from relais.apps.coordination.moves import moved
from relais.apps.coordination.roads import full_name
from relais.apps.coordination.vocabulary import TroubleKind
from relais.apps.plan.pictures import Mark, as_svg, picture_of_plan
from relais.core.chain import Chain
from relais.core.chain.layout import draw_plan

STOPPED = (TroubleKind.STOPPED, TroubleKind.REFUSED)


@login_not_required
def held_up(request: HttpRequest) -> HttpResponse:
    """What blocks, what is late, what waits, and everything that this holds up, with the way."""
    found = _situation(request)
    context = {
        "found": found,
        "blocked": told.stuck(found, [TroubleKind.BLOCKED]),
        "late": told.stuck(found, [TroubleKind.LATE]),
        "stopped": told.stuck(found, STOPPED),
        "waiters": told.waiters(found),
        "held": told.held(found),
        "doubtful": "yes" in request.GET.getlist("doubtful"),
        "drawing": _drawing(found, told.marks(found), "held", _("What is held up")),
    }
    return render(request, "coordination/held_up.html", context)


@login_not_required
def what_if(request: HttpRequest) -> HttpResponse:
    """What would move if something came later or not at all. The address is the question, to be shared."""
    found = _situation(request)
    question = Question.read(request.GET, found)
    if "thing" in request.GET:
        return HttpResponseRedirect(f"{request.path}?{question.query}")
    moves = moved(found, question.delays, question.drops)
    nodes = {each.move.node: each.move for each in moves}
    marks = told.marked(
        {node for node, move in nodes.items() if move.least > 0}, nodes, _("moves"), _("may move")
    )
    context = {
        "question": question,
        "asked": [(full_name(found, node), question.words(node), question.without(node).query)
                  for node in question.nodes],
        "moves": moves,
        "things": things(found),
        "choices": CHOICES,
        "is_full": len(question.nodes) >= MOST,
        "is_fiction": found.is_fiction,
        "drawing": _drawing(found, marks, "moved", _("What if?")),
    }  # fmt: skip
    return render(request, "coordination/what_if.html", context)


def _situation(request: HttpRequest) -> Situation:
    return situation(timezone.localdate(), doubtful="yes" in request.GET.getlist("doubtful"))


def _drawing(found: Situation, marks: dict[int, Mark], name: str, title: str) -> SafeString:
    """The chain with its marks; nothing when there are none."""
    if not marks:
        return SafeString()
    chain = Chain({number: measure.theme.number for number, measure in found.measures.items()}, found.links)
    picture = picture_of_plan(draw_plan(chain, width=1090), found.measures.values(), marks)
    return as_svg(picture, name=name, title=title)
