"""The two voices: an owner's statement and an observer's opinion, each replaced only by its own next one."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import Conflict, record
from relais.apps.coordination.models import Action
from relais.apps.plan.models import Theme
from relais.apps.reporting import verbs
from relais.apps.reporting.models import Statement
from relais.apps.reporting.permissions import can_state
from relais.apps.reporting.speaking import owners_of
from relais.apps.reporting.vocabulary import Voice


@transaction.atomic
def state_voice(
    *, voice: str, subject: Action | Theme, activity: str, effect: str, words: str, language: str,
    links: list[str], by: Who, seen: int,
) -> Statement:  # fmt: skip
    """Say how far it is, signed by the organisation acted for. What it said before stays readable.

    `seen` is the version of its own last statement that was shown, 0 for none. Raises Conflict when a
    colleague spoke meanwhile, AlreadyDone for a form sent twice.
    """
    require(can_state(by, voice, subject, owners_of(subject)))
    organisation = Organisation.objects.get(slug=by.acting_for)
    said = {"activity": activity, "effect": effect, "words": words, "language": language, "links": links}
    last = Statement.objects.on(subject).by(organisation, voice).current().first()
    version = last.version if last else 0
    statement = Statement(
        voice=voice, organisation=organisation, stated_at=timezone.now(),
        version=version + 1, supersedes=last,
        action=subject if isinstance(subject, Action) else None,
        theme=subject if isinstance(subject, Theme) else None,
        **said,
    )  # fmt: skip
    verb = verbs.OWNER_STATED if voice == Voice.OWNER else verbs.OBSERVER_STATED
    record(verb, by=by, about=statement.subjects, after=said)
    if last and version != seen:
        raise Conflict(last, said)
    try:
        with transaction.atomic():
            statement.save(force_insert=True)
    except IntegrityError:  # a colleague spoke between our look and our word
        raise Conflict(Statement.objects.on(subject).by(organisation, voice).current()[0], said) from None
    return statement
