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
from relais.apps.coordination.moves import moved, moves_in
from relais.apps.coordination.roads import Words
from relais.apps.coordination.vocabulary import TroubleKind
from relais.apps.plan.pictures import Mark, as_svg, picture_of_plan
from relais.core.chain import Chain
from relais.core.chain.layout import draw_plan

STOPPED = (TroubleKind.STOPPED, TroubleKind.REFUSED)


@login_not_required
def held_up(request: HttpRequest) -> HttpResponse:
    """What blocks, what is late, what waits, and everything that this holds up, with the way."""
    words, most = _words(request), _most(request)
    found = words.situation
    context = {
        "found": found,
        "blocked": told.stuck(words, [TroubleKind.BLOCKED], most),
        "late": told.stuck(words, [TroubleKind.LATE], most),
        "stopped": told.stuck(words, STOPPED, most),
        "waiters": told.waiters(words, most),
        "held": told.held(words, most),
        "doubtful": _is_doubtful(request),
        "drawing": _drawing(found, told.marks(found), "held", _("What is held up")),
    }
    return render(request, "coordination/held_up.html", context)


@login_not_required
def what_if(request: HttpRequest) -> HttpResponse:
    """What would move if something came later or not at all. The address is the question, to be shared."""
    words = _words(request)
    found = words.situation
    question = Question.read(request.GET, found)
    if "thing" in request.GET:
        return HttpResponseRedirect(f"{request.path}?{question.query}")
    moves = moves_in(found, question.delays, question.drops)
    nodes = {move.node for move in moves}
    sure = {move.node for move in moves if move.least > 0}
    marks = told.marked(sure, nodes, _("moves"), _("may move"))
    context = {
        "question": question,
        "asked": [(words.full_name(node), question.words(node), question.without(node).query)
                  for node in question.nodes],
        "moves": told.Some([moved(words, move) for move in moves[: _most(request)]], len(moves)),
        "things": things(found),
        "choices": CHOICES,
        "is_full": len(question.nodes) >= MOST,
        "is_fiction": found.is_fiction,
        "drawing": _drawing(found, marks, "moved", _("What if?")),
    }  # fmt: skip
    return render(request, "coordination/what_if.html", context)


def _words(request: HttpRequest) -> Words:
    return Words(situation(timezone.localdate(), doubtful=_is_doubtful(request)))


def _most(request: HttpRequest) -> int | None:
    """How many rows of a kind are shown: all when a reader asks for all."""
    return None if "all" in request.GET else told.ROWS


def _is_doubtful(request: HttpRequest) -> bool:
    return "yes" in request.GET.getlist("doubtful")


def _drawing(found: Situation, marks: dict[int, Mark], name: str, title: str) -> SafeString:
    """The chain with its marks; nothing when there are none."""
    if not marks:
        return SafeString()
    chain = Chain({number: measure.theme.number for number, measure in found.measures.items()}, found.links)
    picture = picture_of_plan(draw_plan(chain, width=1090), found.measures.values(), marks)
    return as_svg(picture, name=name, title=title)
