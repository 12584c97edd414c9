"""One plain paragraph on a result: what it is, what decided, what it was computed from, since when, and where
the rule is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from relais.core.rights.engine import Key
from relais.core.rights.laws import Known
from relais.core.rights.units import MONEY
from relais.core.rights.unknown import Need, Unknown
from relais.core.rights.words.explaining import Step
from relais.core.rights.words.reasons import Reason, parts, reasons
from relais.core.rights.words.telling import Called, Telling, telling
from relais.core.rights.words.values import INDEX, day

MOST = 3  # reasons and parts in a sentence: more is a list, not a sentence
_COLON = (": ", " : ", ": ")
_FOR = (" voor ", " pour ", " for ")
_AND = (" en ", " et ", " and ")
_BETWEEN = ("; ", " ; ", "; ")
_NOT_YET = ("dat weten we nog niet", "nous ne le savons pas encore", "we do not know yet")
_WHY = ("Want {}.", "En effet, {}.", "This is because {}.")
_MORE = ("en nog andere voorwaarden", "et d’autres conditions encore", "and other conditions")
_DEPENDS = ("Het hangt af van {}.", "Cela dépend de {}.", "It depends on {}.")
_FROM = ("Het is berekend met {}.", "Le calcul part de {}.", "It is computed from {}.")
_NEWEST = (
    "Het jongste bedrag van de wet geldt sinds {}", "Le montant le plus récent de la loi vaut depuis le {}",
    "The newest amount of the law holds since {}",
)  # fmt: skip
_NO_NEWER = (
    "; van na {} kennen we er geen", " ; nous n’en connaissons pas d’après le {}",
    "; we know of none after {}",
)  # fmt: skip
_MISSING = (
    "Het bedrag van de wet is bekend tot {}.", "Le montant de la loi est connu jusqu’au {}.",
    "The amount of the law is known up to {}.",
)  # fmt: skip
_ARTICLE = ("De regel staat in {}.", "La règle se trouve dans {}.", "The rule is in {}.")


def paragraph(step: Step, language: str, called: Called = str) -> str:
    """A result as one would tell it, in two to five sentences; `called` says how a person is called."""
    words = telling(step.result, language, called)
    return " ".join(filter(None, _sentences(step, words, INDEX[language])))


def _sentences(step: Step, words: Telling, at: int) -> Iterator[str]:
    phrases, value = words.book[step.name], step.value
    who = f", {words.called[step.of]}" if step.of else ""
    said = _NOT_YET[at] if isinstance(value, Unknown) else words.value(step.key)
    yield f"{phrases.label}{who}{_COLON[at]}{said}."
    if isinstance(value, Unknown):
        yield from _missing(value.needs, words, at)
    else:
        found = reasons(step)
        yield _why(found, words, at, is_no=not value)
        yield _computed(step, words, at)
        rests_on = (key for reason in found for key in reason.asked)
        yield _newest([step.key] if step.node.unit in MONEY and value else rests_on, words, at)
    if phrases.note:
        yield _ARTICLE[at].format(phrases.note)


def _why(found: Sequence[Reason], words: Telling, at: int, *, is_no: bool) -> str:
    """What decided: of a no in the order of the law, of anything else what one would look at first."""
    ordered = found if is_no else sorted(_last_ceilings(found), key=lambda reason: reason.rank)
    told = _grouped([(_fact(each, words), words.called[each.of]) for each in ordered], at)
    if not told:
        return ""
    if len(told) > MOST:
        told = [*told[:MOST], _MORE[at]]
    return _WHY[at].format(_BETWEEN[at].join(told))


def _last_ceilings(found: Sequence[Reason]) -> list[Reason]:
    """Of several ceilings for one value, the last: going down a scale, it is the one that counts."""
    last = {reason.asked[0]: reason.key for reason in found if not reason.rank}
    return [reason for reason in found if reason.rank or last[reason.asked[0]] == reason.key]


def _fact(reason: Reason, words: Telling) -> str:
    if reason.condition is None:
        return words.answer(reason.step.key)
    template = words.book[reason.step.name].fact(reason.condition.number, reason.condition.outcome)
    return words.filled(template, reason.step.key)


def _grouped(told: Sequence[tuple[str, str]], at: int) -> list[str]:
    """Each thing once, with all for whom it is so."""
    found: dict[str, list[str]] = {}
    for said, who in told:
        found.setdefault(said, []).extend([who] if who else [])
    return [said + _for(who, at) for said, who in found.items()]


def _for(who: Sequence[str], at: int) -> str:
    return _FOR[at] + _listed(list(dict.fromkeys(who)), at) if who else ""


def _listed(each: Sequence[str], at: int) -> str:
    return _AND[at].join(filter(None, (", ".join(each[:-1]), each[-1])))


def _missing(needs: Sequence[Need], words: Telling, at: int) -> Iterator[str]:
    """What it depends on: answers of the family, and amounts that are not known any more."""
    nodes = words.result.law.nodes
    amounts = [node.what for need in needs if isinstance((node := nodes[need.name]).what, Known)]
    asked = [need for need in needs if not isinstance(nodes[need.name].what, Known)]
    told = _grouped([(words.quoted(need.name), words.called[need.person]) for need in asked], at)
    if told:
        yield _DEPENDS[at].format(_BETWEEN[at].join(told[:MOST]))
    days = [amount.known_to for amount in amounts if isinstance(amount, Known) and amount.known_to]
    if days:
        yield _MISSING[at].format(day(min(days)))


def _computed(step: Step, words: Telling, at: int) -> str:
    """What an amount was computed from, where that is more than one."""
    found = parts(step) if step.node.unit in MONEY else []
    while len(found) == 1 and (behind := parts(found[0])):
        found = behind
    told = [(f"{words.quoted(e.name)} ({words.value(e.key)})", words.called[e.of]) for e in found[:MOST]]
    return _FROM[at].format(_listed(_grouped(told, at), at)) if told and step.value else ""


def _newest(keys: Iterable[Key], words: Telling, at: int) -> str:
    """Since when the newest amount of the law holds behind these, and up to when it was known."""
    used = [known for key in keys for known in words.amounts(key) if known.amount]
    if not used:
        return ""
    newest = max(known.amount.since for known in used if known.amount)
    past = [known.known_to for known in used if known.known_to and not known.is_known]
    return _NEWEST[at].format(day(newest)) + (_NO_NEWER[at].format(day(max(past))) if past else "") + "."
