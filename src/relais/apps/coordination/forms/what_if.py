"""What a reader asks of the what-if page: delays and droppings, from any query string whatever."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from relais.apps.coordination.chains import Node, Situation, action_node, measure_node
from relais.apps.ui.filters import Query

MOST = 12  # questions at once
LONGEST = 3660  # days: ten years
DROP = "drop"

# What the form offers; an address may say any number of days.
CHOICES: dict[str, str | Promise] = {
    "30": _("1 month later"),
    "91": _("3 months later"),
    "183": _("6 months later"),
    "365": _("12 months later"),
    "730": _("24 months later"),
    "1095": _("36 months later"),
    DROP: _("not done at all"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """Delays in days and droppings, by node, in the order asked. `unknown` are those nobody can answer.

    An address writes them `delay=a-12:365&delay=37:90&drop=a-7`: an action by its code, a measure by its
    number.
    """

    delays: Mapping[Node, int]
    drops: tuple[Node, ...]
    unknown: tuple[str, ...]
    doubtful: bool

    @classmethod
    def read(cls, query: Query, situation: Situation) -> Question:
        """Never raises; what names nothing that can move is kept as `unknown`. `thing` and `by` add one."""
        delays, drops, unknown = _asked(query), query.getlist("drop")[:MOST], []
        for thing, by in zip(query.getlist("thing"), query.getlist("by"), strict=False):
            (drops if by == DROP else delays).append(thing if by == DROP else f"{thing}:{by}")
        known: dict[Node, int] = {}
        for asked in delays[:MOST]:
            thing, _colon, days = asked.rpartition(":")
            node = find(thing, situation)
            if node and days.isascii() and days.isdecimal() and 0 < int(days[:6]) <= LONGEST:
                known[node] = int(days)
            else:
                unknown.append(asked[:60])
        found = {thing: find(thing, situation) for thing in drops}
        unknown += [thing[:60] for thing, node in found.items() if node is None]
        dropped = tuple(dict.fromkeys(node for node in found.values() if node))
        kept = {node: days for node, days in known.items() if node not in dropped}
        return cls(kept, dropped, tuple(unknown), doubtful="yes" in query.getlist("doubtful"))

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Everything asked about."""
        return *self.delays, *self.drops

    def words(self, node: Node) -> str:
        """What is asked of it."""
        days = self.delays.get(node)
        if days is None:
            return str(CHOICES[DROP])
        return ngettext("%(n)s day later", "%(n)s days later", days) % {"n": days}

    @property
    def query(self) -> str:
        """The query string that asks exactly this."""
        pairs = [("delay", f"{node.name}:{days}") for node, days in self.delays.items()]
        pairs += [("drop", str(node.name)) for node in self.drops]
        return urlencode(pairs + [("doubtful", "yes")] * self.doubtful, safe=":")

    @property
    def fields(self) -> list[tuple[str, str]]:
        """The same as hidden fields of a form that asks more."""
        pairs = [("delay", f"{node.name}:{days}") for node, days in self.delays.items()]
        return pairs + [("drop", str(node.name)) for node in self.drops]

    def without(self, node: Node) -> Question:
        """The same less one."""
        delays = {other: days for other, days in self.delays.items() if other != node}
        return replace(self, delays=delays, drops=tuple(n for n in self.drops if n != node))


def find(thing: str, situation: Situation) -> Node | None:
    """The action of that code or the measure of that number, if it is not finished."""
    if thing.isascii() and thing.isdecimal() and len(thing) < 6:
        return measure_node(int(thing)) if int(thing) in situation.measures else None
    action = situation.actions.get(thing)
    return action_node(thing) if action and not action.is_over else None


def things(situation: Situation) -> Iterable[tuple[str | Promise, list[tuple[str, str]]]]:
    """What can be asked about, in groups: value and label."""
    actions = [(a.code, f"{a.title} ({a.code})") for a in situation.actions.values() if not a.is_over]
    measures = [(str(m.number), f"{m.number}. {m.title}") for m in situation.measures.values()]
    return [group for group in ((_("Actions"), actions), (_("Measures"), measures)) if group[1]]


def _asked(query: Query) -> list[str]:
    return ["".join(c for c in asked if c.isprintable()) for asked in query.getlist("delay")[:MOST]]
