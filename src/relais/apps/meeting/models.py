"""Tables of groups, what they met for and what they decided, and every way of reading them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils import timezone

from relais.apps.accounts.models import Organisation
from relais.apps.audit.models import Versioned
from relais.apps.coordination.models import Action
from relais.apps.languages.addresses import address
from relais.apps.languages.fields import LocalText, TranslatedField
from relais.apps.meeting.rhythm import expected_by
from relais.apps.meeting.vocabulary import GroupKind, MeetingState, Presence
from relais.apps.plan.models import Measure


class GroupQuerySet(models.QuerySet["Group"]):
    def in_order(self) -> GroupQuerySet:
        return self.order_by("slug")

    def whole(self) -> GroupQuerySet:
        """With who takes part and every meeting with its attendance: four queries, whatever their number."""
        return self.in_order().prefetch_related(
            Prefetch("seats", Seat.objects.select_related("organisation")),
            Prefetch("meetings", Meeting.objects.prefetch_related("attendances")),
        )

    def public_pages(self) -> list[tuple[str, *tuple[str | int, ...]]]:
        """Every page about a group, as its name and arguments. Two queries."""
        meetings = Meeting.objects.filter(group__in=self).order_by("group__slug", "number")
        return [
            *(("meeting:group", slug) for slug in self.in_order().values_list("slug", flat=True)),
            *(("meeting:meeting", slug, n) for slug, n in meetings.values_list("group__slug", "number")),
        ]

    def how_many_meet(self) -> tuple[int, int]:
        """How many groups there are that have not ended, and how many of those are overdue. One query."""
        held = models.Max("meetings__date", filter=Q(meetings__state=MeetingState.HELD))
        going_on = self.filter(ended_date=None).annotate(last_held=held)
        rows = going_on.values_list("since_date", "last_held", "rhythm_months")
        expected = [expected_by(*row) for row in rows]
        today = timezone.localdate()
        return len(expected), sum(date is not None and date < today for date in expected)


@dataclass(frozen=True, slots=True)
class Rate:
    """How often an organisation was there, of the meetings held while it took part; as counts, never %."""

    present: int
    held: int
    not_noted: int


class Group(Versioned):
    """Organisations that meet about the plan. Null rhythm: none was agreed."""

    slug = models.SlugField(unique=True, max_length=60)
    name = TranslatedField()
    kind = models.CharField(max_length=20, choices=GroupKind)
    purpose = TranslatedField(null=True)
    rhythm_months = models.PositiveSmallIntegerField(null=True, help_text="meets at least every n months")
    since_date = models.DateField(help_text="when it was set up")
    ended_date = models.DateField(null=True)
    is_fictional = models.BooleanField(default=False)

    objects = GroupQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(rhythm_months=None) | Q(rhythm_months__range=(1, 60)),
                name="rhythm_within_5_years",
            ),
            models.CheckConstraint(
                condition=Q(ended_date=None) | Q(ended_date__gte=F("since_date")),
                name="group_ends_after_it_began",
            ),
        ]

    def get_absolute_url(self) -> str:
        return address("meeting:group", self.slug)

    @property
    def subjects(self) -> list[str]:
        return [f"group:{self.slug}"]

    @property
    def seated(self) -> list[Seat]:
        """The seats that are taken now; uses the prefetched `seats`."""
        return [seat for seat in self.seats.all() if seat.until_date is None]

    @property
    def seated_organisations(self) -> frozenset[int]:
        """Keys of the organisations that take part now."""
        return frozenset(seat.organisation_id for seat in self.seated)

    @property
    def held(self) -> list[Meeting]:
        """Meetings that took place, oldest first; uses the prefetched `meetings`."""
        return [meeting for meeting in self.meetings.all() if meeting.state == MeetingState.HELD]

    @property
    def last_held_date(self) -> dt.date | None:
        return max((meeting.date for meeting in self.held), default=None)

    @property
    def planned(self) -> list[Meeting]:
        """Meetings to come, and those whose day has passed while nobody said how they went."""
        return [meeting for meeting in self.meetings.all() if meeting.state == MeetingState.PLANNED]

    @property
    def expected_date(self) -> dt.date | None:
        """The date by which it should meet again; None when it has ended or no rhythm was agreed."""
        if self.ended_date:
            return None
        return expected_by(self.since_date, self.last_held_date, self.rhythm_months)

    @property
    def is_overdue(self) -> bool:
        """Whether that date has passed, and no meeting was held since."""
        return self.expected_date is not None and self.expected_date < timezone.localdate()

    def rate_of(self, seat: Seat) -> Rate:
        """How often the organisation of `seat` was there while it held that seat."""
        held = [meeting for meeting in self.held if seat.covers(meeting.date)]
        noted = [meeting.presence_of(seat.organisation_id) for meeting in held]
        return Rate(noted.count(Presence.PRESENT), len(held), noted.count(None))


class SeatQuerySet(models.QuerySet["Seat"]):
    def counted(self) -> SeatQuerySet:
        """With `rate`, counted by the database: one query where nothing else of the group is shown."""
        held = Q(group__meetings__state=MeetingState.HELD, group__meetings__date__gte=F("since_date"))
        noted = held & Q(group__meetings__attendances__organisation=F("organisation"))
        present = noted & Q(group__meetings__attendances__presence=Presence.PRESENT)
        meetings = {"held": held, "noted": noted, "present": present}
        counts = {
            f"{name}_count": models.Count("group__meetings", filter=which, distinct=True)
            for name, which in meetings.items()
        }
        return self.filter(until_date=None).select_related("group").annotate(**counts)


class Seat(models.Model):
    """An organisation takes part in a group, from a date and until another. Persons are never named."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="seats")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="seats")
    since_date = models.DateField()
    until_date = models.DateField(null=True)

    objects = SeatQuerySet.as_manager()

    held_count: int
    noted_count: int
    present_count: int

    class Meta:
        ordering = ("organisation__slug", "since_date")
        constraints = [
            models.UniqueConstraint(
                fields=["group", "organisation"], condition=Q(until_date=None), name="one_seat_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(until_date=None) | Q(until_date__gte=F("since_date")),
                name="seat_ends_after_it_began",
            ),
        ]

    @property
    def rate(self) -> Rate:
        """How often it was there, as `counted()`."""
        return Rate(self.present_count, self.held_count, self.held_count - self.noted_count)

    def covers(self, date: dt.date) -> bool:
        """Whether the organisation took part on that day."""
        return self.since_date <= date and (self.until_date is None or date <= self.until_date)


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def for_page(self) -> MeetingQuerySet:
        """With all that the page of one meeting shows."""
        return self.select_related("group").prefetch_related(
            Prefetch("group__seats", Seat.objects.select_related("organisation")),
            Prefetch("points", Point.objects.select_related("organisation")),
            Prefetch("attendances", Attendance.objects.select_related("organisation")),
            Prefetch("resolutions", Resolution.objects.whole()),
        )

    def names(self, keys: Collection[str]) -> dict[str, LocalText]:
        """Number and group, by the key that the trail has of it ("groep/3"). One query."""
        groups = {key.partition("/")[0] for key in keys}
        return {
            f"{row.group.slug}/{row.number}": LocalText(
                {code: f"{row.number}, {name}" for code, name in row.group.name.items()}
            )
            for row in self.filter(group__slug__in=groups).select_related("group")
        }


