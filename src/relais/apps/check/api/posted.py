"""A household that a program posts: refused before it is read when it is too large, and read strictly."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from django.http import HttpRequest
from ninja.errors import HttpError

from relais.apps.check import catalogue
from relais.apps.check.household import HouseholdFile, household_of
from relais.core.rights.problems import WrongInput

MOST_BYTES = 256 * 1024  # a hundred persons of whom everything is told take some 200 kB
MEDIA_TYPE = "application/json"


def posted_household(request: HttpRequest) -> HouseholdFile:
    """What the body says. Raises HttpError: 413, 415, 400 for what is no JSON, 422 for what cannot be."""
    length = request.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > MOST_BYTES:
        raise HttpError(
            413,
            f"A household has at most {MOST_BYTES} bytes, and this one {length}: nothing of it was read.",
        )
    if request.content_type != MEDIA_TYPE:
        raise HttpError(415, f"Send the household as {MEDIA_TYPE}; {request.content_type!r} is not read.")
    try:
        told = household_of(_json(request.body))
    except WrongInput as error:
        raise HttpError(422, str(error)) from None
    if told.date > catalogue.laws().last:
        last = catalogue.laws().last
        raise HttpError(422, f"date: {told.date} is after {last}, the last day of which anything is written; "
                             "give an earlier day")  # fmt: skip
    return told


def _json(body: bytes) -> Any:
    try:
        return json.loads(body, object_pairs_hook=_once, parse_constant=_no_number)
    except WrongInput:
        raise
    except (ValueError, RecursionError) as error:
        raise HttpError(400, f"The body is no JSON: {error}.") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of a key that stands twice nobody knows which is meant."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise WrongInput(f"{next(n for n in names if names.count(n) > 1)}: stands twice; say it once")
    return found


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
