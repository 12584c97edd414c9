"""The chain in words: what a node is called, what is wrong with it, and the way from one to the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from django.template.defaultfilters import floatformat
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.chains import Because, Node, Situation, measure_node
from relais.apps.coordination.doings import Doing, Trouble
from relais.apps.coordination.models import Gate
from relais.apps.languages.reader import colon
from relais.apps.ui.templatetags.ui import said
from relais.core.chain import Hold, Road, Wait

ARROW = SafeString(" → ")
NAMED = 3  # other causes that are named; more are counted


@dataclass(frozen=True)
class Words:
    """A situation in the reader's language; every name is made once."""

    situation: Situation
    _names: dict[Node, SafeString] = field(default_factory=dict)

    def full_name(self, node: Node) -> SafeString:
        """A link with the whole title: where a list begins."""
        if node.kind == "action":
            return self.name(node)
        measure = self.situation.measures[int(node.name)]
        title = format_html("{}. {}", measure.number, said(measure.title))
        return _link(measure.get_absolute_url(), title)

    def name(self, node: Node) -> SafeString:
        """A short link for inside a sentence."""
        if node not in self._names:
            self._names[node] = self._name(node)
        return self._names[node]

    def _name(self, node: Node) -> SafeString:
        if node.kind == "measure":
            measure = self.situation.measures[int(node.name)]
            return _link(measure.get_absolute_url(), format_html(_("measure {n}"), n=measure.number))
        action = self.situation.actions[str(node.name)]
        return _link(action.get_absolute_url(), said(action.title))

    def cause(self, node: Node) -> SafeString:
        """What is in trouble, and with what: "Title (late: was due on 1 May 2026)"."""
        troubles = self.situation.troubles.get(node, [])
        return format_html("{} ({})", self.name(node), _joined("; ", map(trouble, troubles)))

    def because(self, wait: Wait[Node], *, with_trouble: bool = False) -> SafeString:
        """One step as a sentence without its full stop; `with_trouble`: and what is wrong before it."""
        reason: Because = wait.reason
        return format_html(
            _sentence(reason, wait.later),
            earlier=self.cause(wait.earlier) if with_trouble else self.name(wait.earlier),
            later=self.name(wait.later),
            between=self.name(measure_node(reason.measure)) if reason.measure else "",
            n=reason.of,
        )

    def way(self, road: Road[Node]) -> SafeString:
        """Every step, from what is in trouble on."""
        return _joined(ARROW, map(self.because, road))

    def held_up_by(self, hold: Hold[Node]) -> SafeString:
        """The nearest cause and the way from it, in one line; then how many more there are."""
        first, *further = hold.nearest
        line = _joined(ARROW, [self.because(first, with_trouble=True), *map(self.because, further)])
        if not (more := hold.count - 1):
            return line
        others = islice((node for node in hold.causes if node != hold.cause), NAMED)
        words = ngettext("and by {n} other: {names}", "and by {n} others: {names}", more)
        names = format_html("{}{}", _joined(", ", map(self.name, others)), ", …" if more > NAMED else "")
        return format_html(_("{line}; {more}"), line=line, more=format_html(words, n=more, names=names))

    def gate(self, gate: Gate) -> SafeString:
        """What must come first: "once Title is adopted"."""
        return gate_words(gate, self.situation.other(gate))


def trouble(one: Trouble) -> SafeString:
    """What is wrong, since when, and why: "blocked since 3 May 2026: no budget"."""
    words: object = v.TroubleKind(one.kind).label
    if one.since is not None:
        words = _SINCE[one.kind] % {"date": date_format(one.since)}
    if one.blocker is None:
        return format_html("{}", words)
    return format_html("{}{} {}", words, colon(), one.blocker.get_cause_display())


def gate_words(gate: Gate, other: Doing | None) -> SafeString:
    """What must come first; `other` None is an action that the reader may not know."""
    if gate.kind == v.GateKind.INDICATOR:
        at_most = gate.aim == v.Aim.AT_MOST
        words = (
            _("once “{indicator}” is at most {value}")
            if at_most
            else (_("once “{indicator}” is at least {value}"))
        )
        return format_html(words, indicator=gate.indicator, value=floatformat(gate.threshold, "-2g"))
    words = _("once {other} is adopted") if gate.kind == v.GateKind.ADOPTED else _("once {other} is finished")
    unnamed = _("an action that is not public yet")
    return format_html(words, other=_link(other.get_absolute_url(), said(other.title)) if other else unnamed)


def _sentence(reason: Because, later: Node) -> str:
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