class Meeting(Versioned):
    """A group meets on a day. `number` counts the meetings of the group and never changes."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="meetings")
    number = models.PositiveSmallIntegerField()
    date = models.DateField()
    is_online = models.BooleanField(default=False)
    place = models.CharField(
        max_length=200, null=True, help_text="a public place, never a home; null: unknown"
    )
    state = models.CharField(max_length=10, choices=MeetingState, default=MeetingState.PLANNED)
    cancelled_reason = models.TextField(default="", blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("date", "number")
        constraints = [
            models.UniqueConstraint(fields=["group", "number"], name="meeting_number_once_a_group"),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(cancelled_reason=""), name="cancelled_with_a_reason"
            ),
        ]

    def get_absolute_url(self) -> str:
        return address("meeting:meeting", self.group.slug, self.number)

    @property
    def subjects(self) -> list[str]:
        return [f"meeting:{self.group.slug}/{self.number}", *self.group.subjects]

    @property
    def is_held(self) -> bool:
        return self.state == MeetingState.HELD

    @property
    def is_planned(self) -> bool:
        return self.state == MeetingState.PLANNED

    @property
    def is_to_come(self) -> bool:
        return self.date > timezone.localdate()

    @property
    def is_unaccounted(self) -> bool:
        """Its day has passed, and nobody said whether it was held."""
        return self.is_planned and self.date < timezone.localdate()

    @property
    def invited(self) -> list[Organisation]:
        """The organisations that took part in the group on its day."""
        seats = [seat for seat in self.group.seats.all() if seat.covers(self.date)]
        return [seat.organisation for seat in seats]

    def presence_of(self, organisation: int) -> Presence | None:
        """What was noted for it; None: nothing. Uses the prefetched `attendances`."""
        noted = {each.organisation_id: Presence(each.presence) for each in self.attendances.all()}
        return noted.get(organisation)


class Point(models.Model):
    """A point that an organisation puts on the agenda. Readers see it once the meeting was held."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="points")
    words = TranslatedField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    proposed_date = models.DateField()

    class Meta:
        ordering = ("pk",)


