"""The chain in words: what a node is called, what is wrong with it, and the way from one to the other."""

from __future__ import annotations

from collections.abc import Iterable

from django.template.defaultfilters import floatformat
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.chains import Because, Node, Situation, Trouble
from relais.apps.coordination.models import Gate
from relais.apps.ui.templatetags.ui import said
from relais.core.chain import Hold, Road, Wait

ARROW = SafeString(" → ")


def full_name(situation: Situation, node: Node) -> SafeString:
    """A link with the whole title: where a list begins."""
    if node.kind == "measure":
        measure = situation.measures[int(node.name)]
        return _link(measure.get_absolute_url(), format_html("{}. {}", measure.number, said(measure.title)))
    return name(situation, node)


def name(situation: Situation, node: Node) -> SafeString:
    """A short link for inside a sentence."""
    if node.kind == "measure":
        measure = situation.measures[int(node.name)]
        return _link(measure.get_absolute_url(), format_html(_("measure {n}"), n=measure.number))
    action = situation.actions[str(node.name)]
    return _link(action.get_absolute_url(), said(action.title))


def trouble(one: Trouble) -> SafeString:
    """What is wrong, since when, and why: "blocked since 3 May 2026: no budget"."""
    words: object = v.TroubleKind(one.kind).label
    if one.since is not None:
        words = _SINCE[one.kind] % {"date": date_format(one.since)}
    if one.blocker is None:
        return format_html("{}", words)
    return format_html("{}: {}", words, one.blocker.get_cause_display())


def because(situation: Situation, wait: Wait[Node], *, with_trouble: bool = False) -> SafeString:
    """One step as a sentence without its full stop; `with_trouble`: and what is wrong with the earlier."""
    reason: Because = wait.reason
    words = _words(reason, wait.later)
    return format_html(
        words,
        earlier=cause(situation, wait.earlier) if with_trouble else name(situation, wait.earlier),
        later=name(situation, wait.later),
        between=name(situation, Node("measure", reason.measure)) if reason.measure else "",
        n=reason.of,
    )


def way(situation: Situation, road: Road[Node]) -> SafeString:
    """Every step, from what is in trouble on."""
    return _joined(ARROW, (because(situation, wait) for wait in road))


def gate(situation: Situation, one: Gate) -> SafeString:
    """What must come first, and what is known of it: "once Title is adopted"."""
    if one.kind == v.GateKind.INDICATOR:
        words = (
            _("once “{indicator}” is at most {value}")
            if one.aim == v.Aim.AT_MOST
            else (_("once “{indicator}” is at least {value}"))
        )
        return format_html(words, indicator=one.indicator, value=floatformat(one.threshold, "-2g"))
    assert one.other is not None
    other = (
        format_html("{}", _("an action that is not public yet"))
        if one.other.code not in situation.actions
        else name(situation, Node("action", one.other.code))
    )
    words = _("once {other} is adopted") if one.kind == v.GateKind.ADOPTED else _("once {other} is finished")
    return format_html(words, other=other)


def cause(situation: Situation, node: Node) -> SafeString:
    """What is in trouble, and with what: "Title (late since 1 May 2026)"."""
    troubles = situation.troubles.get(node, [])
    return format_html("{} ({})", name(situation, node), _joined("; ", map(trouble, troubles)))


def held_up_by(situation: Situation, hold: Hold[Node]) -> SafeString:
    """The nearest cause and the way from it, in one line; then how many more there are."""
    first, *further = hold.nearest
    steps = [because(situation, first, with_trouble=True), *(because(situation, step) for step in further)]
    line = _joined(ARROW, steps)
    if not (others := [node for node in hold.causes if node != hold.cause]):
        return line
    more = ngettext("and by {n} other: {names}", "and by {n} others: {names}", len(others))
    names = _joined(", ", (name(situation, node) for node in others))
    return format_html("{}; {}", line, format_html(more, n=len(others), names=names))


def _words(reason: Because, later: Node) -> str:
    match reason.kind, later.kind:
        case "requires", "measure":
            return _("{later} requires {earlier}")
        case "enables", "measure":
            return _("{earlier} enables {later}")
        case "requires", _kind:
            return _("{later} answers {between}, which requires {earlier}")
        case "enables", _kind:
            return _("{later} answers {between}, which {earlier} enables")
        case "answers", _kind if reason.of == 1:
            return _("{earlier} is the only known action that answers {later}")
        case "answers", _kind:
            return _("{earlier} is one of the {n} known actions that answer {later}")
        case v.GateKind.ADOPTED, _kind:
            return _("{later} may start once {earlier} is adopted")
        case v.GateKind.FINISHED, _kind:
            return _("{later} may start once {earlier} is finished")
    return _("{earlier} is a part of {later}")


_SINCE = {
    v.TroubleKind.BLOCKED: gettext_lazy("blocked since %(date)s"),
    v.TroubleKind.LATE: gettext_lazy("late: was due on %(date)s"),
    v.TroubleKind.REFUSED: gettext_lazy("refused on %(date)s"),
}


def _link(address: str, words: object) -> SafeString:
    return format_html('<a href="{}">{}</a>', address, words)


def _joined(between: str, parts: Iterable[SafeString]) -> SafeString:
    return format_html_join(between, "{}", ((part,) for part in parts))
