"""Actions as rows of a workbook: which columns, and what each says of an action."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from relais.apps.coordination import vocabulary as v
from relais.apps.coordination.models import Action
from relais.apps.plan.vocabulary import Level
from relais.apps.sheets.cells import word
from relais.apps.sheets.working import WorkColumn
from relais.core.texts.text import LANGUAGES

SHEET = "actions"
WORDS = {
    "title": _("Title, in this language. One of the three is needed."),
    "description": _("What is done, in this language."),
    "expected_result": _("What should change for families, in this language."),
}

COLUMNS: tuple[WorkColumn, ...] = (
    WorkColumn("code", _("Code of the action. Leave it empty for a new action.")),
    WorkColumn("version", _("How often it was changed. Leave it: it protects what others wrote."), width=9),
    WorkColumn("owner", _("Organisation that leads it. To be filled in for a new action only."), width=22),
    WorkColumn("measures", _("Measures it answers, as “16, 17a”. To be filled in for a new action only.")),
    *(WorkColumn(f"{part}_{code}", about, width=38) for part, about in WORDS.items() for code in LANGUAGES),
    WorkColumn("decision", _("Whether it was decided."), tuple(v.Decision.values)),
    WorkColumn("decision_date", _("The day of the decision, as 2026-11-24.")),
    WorkColumn("decision_source", _("Where the decision can be read."), width=30),
    WorkColumn("phase", _("Where the work stands."), tuple(v.Phase.values)),
    WorkColumn("finished_date", _("The day on which it was finished; only for finished work.")),
    WorkColumn("start_date", _("The day on which it starts.")),
    WorkColumn("due_date", _("The day by which it must be done.")),
    WorkColumn("level", _("Level of power."), tuple(Level.values), width=20),
    WorkColumn("contact_point", _("Public service that answers questions: mail or telephone."), width=30),
    WorkColumn("indicator", _("What is counted, with its unit."), width=30),
    WorkColumn("aim", _("Whether the target is reached from below or from above."), tuple(v.Aim.values)),
    WorkColumn("target_value", _("The number to reach.")),
    WorkColumn("result_value", _("The number measured.")),
    WorkColumn("result_date", _("The day on which it was measured.")),
    WorkColumn("result_source", _("Where the number can be read."), width=30),
    WorkColumn("timeliness", _("Computed from the dates."), is_read_only=True),
    WorkColumn("completion", _("Computed from the steps, or said by hand."), is_read_only=True),
    WorkColumn("reason", _("Why you change it: needed when a known date moves or work stops."), width=38),
)  # fmt: skip
NAMES = tuple(column.name for column in COLUMNS)
NEEDED = ("code", "version")
NEW_ONLY = ("owner", "measures")
EDITABLE = tuple(
    c.name for c in COLUMNS if not c.is_read_only and c.name not in ("code", "version", "reason", *NEW_ONLY)
)


def kept(action: Action) -> dict[str, Any]:
    """The editable columns of one action, as the acts want them."""
    texts = {
        f"{part}_{code}": (getattr(action, part) or {}).get(code, "") for part in WORDS for code in LANGUAGES
    }
    return texts | {name: getattr(action, name) for name in EDITABLE if name not in texts}


def said(action: Action) -> dict[str, str]:
    """Every column of one action, as `whole()` gives it; "" is not known."""
    axes = action.axes
    return {
        "code": action.code,
        "version": str(action.version),
        "owner": ", ".join(owner.organisation.slug for owner in action.owners.all()),
        "measures": ", ".join(f"{a.measure.number}{a.letter}" for a in action.answered.all()),
        **{name: word(value) for name, value in kept(action).items()},
        "timeliness": axes.timeliness.value,
        "completion": f"{axes.completion.done}/{axes.completion.of}" if axes.completion.is_known else "",
        "reason": "",
    }


def rows(actions: Iterable[Action]) -> list[dict[str, str]]:
    """One row an action."""
    return [said(action) for action in actions]
