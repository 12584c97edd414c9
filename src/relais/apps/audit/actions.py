"""Writing the trail: `record` notes an act; `change` edits a row and notes it, or says who was first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Protocol
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils import timezone

from relais.apps.audit.models import Event, Subject, Versioned
from relais.apps.audit.verb import Verb

UNNOTED = "…"


class By(Protocol):
    """Who acts, and for which organisation. `token` is that of the form, so that it acts once."""

    @property
    def person(self) -> int | None: ...
    @property
    def acting_for(self) -> str | None: ...
    @property
    def token(self) -> UUID | None: ...


class AlreadyDone(Exception):
    """This form has acted before: a second click, or a page sent again. Nothing was done now."""


class Conflict(Exception):
    """Someone changed the row since it was read. `row` is as it is now, `wanted` what was to be written."""

    def __init__(self, row: Versioned, wanted: Mapping[str, Any]) -> None:
        super().__init__(f"{row._meta.verbose_name} {row.pk} has changed meanwhile")
        self.row, self.wanted = row, wanted


def once(by: By) -> None:
    """Raises AlreadyDone when this form has acted before: asked first by acts that would else complain."""
    if by.token and Event.objects.filter(token=by.token).exists():
        raise AlreadyDone


@transaction.atomic
def record(
    verb: Verb, *, by: By, about: Iterable[str], before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None, why: str = "", private: bool = False,
) -> Event:  # fmt: skip
    """Note one act, in the transaction of the act itself. Raises AlreadyDone for a form sent twice.

    `about` names what it touched: "measure:16", "action:a-12", "actor:actiris". A `private` act is not told
    in public, whatever its verb.
    """
    try:
        with transaction.atomic():
            event = Event.objects.create(
                at=timezone.now(), verb=verb.slug, person=by.person, organisation=by.acting_for,
                before=_storable(before or {}), after=_storable(after or {}), why=why,
                is_public=verb.is_public and not private, token=by.token,
            )  # fmt: skip
    except IntegrityError:
        raise AlreadyDone(verb.slug) from None
    Subject.objects.bulk_create(Subject(event=event, name=name) for name in dict.fromkeys(about))
    return event


@transaction.atomic
def change(
    row: Versioned, verb: Verb, *, by: By, seen: int, why: str = "", also: Mapping[str, Any] | None = None,
    **fields: Any,
) -> Event | None:  # fmt: skip
    """Write `fields` on `row` and note what was and what is; None, and nothing noted, when nothing differs.

    `seen` is the version that the person read. `also` adds facts to the event (its words may need them).
    Values of the row's `unnoted` fields are left out of the trail: that they changed is noted.
    Raises Conflict when the row has moved on, AlreadyDone for a form sent twice.
    """
    manager = type(row)._default_manager
    now = manager.select_for_update().get(pk=row.pk)
    changed = {name: value for name, value in fields.items() if getattr(now, name) != value}
    if not changed:
        return None
    if now.version != seen:
        once(by)  # what moved it on may be the first click of two: not a conflict with oneself
        raise Conflict(now, changed)
    before = {name: getattr(now, name) for name in changed}
    manager.filter(pk=row.pk).update(version=F("version") + 1, **changed)
    for name, value in changed.items():
        setattr(row, name, value)
    row.version = now.version + 1
    hidden = dict.fromkeys(row.unnoted & changed.keys(), UNNOTED)
    return record(
        verb, by=by, about=row.subjects, before=before | hidden, after={**(also or {}), **changed, **hidden},
        why=why, private=row.is_private,
    )  # fmt: skip


def _storable(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(value) for name, value in facts.items()}


def _value(value: Any) -> Any:
    match value:
        case dt.date() | dt.datetime():
            return value.isoformat()
        case Decimal() | UUID():
            return str(value)
        case models.Model():
            return str(getattr(value, "slug", None) or getattr(value, "number", None) or value.pk)
        case Mapping():
            return {str(k): _value(v) for k, v in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_value(each) for each in value]
    return value
