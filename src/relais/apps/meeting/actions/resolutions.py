"""What a meeting decides, correcting how it was written down, and carrying it out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import change, record
from relais.apps.coordination.models import Action
from relais.apps.meeting import verbs
from relais.apps.meeting.actions.versions import next_version
from relais.apps.meeting.models import Meeting, Resolution
from relais.apps.meeting.permissions import can_finish_resolution, can_run_groups
from relais.apps.plan.models import Measure
from relais.core.texts.text import Text


@transaction.atomic
def take_resolution(
    *, meeting: Meeting, words: Text, by: Who, organisation: Organisation | None = None,
    due_date: dt.date | None = None, measures: Iterable[Measure] = (), actions: Iterable[Action] = (),
) -> Resolution:  # fmt: skip
    """A decision of a meeting that was held. Raises ValidationError for another meeting."""
    require(can_run_groups(by))
    meeting = Meeting.objects.select_for_update(of=("self",)).select_related("group").get(pk=meeting.pk)
    if not meeting.is_held:
        raise ValidationError(_("Only a meeting that was held decides."))
    last = meeting.resolutions.aggregate(last=Max("number"))["last"] or 0
    facts = {"words": words, "organisation": organisation, "due_date": due_date}
    resolution = Resolution.objects.create(meeting=meeting, number=last + 1, **facts)
    resolution.measures.set(measures)
    resolution.actions.set(actions)
    after = {**_named(resolution), **facts, **_touched(resolution)}
    record(verbs.RESOLUTION_TAKEN, by=by, about=resolution.subjects, after=after)
    return resolution


@transaction.atomic
def amend_resolution(
    *, resolution: Resolution, measures: Iterable[Measure], actions: Iterable[Action], by: Who, seen: int,
    why: str, **fields: Any,
) -> None:  # fmt: skip
    """Correct words, date, who carries it out, or what it touches; the trail keeps both. Raises Conflict."""
    require(can_run_groups(by))
    wanted = {
        "measure_numbers": sorted(measure.number for measure in measures),
        "action_codes": sorted(action.code for action in actions),
    }
    before = _touched(resolution)
    if wanted == before:
        change(
            resolution, verbs.RESOLUTION_AMENDED, by=by, seen=seen, why=why, also=_named(resolution), **fields
        )
        return
    was = {name: getattr(resolution, name) for name in fields}
    touched_before = resolution.subjects
    next_version(resolution, seen=seen, wanted={**wanted, **fields})
    Resolution.objects.filter(pk=resolution.pk).update(**fields)
    resolution.measures.set(measures)
    resolution.actions.set(actions)
    now = Resolution.objects.whole().get(pk=resolution.pk)
    record(
        verbs.RESOLUTION_AMENDED, by=by, about=[*now.subjects, *touched_before], why=why,
        before={**was, **before}, after={**_named(now), **fields, **wanted},
    )  # fmt: skip


@transaction.atomic
def finish_resolution(
    *, resolution: Resolution, done_date: dt.date, done_words: Text | None, by: Who, seen: int
) -> None:
    """Say that it was carried out, on which day and how. Raises Conflict."""
    require(can_finish_resolution(by, resolution))
    if done_date < resolution.meeting.date:
        raise ValidationError({"done_date": _("That is before it was decided.")})
    change(
        resolution, verbs.RESOLUTION_DONE, by=by, seen=seen, also=_named(resolution),
        done_date=done_date, done_words=done_words,
    )  # fmt: skip


def _named(resolution: Resolution) -> dict[str, object]:
    return {"group": resolution.meeting.group.name, "code": resolution.code}


def _touched(resolution: Resolution) -> dict[str, list[Any]]:
    return {"measure_numbers": resolution.measure_numbers, "action_codes": resolution.action_codes}
