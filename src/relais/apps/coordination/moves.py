"""What would move, in words: by how much as far as known, to which day, by which way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from relais.apps.coordination.chains import Node, Situation
from relais.apps.coordination.roads import Words
from relais.core.chain import FOREVER, Move, Span, what_if


@dataclass(frozen=True, slots=True)
class Moved:
    """One row of the answer. `due` says the new day where both the old one and the move are known."""

    move: Move[Node]
    name: SafeString
    how_much: str
    due: str
    way: SafeString


def moves_in(situation: Situation, delays: Mapping[Node, int], drops: tuple[Node, ...]) -> list[Move[Node]]:
    """Everything that would move, what moves most first."""
    return what_if(situation.waiting, situation.spans, delays=delays, drops=drops)


def moved(words: Words, move: Move[Node]) -> Moved:
    """One move in words."""
    span = words.situation.spans.get(move.node, Span())
    return Moved(move, words.full_name(move.node), how_much(move), _due(move, span), words.way(move.road))


def how_much(move: Move[Node]) -> str:
    """In words; what is not known is said to be unknown."""
    if move.is_lost:
        return _("not done at all") if not move.road else _("cannot happen as planned")
    if move.most == FOREVER:
        return _("may not happen as planned; by how much it moves is not known")
    days = {"n": int(move.most), "least": int(move.least)}
    if move.is_known:
        return ngettext("%(n)s day later", "%(n)s days later", days["n"]) % days
    if not move.least:
        return (
            ngettext(
                "may move; by how much is not known, at most %(n)s day",
                "may move; by how much is not known, at most %(n)s days",
                days["n"],
            )
            % days
        )
    return _("moves; by how much is not known, at least %(least)s and at most %(n)s days") % days


def _due(move: Move[Node], span: Span) -> str:
    if span.end is None or not move.is_known or move.is_lost:
        return ""
    try:
        later = span.end + dt.timedelta(move.most)
    except OverflowError:
        return ""
    days = {"new": date_format(later), "old": date_format(span.end)}
    return _("%(new)s instead of %(old)s") % days
