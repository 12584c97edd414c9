"""The words and the tone of every value of a closed list that a freeze may hold.

They stand here and not in the rooms below: a balance needs a freeze and nothing else. A value of an older
freeze that is in no list any more is shown as it was written.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Label = str | Promise

ASK: dict[str, tuple[Label, str]] = {
    "accepted": (_("accepted"), "good"),
    "conditions": (_("accepted with conditions"), "waiting"),
    "contested": (_("contested"), "late"),
    "divided": (_("those who speak for it answered differently"), "blocked"),
    "asked": (_("asked, answer awaited"), "plain"),
    "silent": (_("silent"), "unknown"),
    "withdrawn": (_("withdrawn by the cell"), "plain"),
}
DECISION: dict[str, tuple[Label, str]] = {
    "adopted": (pgettext_lazy("decision", "adopted"), "good"),
    "proposed": (pgettext_lazy("decision", "proposed"), "waiting"),
    "refused": (pgettext_lazy("decision", "refused"), "late"),
    "none": (pgettext_lazy("decision", "no decision"), "plain"),
    "unknown": (pgettext_lazy("decision", "unknown"), "unknown"),
}
PHASE: dict[str, tuple[Label, str]] = {
    "finished": (pgettext_lazy("phase", "finished"), "good"),
    "running": (pgettext_lazy("phase", "under way"), "waiting"),
    "preparing": (pgettext_lazy("phase", "in preparation"), "waiting-soft"),
    "not-started": (pgettext_lazy("phase", "not started"), "plain"),
    "stopped": (pgettext_lazy("phase", "stopped"), "late"),
    "unknown": (pgettext_lazy("phase", "unknown"), "unknown"),
}
TIMELINESS: dict[str, tuple[Label, str]] = {
    "done": (pgettext_lazy("timeliness", "done"), "good"),
    "done-late": (pgettext_lazy("timeliness", "done, later than planned"), "waiting"),
    "on-time": (pgettext_lazy("timeliness", "on time"), "waiting-soft"),
    "late": (pgettext_lazy("timeliness", "late"), "late"),
    "stopped": (pgettext_lazy("timeliness", "stopped"), "plain"),
    "unknown": (pgettext_lazy("timeliness", "unknown"), "unknown"),
}
RESULT: dict[str, tuple[Label, str]] = {
    "reached": (pgettext_lazy("result", "target reached"), "good"),
    "partly": (pgettext_lazy("result", "target reached in part"), "waiting"),
    "not-reached": (pgettext_lazy("result", "target not reached"), "late"),
    "no-target": (pgettext_lazy("result", "measured, but no target was set"), "plain"),
    "unknown": (pgettext_lazy("result", "unknown"), "unknown"),
}
REPORT: dict[str, tuple[Label, str]] = {
    "validated": (pgettext_lazy("report", "validated"), "good"),
    "submitted": (pgettext_lazy("report", "submitted"), "waiting"),
    "returned": (pgettext_lazy("report", "returned with a note"), "waiting-soft"),
    "awaited": (pgettext_lazy("report", "awaited"), "plain"),
    "silent": (pgettext_lazy("report", "silent"), "unknown"),
}
ACTIVITY: dict[str, tuple[Label, str]] = {
    "unknown": (pgettext_lazy("activity", "cannot be judged"), "unknown"),
    "nothing": (pgettext_lazy("activity", "nothing was done"), "late"),
    "less": (pgettext_lazy("activity", "less than planned"), "waiting"),
    "planned": (pgettext_lazy("activity", "as planned"), "good"),
    "more": (pgettext_lazy("activity", "more than planned"), "good"),
}
EFFECT: dict[str, tuple[Label, str]] = {
    "unknown": (pgettext_lazy("effect", "cannot be judged"), "unknown"),
    "worse": (pgettext_lazy("effect", "families are worse off"), "late"),
    "none": (pgettext_lazy("effect", "no change for families"), "plain"),
    "some": (pgettext_lazy("effect", "some change for families"), "waiting"),
    "clear": (pgettext_lazy("effect", "a clear change for families"), "good"),
}
CAUSE: dict[str, tuple[Label, str]] = {
    "decision": (_("waits for a decision"), "blocked"),
    "budget": (_("no budget"), "blocked"),
    "staff": (_("no staff"), "blocked"),
    "law": (_("the law does not allow it yet"), "blocked"),
    "data": (_("data are missing"), "blocked"),
    "other-action": (_("waits for another action"), "blocked"),
    "other-level": (_("waits for another level of power"), "blocked"),
    "government-gap": (_("no government with full powers"), "blocked"),
    "other": (_("another cause"), "blocked"),
}
GAP: dict[str, tuple[Label, str]] = {
    "open": (_("wanted"), "waiting"),
    "found": (_("found"), "good"),
    "impossible": (_("cannot be had"), "late"),
}
AFTERMATH: dict[str, tuple[Label, str]] = {
    "happened": (pgettext_lazy("aftermath", "happened"), "good"),
    "carried-over": (pgettext_lazy("aftermath", "carried over into a later plan"), "waiting"),
    "did-not-happen": (pgettext_lazy("aftermath", "did not happen"), "late"),
}
ORIGIN: dict[str, tuple[Label, str]] = {
    "declared": (_("declared by its owner"), "good"),
    "public-sources": (_("from public sources; no owner has confirmed it here"), "unknown"),
}
QUESTIONS: dict[str, Label] = {
    "done": _("What was done?"),
    "spent": _("What was spent?"),
    "worked": _("Who worked on it?"),
    "stalled": _("What did not start, and why?"),
    "next": _("What comes next?"),
}
ANSWERS: dict[str, Label] = {
    "nothing": pgettext_lazy("answer", "nothing"),
    "unknown": pgettext_lazy("answer", "not known"),
}
AXES: dict[str, tuple[Label, dict[str, tuple[Label, str]]]] = {
    "decision": (_("Decision"), DECISION),
    "phase": (_("Phase"), PHASE),
    "timeliness": (_("Timeliness"), TIMELINESS),
    "result": (_("Result for families"), RESULT),
}


def label(vocabulary: dict[str, tuple[Label, str]], value: str | None) -> Label:
    """The words of a value."""
    return vocabulary[value][0] if value in vocabulary else value or _("not known")


def tone(vocabulary: dict[str, tuple[Label, str]], value: str | None) -> str:
    """How a value is drawn: good, waiting, waiting-soft, late, blocked, plain or unknown."""
    return vocabulary[value][1] if value in vocabulary else "unknown"
