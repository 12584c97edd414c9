"""Acts on an action itself: propose, publish, take over, its words, decision, phase, dates and place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, record
from relais.apps.audit.verb import Verb
from relais.apps.coordination import models as m
from relais.apps.coordination import permissions as may
from relais.apps.coordination import verbs
from relais.apps.coordination import vocabulary as v
from relais.apps.languages.fields import LocalText
from relais.apps.plan.models import Measure

OWN_CODE = "a-"  # of actions declared here; those known from public sources have other codes
TRIES = 20  # to find a code that nobody took meanwhile


def rewritten(text: Mapping[str, str] | None, language: str, words: str) -> LocalText | None:
    """`text` with these words in `language`, without that language when they are empty; None for no words."""
    said = {code: said for code, said in {**(text or {}), language: words.strip()}.items() if said}
    return LocalText(said) if said else None


def not_in_the_future(date: dt.date | None, field: str) -> None:
    """Raises ValidationError: what has happened has happened by today."""
    if date is not None and date > timezone.localdate():
        raise ValidationError({field: _("This day is still to come. Give the day on which it happened.")})


@transaction.atomic
def propose_action(
    *, by: Who, owner: Organisation, title: str, language: str, description: str = "",
    measures: Sequence[tuple[Measure, str]] = (), in_part: bool = False, is_draft: bool = False,
    is_fictional: bool = False,
) -> m.Action:  # fmt: skip
    """A new action of `owner`, with its own code. `measures` come with the letter of a part, or "".

    A draft is read by its owners and the cell only. Raises ValidationError without a measure or a title.
    """
    require(by.is_cell or owner.pk in by.organisations_as(*m.WORKING))
    if not measures:
        raise ValidationError({"measures": _("Name at least one measure that the action answers.")})
    said = rewritten(None, language, title)
    if said is None:
        raise ValidationError({"title": _("Give the action a title.")})
    action = _created(
        title=said, description=rewritten(None, language, description), original_language=language,
        is_draft=is_draft, is_fictional=is_fictional or owner.is_fictional, decision=v.Decision.PROPOSED,
    )  # fmt: skip
    m.Owner.objects.create(action=action, organisation=owner, role=v.OwnerRole.LEAD)
    for measure, letter in measures:
        m.AnsweredMeasure.objects.create(action=action, measure=measure, letter=letter, in_part=in_part)
    after = {"code": action.code, "title": action.title, "owner": owner.slug, "is_draft": is_draft}
    verb = verbs.ACTION_DRAFTED if is_draft else verbs.ACTION_PROPOSED
    record(verb, by=by, about=action.subjects, after=after)
    return action


def _created(**fields: object) -> m.Action:
    """With the next code and place; whoever takes that code meanwhile makes us take the one after it."""
    for _again in range(TRIES):
        code = _next_code()
        place = m.Action.objects.order_by("-position").values_list("position", flat=True).first() or 0
        try:
            with transaction.atomic():
                return m.Action.objects.create(code=code, position=place + 1, **fields)
        except IntegrityError:
            if not m.Action.objects.filter(code=code).exists():
                raise
    raise ValidationError(_("Many actions are being added at this moment. Send the form once more."))


def _next_code() -> str:
    """The highest number so far and one more: actions are never removed, so no code is ever used again."""
    taken = m.Action.objects.filter(code__startswith=OWN_CODE).values_list("code", flat=True)
    numbers = (code.removeprefix(OWN_CODE) for code in taken)
    return f"{OWN_CODE}{max((int(number) for number in numbers if number.isdecimal()), default=0) + 1}"


@transaction.atomic
def publish_action(*, action: m.Action, by: Who, seen: int) -> None:
    """A draft becomes readable by anyone; it cannot become a draft again."""
    require(may.can_edit_action(by, action))
    change(action, verbs.ACTION_PUBLISHED, by=by, seen=seen, also={"title": action.title}, is_draft=False)


@transaction.atomic
def take_over_action(*, action: m.Action, by: Who, seen: int, reason: str) -> None:
    """An owner confirms what was so far known from public sources, and edits it from now on."""
    require(may.can_take_over_action(by, action))
    change(
        action, verbs.ACTION_TAKEN_OVER, by=by, seen=seen, why=reason, also={"title": action.title},
        origin=v.Origin.DECLARED,
    )  # fmt: skip


@transaction.atomic
def edit_words(
    *, action: m.Action, by: Who, seen: int, language: str, title: str, description: str = "",
    expected_result: str = "", is_original: bool = False,
) -> None:  # fmt: skip
    """The words in one language; those in others stay as they are now. The original always has a title."""
    require(may.can_edit_action(by, action))
    now = m.Action.objects.select_for_update().get(pk=action.pk)
    original = language if is_original else now.original_language
    words = rewritten(now.title, language, title)
    if words is None or original not in words:
        raise ValidationError({"title": _("The language that is the original needs a title.")})
    verb = verbs.ACTION_WORDED if language in now.title else verbs.ACTION_TRANSLATED
    change(
        action, verb, by=by, seen=seen, also={"language": language},
        title=words, description=rewritten(now.description, language, description),
        expected_result=rewritten(now.expected_result, language, expected_result), original_language=original,
    )  # fmt: skip


@transaction.atomic
def set_decision(
    *, action: m.Action, by: Who, seen: int, decision: str, decision_date: dt.date | None = None,
    decision_source: str | None = None,
) -> None:  # fmt: skip
    """What was decided, when, and where that can be read."""
    require(may.can_edit_action(by, action))
    not_in_the_future(decision_date, "decision_date")
    change(
        action, verbs.ACTION_DECIDED[v.Decision(decision)], by=by, seen=seen,
        decision=decision, decision_date=decision_date, decision_source=decision_source,
    )  # fmt: skip


@transaction.atomic
def set_phase(
    *, action: m.Action, by: Who, seen: int, phase: str, finished_date: dt.date | None = None,
    reason: str = "",
) -> None:  # fmt: skip
    """Where the work stands. Only finished work has a day on which it was; stopping needs a reason."""
    require(may.can_edit_action(by, action))
    not_in_the_future(finished_date, "finished_date")
    if finished_date and phase != v.Phase.FINISHED:
        raise ValidationError(
            {"finished_date": _("Only finished work has this day. Empty it, or choose “finished”.")}
        )
    if phase == v.Phase.STOPPED and not reason.strip():
        raise ValidationError({"reason": _("Say why the work has stopped.")})
    change(
        action, verbs.ACTION_PHASED[v.Phase(phase)], by=by, seen=seen, why=reason, phase=phase,
        finished_date=finished_date,
    )  # fmt: skip


@transaction.atomic
def change_dates(
    *, action: m.Action, by: Who, seen: int, start_date: dt.date | None, due_date: dt.date | None,
    reason: str = "",
) -> None:  # fmt: skip
    """New dates; each known one that moves stays readable, with the reason, which is then required."""
    require(may.can_edit_action(by, action))
    if start_date and due_date and start_date > due_date:
        raise ValidationError({"due_date": _("The due date comes before the start. Change one of them.")})
    now = m.Action.objects.select_for_update().get(pk=action.pk)
    pairs = (("start", now.start_date, start_date), ("due", now.due_date, due_date))
    moved = [(which, before, after) for which, before, after in pairs if before not in (None, after)]
    if moved and not reason.strip():
        raise ValidationError(
            {"reason": _("A date that was known changes: say why. The old date stays readable.")}
        )
    verb = verbs.DATES_MOVED if moved else verbs.DATES_SET
    change(action, verb, by=by, seen=seen, why=reason, start_date=start_date, due_date=due_date)
    acting = Organisation.objects.filter(slug=by.acting_for).first()
    for which, before, after in moved:
        m.DateChange.objects.create(
            action=action, which=which, before=before, after=after, reason=reason.strip(),
            changed_date=timezone.localdate(), organisation=acting,
        )  # fmt: skip


@transaction.atomic
def place_action(
    *, action: m.Action, by: Who, seen: int, level: str | None, targets: Collection[str],
    contact_point: str | None, contact_person: str | None,
) -> None:  # fmt: skip
    """Level of power, target groups, public contact point, and the person whom signed-in people may call."""
    require(may.can_edit_action(by, action))
    change(
        action, verbs.ACTION_PLACED, by=by, seen=seen, level=level or None, targets=list(targets),
        contact_point=contact_point or None, contact_person=contact_person or None,
    )  # fmt: skip


@transaction.atomic
def set_parent(*, action: m.Action, by: Who, seen: int, parent: m.Action | None) -> None:
    """Make it a part of `parent`, or an action on its own. Raises ValidationError where that is a circle."""
    require(may.can_edit_action(by, action))
    above = parent
    while above is not None:
        if above.pk == action.pk:
            raise ValidationError({"parent": _("An action cannot be a part of itself or of its own parts.")})
        above = above.parent
    verb: Verb = verbs.ON_ITS_OWN if parent is None else verbs.PART_OF_ACTION
    also = {} if parent is None else {"parent_code": parent.code}
    change(action, verb, by=by, seen=seen, also=also, parent=parent)
