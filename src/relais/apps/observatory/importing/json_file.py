"""JSON, strictly: no key twice, no number that is none, nothing nested without end."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from django.utils.translation import gettext as _

from relais.apps.observatory.importing.mending import Mending


def read_json(content: bytes, mending: Mending) -> Any:
    """What the file says. Raises FileProblems with the line."""
    try:
        return json.loads(content, object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        mending.refuse(error.lineno, "", _("is not JSON: %(error)s") % {"error": error.msg})
    except (ValueError, RecursionError) as error:
        mending.refuse(0, "", _("is not JSON: %(error)s") % {"error": str(error)[:200]})


def word_of(value: Any) -> str:
    """A value as a word: null is none, 12.0 is 12. Raises ValueError for lists and objects."""
    match value:
        case None:
            return ""
        case bool() | str():
            return str(value)
        case int() | float():
            return f"{value:.15g}"
    raise ValueError(_("a word or a number must stand here, no list and no object"))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(_("the key “%(key)s” stands twice in one object") % {"key": twice[:60]})
    return found


def _no_number(word: str) -> NoReturn:
    raise ValueError(_("“%(word)s” is no number") % {"word": word})
