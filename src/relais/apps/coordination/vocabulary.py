"""The closed lists of coordination. “Unknown” is a value, and is shown."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

TONES = {
    "adopted": "good", "proposed": "waiting", "refused": "late", "unknown": "unknown",
    "preparing": "waiting", "running": "waiting", "finished": "good", "stopped": "blocked",
    "on-time": "good", "late": "late", "done": "good", "done-late": "late",
    "reached": "good", "partly": "waiting", "not-reached": "late",
}  # fmt: skip


class Toned(TextChoices):
    """A closed list of how something stands: each value has the tone of its mark (see `ui.status`)."""

    @property
    def tone(self) -> str:
        return TONES.get(self.value, "plain")


class AskKind(TextChoices):
    CARRY = "carry", _("carry it")
    SHARE = "share", _("share in it")


class Reply(TextChoices):
    """What becomes of an ask. Silence is not in the list: it is what no answer becomes after the due date.

    The first three are the actor's, the last two the cell's.
    """

    ACCEPTED = "accepted", _("accepted")
    CONDITIONS = "conditions", _("accepted with conditions")
    CONTESTED = "contested", _("contested")
    WITHDRAWN = "withdrawn", _("withdrawn by the cell")
    ASKED_AGAIN = "asked-again", _("asked again by the cell")


class AskState(TextChoices):
    """The reply, or what its absence means today."""

    ASKED = "asked", _("asked, answer awaited")
    SILENT = "silent", _("silent")
    ACCEPTED = Reply.ACCEPTED.value, Reply.ACCEPTED.label
    CONDITIONS = Reply.CONDITIONS.value, Reply.CONDITIONS.label
    CONTESTED = Reply.CONTESTED.value, Reply.CONTESTED.label
    DIVIDED = "divided", _("those who speak for it answered differently")
    WITHDRAWN = Reply.WITHDRAWN.value, Reply.WITHDRAWN.label


class Origin(TextChoices):
    """Where what we say of an action comes from."""

    DECLARED = "declared", _("declared by its owner")
    PUBLIC_SOURCES = "public-sources", _("from public sources; no owner has confirmed it here")


class OwnerRole(TextChoices):
    LEAD = "lead", _("lead")
    PARTNER = "partner", _("partner")
    FUNDER = "funder", _("funder")


class Decision(Toned):
    """Was it decided? Decided is not done."""

    UNKNOWN = "unknown", pgettext_lazy("decision", "unknown")
    PROPOSED = "proposed", pgettext_lazy("decision", "proposed")
    ADOPTED = "adopted", pgettext_lazy("decision", "adopted")
    REFUSED = "refused", pgettext_lazy("decision", "refused")
    NONE = "none", pgettext_lazy("decision", "no decision")


class Phase(Toned):
    """Where the work stands, as its owner says it."""

    UNKNOWN = "unknown", pgettext_lazy("phase", "unknown")
    NOT_STARTED = "not-started", pgettext_lazy("phase", "not started")
    PREPARING = "preparing", pgettext_lazy("phase", "in preparation")
    RUNNING = "running", pgettext_lazy("phase", "under way")
    FINISHED = "finished", pgettext_lazy("phase", "finished")
    STOPPED = "stopped", pgettext_lazy("phase", "stopped")


class Timeliness(Toned):
    """Computed from dates; never set."""

    UNKNOWN = "unknown", pgettext_lazy("timeliness", "unknown")
    ON_TIME = "on-time", pgettext_lazy("timeliness", "on time")
    LATE = "late", pgettext_lazy("timeliness", "late")
    DONE = "done", pgettext_lazy("timeliness", "done")
    DONE_LATE = "done-late", pgettext_lazy("timeliness", "done, later than planned")
    STOPPED = "stopped", pgettext_lazy("timeliness", "stopped")


class Result(Toned):
    """What changed for families, measured; apart from how much was done."""

    UNKNOWN = "unknown", pgettext_lazy("result", "unknown")
    REACHED = "reached", pgettext_lazy("result", "target reached")
    PARTLY = "partly", pgettext_lazy("result", "target reached in part")
    NOT_REACHED = "not-reached", pgettext_lazy("result", "target not reached")
    NO_TARGET = "no-target", pgettext_lazy("result", "measured, but no target was set")


class Aim(TextChoices):
    """From which side a target is reached."""

    AT_LEAST = "at-least", pgettext_lazy("aim", "at least")
    AT_MOST = "at-most", pgettext_lazy("aim", "at most")


class Staleness(Toned):
    """When something was last told of an action here. A plan that reports yearly is stale after a year."""

    UNKNOWN = "unknown", pgettext_lazy("staleness", "nothing was told here yet")
    FRESH = "fresh", pgettext_lazy("staleness", "told of in the past year")
    STALE = "stale", pgettext_lazy("staleness", "nothing told for over a year")


class Target(TextChoices):
    """Whom an action is for."""

    ALL = "all", _("all single-parent families")
    MOTHERS = "mothers", _("single mothers")
    FATHERS = "fathers", _("single fathers")
    YOUNG_PARENTS = "young-parents", _("young parents")
    YOUNG_CHILDREN = "young-children", _("families with young children")
    JOBSEEKERS = "jobseekers", _("parents looking for work")
    WORKING = "working", _("parents at work")
    LOW_INCOME = "low-income", _("families on a low income")
    TENANTS = "tenants", _("tenants")
    SEPARATING = "separating", _("parents who are separating")
    VIOLENCE = "violence", _("victims of violence")
    MIGRANTS = "migrants", _("parents with a history of migration")
    DISABILITY = "disability", _("parents or children with a disability")
    PROFESSIONALS = "professionals", _("professionals")


class Cause(TextChoices):
    """Why something does not move."""

    DECISION = "decision", _("waits for a decision")
    BUDGET = "budget", _("no budget")
    STAFF = "staff", _("no staff")
    LAW = "law", _("the law does not allow it yet")
    DATA = "data", _("data are missing")
    OTHER_ACTION = "other-action", _("waits for another action")
    OTHER_LEVEL = "other-level", _("waits for another level of power")
    GOVERNMENT_GAP = "government-gap", _("no government with full powers")
    OTHER = "other", _("another cause")


class GateKind(TextChoices):
    """What must come first before an action may start."""

    ADOPTED = "adopted", _("another action is adopted")
    FINISHED = "finished", _("another action is finished")
    INDICATOR = "indicator", _("an indicator reaches a value")


class GateState(TextChoices):
    OPEN = "open", pgettext_lazy("gate", "open")
    CLOSED = "closed", pgettext_lazy("gate", "closed")
    UNKNOWN = "unknown", pgettext_lazy("gate", "unknown")


class TroubleKind(TextChoices):
    """What makes an action hold up others. Computed; only a blocker is told by someone."""

    BLOCKED = "blocked", pgettext_lazy("trouble", "blocked")
    LATE = "late", pgettext_lazy("trouble", "late")
    REFUSED = "refused", pgettext_lazy("trouble", "refused")
    STOPPED = "stopped", pgettext_lazy("trouble", "stopped")


class LevelReply(TextChoices):
    """What another level of power answered."""

    AWAITED = "awaited", _("no reply yet")
    GRANTED = "granted", _("granted")
    IN_PART = "in-part", _("granted in part")
    REFUSED = "refused", _("refused")


class GapState(TextChoices):
    """A figure that is missing is a task."""

    OPEN = "open", _("wanted")
    FOUND = "found", _("found")
    IMPOSSIBLE = "impossible", _("cannot be had")
