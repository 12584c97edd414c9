"""What the meeting room offers to programs: groups with their meetings, and decisions."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Router, Schema

from relais.apps.meeting import frozen
from relais.apps.meeting.models import Group, Resolution

router = Router()

Words = dict[str, str]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]


class Seat(Schema):
    """An organisation takes part in a group."""

    organisation: str
    since_date: Day
    until_date: Day | None
    present: Annotated[int, Field(description="meetings at which it was")]
    held: Annotated[int, Field(description="meetings held while it took part")]
    not_noted: Annotated[int, Field(description="of those, where nobody noted whether it was there")]


class Meeting(Schema):
    """A meeting of a group."""

    number: int
    date: Day
    is_online: bool
    place: str | None
    state: Annotated[str, Field(description="planned, held or cancelled")]
    cancelled_reason: str | None


class MeetingGroup(Schema):
    """Organisations that meet about the plan."""

    slug: str
    name: Words
    kind: Annotated[str, Field(description="referents, task-force, steering or other")]
    purpose: Words | None
    rhythm_months: Annotated[int | None, Field(description="meets at least every so many; null: not agreed")]
    since_date: Day
    ended_date: Day | None
    last_held_date: Annotated[Day | None, Field(description="null: it has never met")]
    expected_date: Annotated[Day | None, Field(description="by which it should meet again")]
    is_fictional: bool
    seats: list[Seat]
    meetings: list[Meeting]


class Decision(Schema):
    """What a meeting decided."""

    group: str
    code: Annotated[str, Field(description="“3.2”: the second decision of the third meeting of the group")]
    words: Words
    organisation: Annotated[str | None, Field(description="who must carry it out")]
    due_date: Day | None
    done_date: Day | None
    done_words: Words | None
    measures: Annotated[list[int], Field(description="numbers of the measures that it touches")]
    actions: Annotated[list[str], Field(description="codes of the actions that it touches")]


@router.get("/groups", response=list[MeetingGroup], operation_id="list_groups", tags=["Meetings"],
            summary="The groups that meet")  # fmt: skip
def list_groups(request: HttpRequest) -> Any:
    """With who takes part, how often each organisation was there, and every meeting."""
    return [
        {
            **frozen.group_row(group),
            "seats": list(frozen.seat_rows(group)),
            "meetings": [frozen.meeting_row(group, meeting) for meeting in group.meetings.all()],
        }
        for group in Group.objects.whole()
    ]


@router.get("/decisions", response=list[Decision], operation_id="list_decisions", tags=["Meetings"],
            summary="What meetings decided")  # fmt: skip
def list_decisions(request: HttpRequest) -> Any:
    """Newest first, with the measures and actions that each touches."""
    return [frozen.resolution_row(resolution) for resolution in Resolution.objects.whole().newest_first()]