class Attendance(models.Model):
    """Whether an organisation was at a meeting. Never a person."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    presence = models.CharField(max_length=10, choices=Presence)

    class Meta:
        ordering = ("organisation__slug",)
        constraints = [
            models.UniqueConstraint(fields=["meeting", "organisation"], name="attendance_noted_once")
        ]


class ResolutionQuerySet(models.QuerySet["Resolution"]):
    def whole(self) -> ResolutionQuerySet:
        """With its meeting, who must carry it out and what it touches: three queries."""
        return self.with_meeting().prefetch_related(
            Prefetch("measures", Measure.objects.in_order()),
            Prefetch("actions", Action.objects.published().in_order()),
        )

    def with_meeting(self) -> ResolutionQuerySet:
        """With its meeting and who must carry it out, for a page that is about what it touches: one query."""
        return self.select_related("meeting__group", "organisation")

    def newest_first(self) -> ResolutionQuerySet:
        return self.order_by("-meeting__date", "-meeting__number", "number")

    def open(self) -> ResolutionQuerySet:
        """Not yet carried out."""
        return self.filter(done_date=None)


class Resolution(Versioned):
    """What a meeting decided: words, by when, by whom, and the measures and actions that it touches."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="resolutions")
    number = models.PositiveSmallIntegerField(help_text="within the meeting")
    words = TranslatedField()
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="resolutions", help_text="who must carry it out"
    )
    due_date = models.DateField(null=True)
    done_date = models.DateField(null=True)
    done_words = TranslatedField(null=True)
    measures = models.ManyToManyField(Measure, related_name="resolutions")
    actions = models.ManyToManyField(Action, related_name="resolutions")

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        ordering = ("meeting", "number")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="resolution_number_once_a_meeting")
        ]

    def get_absolute_url(self) -> str:
        return f"{self.meeting.get_absolute_url()}#decision-{self.number}"

    @property
    def code(self) -> str:
        """Its number within the group: “3.2” is the second decision of the third meeting."""
        return f"{self.meeting.number}.{self.number}"

    @property
    def measure_numbers(self) -> list[int]:
        """Numbers of the measures that it touches."""
        return sorted(measure.number for measure in self.measures.all())

    @property
    def action_codes(self) -> list[str]:
        """Codes of the published actions that it touches."""
        return sorted(action.code for action in self.actions.all())

    @property
    def is_late(self) -> bool:
        return self.done_date is None and self.due_date is not None and self.due_date < timezone.localdate()

    @property
    def subjects(self) -> list[str]:
        """The decision, its meeting, who must carry it out, and all that it touches. Uses prefetched rows."""
        carrier = [f"organisation:{self.organisation.slug}"] if self.organisation else []
        return [
            f"resolution:{self.meeting.group.slug}/{self.code}",
            *self.meeting.subjects,
            *carrier,
            *(f"measure:{measure.number}" for measure in self.measures.all()),
            *(f"action:{action.code}" for action in self.actions.all()),
        ]
