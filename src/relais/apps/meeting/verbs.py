"""The acts of the meeting room, in the words of the public change log."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relais.apps.audit.subjects import Kind, by_slug
from relais.apps.audit.verb import Verb
from relais.apps.meeting.models import Group, Meeting

GROUP_SET_UP = Verb("group-set-up", _("%(organisation)s set up the group “%(name)s”"))
GROUP_EDITED = Verb("group-edited", _("%(organisation)s changed the group “%(group)s”"))
SEAT_TAKEN = Verb("seat-taken", _("%(taker)s now takes part in the group “%(group)s”"))
SEAT_LEFT = Verb("seat-left", _("%(taker)s no longer takes part in the group “%(group)s”"))
MEETING_PLANNED = Verb("meeting-planned", _("The group “%(group)s” plans to meet on %(date)s"))
MEETING_CHANGED = Verb("meeting-changed", _("Date or place of meeting %(number)s of “%(group)s” changed"))
MEETING_HELD = Verb("meeting-held", _("The group “%(group)s” met on %(date)s"))
MEETING_CANCELLED = Verb(
    "meeting-cancelled", _("Meeting %(number)s of “%(group)s” was cancelled: %(cancelled_reason)s")
)
POINT_PROPOSED = Verb(
    "agenda-point-proposed", _("%(organisation)s put a point on the agenda of “%(group)s”"), is_public=False
)
ATTENDANCE_NOTED = Verb("attendance-noted", _("Who was at meeting %(number)s of “%(group)s” was noted"))
RESOLUTION_TAKEN = Verb("resolution-taken", _("“%(group)s” decided (%(code)s): %(words)s"))
RESOLUTION_AMENDED = Verb("resolution-amended", _("Decision %(code)s of “%(group)s” was corrected"))
RESOLUTION_DONE = Verb("resolution-done", _("Decision %(code)s of “%(group)s” was carried out"))

Kind(
    "group",
    pgettext_lazy("thing", "group"),
    page="meeting:group",
    names=by_slug(Group.objects.all, "name"),
)
Kind(
    "meeting",
    pgettext_lazy("thing", "meeting"),
    page="meeting:meeting",
    arguments=lambda key: tuple(key.split("/")),
    names=Meeting.objects.names,
)
Kind("resolution", pgettext_lazy("thing", "decision"))
