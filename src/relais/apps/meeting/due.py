"""What the meeting room has open: meetings to come or to account for, decisions to carry out."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from relais.apps.accounts.due import Due
from relais.apps.meeting.models import Group, Resolution


def due_dates() -> Iterator[Due]:
    """In the language that is active now. Seven queries, whatever their number."""
    for group in Group.objects.whole().filter(ended_date=None):
        yield from _of_group(group)
    for resolution in Resolution.objects.whole().open().exclude(due_date=None):
        yield _of_resolution(resolution)


def _of_group(group: Group) -> Iterator[Due]:
    named = {"group": str(group.name)}
    for meeting in group.planned:
        key = f"meeting:{group.slug}:{meeting.number}"
        if meeting.is_unaccounted:
            what = _("Say whether “%(group)s” met, who was there and what was decided") % named
            yield Due(
                f"{key}:account", meeting.date, what, meeting.get_absolute_url(),
                for_cell=True, is_fictional=group.is_fictional,
            )  # fmt: skip
        else:
            yield Due(
                key, meeting.date, _("Meeting of “%(group)s”") % named, meeting.get_absolute_url(),
                organisations=group.seated_organisations, for_cell=True, is_public=True,
                is_fictional=group.is_fictional,
            )  # fmt: skip
    if (expected := group.expected_date) and not group.planned:
        yield Due(
            f"meeting-expected:{group.slug}", expected, _("“%(group)s” should have met by now") % named
            if group.is_overdue else _("“%(group)s” should meet before this date") % named,
            group.get_absolute_url(), for_cell=True, is_public=True, is_fictional=group.is_fictional,
        )  # fmt: skip


def _of_resolution(resolution: Resolution) -> Due:
    group = resolution.meeting.group
    facts = {"code": resolution.code, "group": str(group.name), "words": str(resolution.words)}
    carrier = frozenset([resolution.organisation_id] if resolution.organisation_id else [])
    assert resolution.due_date
    return Due(
        f"resolution:{group.slug}:{resolution.code}", resolution.due_date,
        _("Carry out decision %(code)s of “%(group)s”: %(words)s") % facts, resolution.get_absolute_url(),
        organisations=carrier, for_cell=not carrier, is_public=True, is_fictional=group.is_fictional,
    )  # fmt: skip
