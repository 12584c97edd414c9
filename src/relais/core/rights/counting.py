"""Whether a family counts as alone in the sense of each law, and on what that turns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from relais.core.rights.engine import Result, evaluate
from relais.core.rights.family import Family
from relais.core.rights.inputs import Input
from relais.core.rights.laws import Law
from relais.core.rights.notions import Notion
from relais.core.rights.unknown import Need, Unknown
from relais.core.rights.words.deciding import Reason, reasons
from relais.core.rights.words.explaining import explained


class Counted(StrEnum):
    """Never a guess: what is left to a body to say is not computed."""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"
    NOT_COMPUTED = "not-computed"


@dataclass(frozen=True, slots=True)
class Standing:
    """One notion for one family. `reasons` of a yes or a no; `needs` are what it depends on."""

    notion: Notion
    counted: Counted
    reasons: tuple[Reason, ...] = ()
    needs: tuple[Need, ...] = ()


def standings(law: Law, notions: Iterable[Notion], family: Family) -> tuple[Standing, ...]:
    """`family` under each notion that is in force. Raises WrongInput for an answer that cannot be."""
    known = [notion for notion in notions if notion.rule in law.nodes]
    ruled = [notion.rule for notion in known if not isinstance(law.nodes[notion.rule].what, Input)]
    result = evaluate(law, family, ruled)
    return tuple(_standing(result, notion, notion.rule in ruled) for notion in known)


def _standing(result: Result, notion: Notion, is_ruled: bool) -> Standing:
    if not is_ruled:
        return Standing(notion, Counted.NOT_COMPUTED)
    found = result.value(notion.rule)
    if isinstance(found, Unknown):
        return Standing(notion, Counted.DEPENDS, needs=found.needs)
    counted = Counted.YES if found else Counted.NO
    return Standing(notion, counted, reasons(result, explained(result, notion.rule)))


def users(law: Law, notion: Notion, rights: Iterable[str]) -> list[str]:
    """Which other `rights` have a rule that uses it, however far down."""
    return [
        right
        for right in rights
        if right != notion.right and notion.rule in {node.name for node in law.needed_for(_of(law, right))}
    ]


def _of(law: Law, right: str) -> list[str]:
    return [name for name in law.nodes if name.startswith(f"{right}.") and "@" not in name]
