"""The acts of coordination, in the words of the public change log."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from relais.apps.audit.subjects import Kind, by_slug
from relais.apps.audit.verb import Verb
from relais.apps.coordination.models import Action, Ask
from relais.apps.coordination.vocabulary import Decision, GateKind, Phase

# Asking
ASKED = Verb("asked", _("%(organisation)s asked %(actor)s about measure %(of)s; answer by %(due_date)s"))
ASKED_AGAIN = Verb(
    "asked-again",
    _("%(organisation)s asked %(actor)s again about measure %(of)s; answer by %(due_date)s, "
      "before: %(before_due_date)s"),
)  # fmt: skip
ACCEPTED = Verb("ask-accepted", _("%(organisation)s accepted for %(actor)s what was asked in measure %(of)s"))
CONDITIONS = Verb(
    "ask-conditions",
    _("%(organisation)s accepted for %(actor)s, with conditions, what was asked in measure %(of)s"),
)
CONTESTED = Verb(
    "ask-contested", _("%(organisation)s contested for %(actor)s what was asked in measure %(of)s")
)
WITHDRAWN = Verb("ask-withdrawn", _("%(organisation)s no longer asks %(actor)s about measure %(of)s"))
MANDATE_GIVEN = Verb("mandate-given", _("%(speaker)s now speaks for %(actor)s, says %(organisation)s"))
MANDATE_ENDED = Verb("mandate-ended", _("%(speaker)s no longer speaks for %(actor)s, says %(organisation)s"))

# Actions. The reader knows which action: sentences stand on its page, or beside its name.
ACTION_PROPOSED = Verb("action-proposed", _("%(organisation)s proposed the action “%(title)s”"))
ACTION_DRAFTED = Verb("action-drafted", _("%(organisation)s drafted the action “%(title)s”"), is_public=False)
ACTION_PUBLISHED = Verb("action-published", _("%(organisation)s published the action “%(title)s”"))
ACTION_TAKEN_OVER = Verb(
    "action-taken-over",
    _("%(organisation)s took over the action “%(title)s”, known so far from public sources"),
)
ACTION_WORDED = Verb("action-worded", _("%(organisation)s changed the words of the action"))
ACTION_TRANSLATED = Verb("action-translated", _("%(organisation)s added a translation of the action"))
ACTION_DECIDED = {
    Decision.UNKNOWN: Verb("action-decision-unknown", _("%(organisation)s does not know if it was decided")),
    Decision.PROPOSED: Verb("action-decision-proposed", _("%(organisation)s noted: proposed for a decision")),
    Decision.ADOPTED: Verb("action-adopted", _("%(organisation)s noted: the action is adopted")),
    Decision.REFUSED: Verb("action-refused", _("%(organisation)s noted: the action is refused")),
    Decision.NONE: Verb("action-not-decided", _("%(organisation)s noted: no decision was taken")),
}
ACTION_PHASED = {
    Phase.UNKNOWN: Verb("action-phase-unknown", _("%(organisation)s does not know where the work stands")),
    Phase.NOT_STARTED: Verb("action-not-started", _("%(organisation)s noted: work has not started")),
    Phase.PREPARING: Verb("action-preparing", _("%(organisation)s noted: work is in preparation")),
    Phase.RUNNING: Verb("action-running", _("%(organisation)s noted: work is under way")),
    Phase.FINISHED: Verb("action-finished", _("%(organisation)s noted: work is finished")),
    Phase.STOPPED: Verb("action-stopped", _("%(organisation)s noted: work has stopped")),
}
DATES_SET = Verb("action-dates-set", _("%(organisation)s gave the action its dates"))
DATES_MOVED = Verb("action-dates-moved", _("%(organisation)s moved a date of the action"))
COMPLETION_SET = Verb(
    "action-completion-set",
    _("%(organisation)s estimated that %(completion_by_hand)s of every 100 parts of the work are done"),
)
COMPLETION_COUNTED = Verb(
    "action-completion-counted", _("%(organisation)s has the work counted from its steps again")
)
TARGET_SET = Verb("action-target-set", _("%(organisation)s changed what the action wants to reach"))
RESULT_MEASURED = Verb(
    "action-result-measured", _("%(organisation)s noted a measured result: %(result_value)s")
)
RESULT_WITHDRAWN = Verb("action-result-withdrawn", _("%(organisation)s withdrew the measured result"))
ACTION_PLACED = Verb(
    "action-placed", _("%(organisation)s changed level of power, target groups or contact of the action")
)
PART_OF_ACTION = Verb("action-part-of", _("%(organisation)s made it a part of the action %(parent_code)s"))
ON_ITS_OWN = Verb("action-on-its-own", _("%(organisation)s made it an action on its own"))

# What hangs on an action
OWNER_ADDED = Verb("owner-added", _("%(organisation)s noted that %(owner)s carries the action too"))
OWNER_CHANGED = Verb("owner-changed", _("%(organisation)s changed the role or share of %(owner)s"))
OWNER_REMOVED = Verb("owner-removed", _("%(organisation)s noted that %(owner)s no longer carries the action"))
MEASURE_ANSWERED = Verb(
    "measure-answered", _("%(organisation)s noted that the action answers measure %(of)s")
)
MEASURE_NOT_ANSWERED = Verb(
    "measure-not-answered", _("%(organisation)s noted that the action does not answer measure %(of)s")
)
MILESTONE_ADDED = Verb("milestone-added", _("%(organisation)s added the step “%(title)s”"))
MILESTONE_CHANGED = Verb("milestone-changed", _("%(organisation)s changed the step “%(step)s”"))
MILESTONE_DONE = Verb("milestone-done", _("%(organisation)s noted that the step “%(step)s” is done"))
MILESTONE_UNDONE = Verb(
    "milestone-undone", _("%(organisation)s noted that the step “%(step)s” is not done yet")
)
MILESTONE_REMOVED = Verb("milestone-removed", _("%(organisation)s removed the step “%(step)s”"))
BUDGET_SET = Verb("budget-set", _("%(organisation)s noted the money of %(year)s"))
BUDGET_REMOVED = Verb("budget-removed", _("%(organisation)s removed the money of %(year)s"))
ABSORBED = Verb("action-absorbed", _("%(organisation)s noted that the action goes on inside “%(into)s”"))
RETURNED = Verb("action-returned", _("%(organisation)s noted that the action came back from “%(plan)s”"))
ABSORPTION_CHANGED = Verb(
    "absorption-changed", _("%(organisation)s corrected what is known of the action inside “%(plan)s”")
)
LEVEL_ASKED = Verb("level-asked", _("%(organisation)s sent a request to %(addressee)s"))
LEVEL_REPLIED = Verb("level-replied", _("%(organisation)s noted the reply of %(addressee)s"))
GAP_RAISED = Verb("gap-raised", _("%(organisation)s noted that a figure is missing: %(wanted)s"))
GAP_FOUND = Verb("gap-found", _("%(organisation)s found a missing figure: %(wanted)s"))
GAP_IMPOSSIBLE = Verb("gap-impossible", _("%(organisation)s noted that a figure cannot be had: %(wanted)s"))
GAP_REOPENED = Verb("gap-reopened", _("%(organisation)s noted that a figure is still missing: %(wanted)s"))
FILE_TAKEN = Verb(
    "actions-file-taken",
    _("%(organisation)s sent a workbook: %(new)s new, %(changed)s changed, %(unchanged)s as they were"),
    is_public=False,
)

# What stops an action, and what must come first
BLOCKER_REPORTED = Verb("blocker-reported", _("%(organisation)s reported what stops the action: “%(words)s”"))
BLOCKER_CORRECTED = Verb(
    "blocker-corrected", _("%(organisation)s corrected what is said of a blocker: “%(words)s”")
)
BLOCKER_LIFTED = Verb(
    "blocker-lifted", _("%(organisation)s noted that this stops the action no longer: “%(words)s”")
)
BLOCKER_BACK = Verb("blocker-back", _("%(organisation)s noted that this stops the action again: “%(words)s”"))
GATE_ADDED = {
    GateKind.ADOPTED: Verb(
        "gate-adopted", _("%(organisation)s noted that the action may start once “%(other)s” is adopted")
    ),
    GateKind.FINISHED: Verb(
        "gate-finished", _("%(organisation)s noted that the action may start once “%(other)s” is finished")
    ),
    GateKind.INDICATOR: Verb(
        "gate-indicator",
        _("%(organisation)s noted that the action waits until “%(indicator)s” reaches %(threshold)s"),
    ),
}
GATE_VALUE = Verb("gate-value", _("%(organisation)s noted the last value of “%(indicator)s”: %(value)s"))
GATE_VALUE_UNKNOWN = Verb(
    "gate-value-unknown", _("%(organisation)s noted that the last value of “%(indicator)s” is not known")
)
_ON_ACTION = _("%(organisation)s noted that the action waits for “%(other)s” no longer")
GATE_REMOVED = {
    GateKind.ADOPTED: Verb("gate-adopted-removed", _ON_ACTION),
    GateKind.FINISHED: Verb("gate-finished-removed", _ON_ACTION),
    GateKind.INDICATOR: Verb(
        "gate-indicator-removed",
        _("%(organisation)s noted that the action waits for “%(indicator)s” no longer"),
    ),
}

Kind(
    "action",
    pgettext_lazy("thing", "action"),
    page="coordination:action",
    names=by_slug(Action.objects.published, "title", slug="code"),
)
Kind(
    "ask",
    pgettext_lazy("thing", "question to an actor"),
    page="coordination:ask",
    names=Ask.objects.names,
)
Kind("blocker", pgettext_lazy("thing", "blocker"))
Kind("data-gap", pgettext_lazy("thing", "figure wanted"))
