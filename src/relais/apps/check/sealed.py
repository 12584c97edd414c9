"""What a family told so far, sealed into the page itself: nothing is kept, and it dies with the tab."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cryptography.fernet import InvalidToken

from relais.apps.accounts import sealing
from relais.core.rights.family import Family
from relais.core.rights.laws import Law
from relais.core.rights.unknown import Need

LASTS = 2 * 60 * 60  # seconds: a tab that was forgotten tells nobody anything
PURPOSE = "check"
HOUSEHOLD = ""


class Gone(Exception):
    """What was sealed is too old, or was not sealed here."""


@dataclass(frozen=True)
class Told:
    """`roles`: person to role. `answers`: person (or "") to input to answer, as a file would have it.

    `skipped` are questions passed over, `asking` those on the page; `ask` the rights to look at.
    `use_last`: past the day to which an amount is known, compute with the last one. `before` is what was told
    of today, when this is the family after a change: `change`, said of the person `of`, on `day` (ISO).
    """

    ask: tuple[str, ...]
    roles: Mapping[str, str]
    use_last: bool
    answers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    skipped: frozenset[Need] = frozenset()
    asking: tuple[Need, ...] = ()
    before: Told | None = None
    change: str = ""
    of: str | None = None
    day: str = ""

    def family(self, law: Law) -> Family:
        """As the law reads it; answers to what the law of the day does not ask are left out."""
        told = {
            person: {"family.role": role} | self._known(law, person) for person, role in self.roles.items()
        }
        return Family(told, self._known(law, HOUSEHOLD))

    def _known(self, law: Law, person: str) -> dict[str, Any]:
        return {name: given for name, given in self.answers.get(person, {}).items() if name in law.inputs}

    def with_answer(self, need: Need, given: Any) -> Told:
        person = need.person or HOUSEHOLD
        answers = {**self.answers, person: {**self.answers.get(person, {}), need.name: given}}
        return replace(self, answers=answers, skipped=self.skipped - {need})

    def without(self, need: Need) -> Told:
        """As if it had never been asked."""
        person = need.person or HOUSEHOLD
        kept = {name: given for name, given in self.answers.get(person, {}).items() if name != need.name}
        return replace(self, answers={**self.answers, person: kept}, skipped=self.skipped - {need})

    def skipping(self, need: Need) -> Told:
        return replace(self.without(need), skipped=self.skipped | {need})

    @property
    def given(self) -> list[tuple[Need, Any]]:
        """Every answer, and None for what was passed over, in the order in which it came."""
        answers = [
            (Need(name, person or None), value)
            for person, told in self.answers.items()
            for name, value in told.items()
        ]
        return [*answers, *((need, None) for need in sorted(self.skipped, key=str))]


def seal(told: Told) -> str:
    """Signed and encrypted: neither the page nor who reads it on the way can tell what is in it."""
    return sealing.seal(json.dumps(_written(told)), PURPOSE)


def _written(told: Told) -> dict[str, Any]:
    return {
        "ask": told.ask, "roles": told.roles, "answers": told.answers, "use_last": told.use_last,
        "skipped": [[need.name, need.person] for need in sorted(told.skipped, key=str)],
        "asking": [[need.name, need.person] for need in told.asking],
        "before": _written(told.before) if told.before else None,
        "change": told.change, "of": told.of, "day": told.day,
    }  # fmt: skip


def unseal(sealed: str) -> Told:
    """What was sealed. Raises Gone."""
    try:
        content = json.loads(sealing.unseal(sealed, PURPOSE, lasts=LASTS))
    except (InvalidToken, ValueError):
        raise Gone from None
    return _read(content)


def _read(content: Mapping[str, Any]) -> Told:
    skipped, asking = ([Need(*need) for need in content[key]] for key in ("skipped", "asking"))
    return Told(
        tuple(content["ask"]), content["roles"], content["use_last"], content["answers"], frozenset(skipped),
        tuple(asking), _read(content["before"]) if content["before"] else None,
        content["change"], content["of"], content["day"],
    )  # fmt: skip
