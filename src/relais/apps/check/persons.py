"""How the persons of a check are called: you, your partner, the first child."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

PARENT, PARTNER, CHILD, OTHER = "parent", "partner", "child", "other"


def persons(children: int, has_partner: bool, others: int = 0) -> dict[str, str]:
    """Person to role, for so many children and other people."""
    found = {PARENT: PARENT} | ({PARTNER: PARTNER} if has_partner else {})
    found |= {f"{CHILD}-{n}": CHILD for n in range(1, children + 1)}
    return found | {f"{OTHER}-{n}": OTHER for n in range(1, others + 1)}


def called(person: str | None) -> str:
    """As the page says it; "" for the household."""
    role, _dash, n = (person or "").partition("-")
    match role:
        case "parent":
            return _("you")
        case "partner":
            return _("your partner")
        case "other":
            return _("other person %(n)s") % {"n": n}
    return _("child %(n)s") % {"n": n} if role else ""


def listed(names: Iterable[str]) -> str:
    """Several, with commas between them."""
    return ", ".join(called(name) for name in names)
