"""The closed lists of the meeting room."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class GroupKind(TextChoices):
    """What a group is for. “Referents” is the one that the advice asks for."""

    REFERENTS = "referents", _("working group of referents")
    TASK_FORCE = "task-force", _("task force")
    STEERING = "steering", _("steering committee")
    OTHER = "other", _("another group")


class MeetingState(TextChoices):
    PLANNED = "planned", pgettext_lazy("meeting", "planned")
    HELD = "held", pgettext_lazy("meeting", "held")
    CANCELLED = "cancelled", pgettext_lazy("meeting", "cancelled")


class Presence(TextChoices):
    """Whether an organisation was there. What nobody noted is not in the list, and is shown as not noted."""

    PRESENT = "present", pgettext_lazy("attendance", "present")
    EXCUSED = "excused", pgettext_lazy("attendance", "excused")
    ABSENT = "absent", pgettext_lazy("attendance", "absent")
