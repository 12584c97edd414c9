"""What can be done with an action, section by section: each has a form, an act, and who may."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.coordination import models as m
from relais.apps.coordination import permissions as may
from relais.apps.coordination.actions import action as acts
from relais.apps.coordination.actions import blocking, carrying, elsewhere, measuring
from relais.apps.coordination.forms import action as f
from relais.apps.coordination.forms import blocking as blocking_forms
from relais.apps.coordination.forms import fields, parts

Words = str | Promise
May = Callable[[Who, m.Action, Any], bool]


def _edits(who: Who, action: m.Action, _row: Any) -> bool:
    return may.can_edit_action(who, action)


def _acting(who: Who, action: m.Action, _row: Any) -> frozenset[int]:
    return may.acting_on(who, action)


def _of_gap(who: Who, action: m.Action, gap: m.DataGap) -> frozenset[int]:
    keys = {gap.owner_id} if gap.owner_id else set()
    return may.acting_on(who, action) | (who.organisations & keys)


@dataclass(frozen=True, slots=True)
class Section:
    """One thing to do with an action. `act` takes `noun`: the action, or the row that the page is about."""

    title: Words
    form: type[fields.OnAction]
    act: Callable[..., Any]
    noun: str = "action"
    may: May = _edits
    acting: Callable[[Who, m.Action, Any], Collection[int]] = lambda who, action, _row: may.acting_on(
        who, action
    )
    anchor: str = ""
    lead: Words = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """What hangs on an action under the name `of`: how a row is added, changed and removed."""

    of: str
    add: Section
    change: Section | None = None
    remove: Section | None = None


ON_ACTION: Mapping[str, Section] = {
    "words": Section(_("Words of the action"), f.WordsForm, acts.edit_words),
    "publish": Section(
        _("Publish the action"), f.PublishForm, acts.publish_action,
        lead=_("From then on anyone reads it, and every change of it stands in the public log. "
               "It cannot become a draft again."),
    ),
    "take-over": Section(
        _("Take over the action"), f.TakeOverForm, acts.take_over_action,
        may=lambda who, action, _row: may.can_take_over_action(who, action),
        lead=_("So far it is known from public sources only. When you take it over, your organisation says "
               "that it is right as it stands, and keeps it up to date from now on."),
    ),
    "decision": Section(_("Decision"), f.DecisionForm, acts.set_decision, anchor="standing"),
    "phase": Section(_("Phase of the work"), f.PhaseForm, acts.set_phase, anchor="standing"),
    "dates": Section(_("Dates"), f.DatesForm, acts.change_dates, anchor="dates"),
    "place": Section(_("For whom, at which level, whom to contact"), f.PlaceForm, acts.place_action),
    "parent": Section(_("Part of another action"), f.ParentForm, acts.set_parent),
    "completion": Section(
        _("Work done, estimated by hand"), f.CompletionForm, measuring.set_completion, anchor="steps",
        lead=_("Better than an estimate are steps: they can be counted."),
    ),
    "target": Section(_("What it wants to reach"), f.TargetForm, measuring.set_target, anchor="result"),
    "result": Section(
        _("Measured result"), f.ResultForm, measuring.set_result, anchor="result",
        lead=_("What changed for families, not what was done."),
    ),
}  # fmt: skip

ON_ROWS: Mapping[str, Rows] = {
    "blockers": Rows(
        "blockers",
        Section(
            _("Report what stops it"), blocking_forms.BlockerForm, blocking.report_blocker,
            may=lambda who, action, _row: may.can_report_blocker(who, action), anchor="blocking",
        ),
        Section(
            _("Correct what is said of a blocker"), blocking_forms.CorrectBlockerForm,
            blocking.correct_blocker, "blocker",
            may=lambda who, _action, row: may.can_lift_blocker(who, row), anchor="blocking",
        ),
        Section(
            _("It stops the action no longer"), blocking_forms.LiftForm, blocking.lift_blocker, "blocker",
            may=lambda who, _action, row: may.can_lift_blocker(who, row), anchor="blocking",
        ),
    ),
    "gates": Rows(
        "gates",
        Section(
            _("Add something that must come first"), blocking_forms.GateForm, blocking.add_gate,
            may=lambda who, action, _row: may.can_set_gate(who, action), anchor="blocking",
        ),
        Section(
            _("Note the last value"), blocking_forms.GateValueForm, blocking.note_gate_value, "gate",
            may=lambda who, _action, row: may.can_note_gate_value(who, row), anchor="blocking",
            acting=lambda who, action, _row: may.acting_on(who, action) | who.organisations_as(Role.OBSERVER),
        ),
        Section(
            _("It need not come first"), fields.Remove, blocking.remove_gate, "gate",
            may=lambda who, action, _row: may.can_set_gate(who, action), anchor="blocking",
        ),
    ),
    "owners": Rows(
        "owners",
        Section(_("Add an owner"), parts.OwnerForm, carrying.add_owner, anchor="owners"),
        Section(_("Role and share"), parts.RoleForm, carrying.edit_owner, "owner", anchor="owners"),
        Section(_("Remove an owner"), fields.Remove, carrying.remove_owner, "owner", anchor="owners"),
    ),
    "measures": Rows(
        "answered",
        Section(
            _("Add a measure that it answers"), parts.MeasureForm, carrying.add_measure, anchor="answers"
        ),
        None,
        Section(
            _("It does not answer this measure"), fields.Remove, carrying.remove_measure, "answered",
            anchor="answers",
        ),
    ),
    "steps": Rows(
        "milestones",
        Section(_("Add a step"), parts.MilestoneForm, measuring.add_milestone, anchor="steps"),
        Section(
            _("Change a step"), parts.MilestoneForm, measuring.edit_milestone, "milestone", anchor="steps"
        ),
        Section(_("Remove a step"), fields.Remove, measuring.remove_milestone, "milestone", anchor="steps"),
    ),
    "money": Rows(
        "budgets",
        Section(_("Money of a year"), parts.BudgetForm, carrying.set_budget, anchor="money"),
        Section(_("Money of a year"), parts.BudgetForm, carrying.set_budget, anchor="money"),
        Section(
            _("Remove the money of a year"), fields.Remove, carrying.remove_budget, "budget", anchor="money"
        ),
    ),
    "absorptions": Rows(
        "absorptions",
        Section(
            _("It goes on inside another plan"), parts.AbsorbForm, elsewhere.absorb_action,
            anchor="elsewhere",
            lead=_("The action stays here, with all its history: nobody should have to look for it."),
        ),
        Section(
            _("Back from another plan"), parts.ReturnForm, elsewhere.return_action, "absorption",
            anchor="elsewhere",
        ),
    ),
    "requests": Rows(
        "level_requests",
        Section(
            _("Ask another level of power"), parts.LevelRequestForm, elsewhere.ask_level, anchor="elsewhere"
        ),
        Section(
            _("Reply of another level of power"), parts.LevelReplyForm, elsewhere.note_level_reply, "request",
            may=lambda who, _action, row: may.can_reply_to_level_request(who, row), anchor="elsewhere",
        ),
    ),
    "gaps": Rows(
        "data_gaps",
        Section(
            _("A figure is missing"), parts.GapForm, elsewhere.raise_data_gap, anchor="gaps",
            may=lambda who, _action, _row: may.can_raise_data_gap(who),
            acting=lambda who, _action, _row: who.organisations,
        ),
        Section(
            _("A figure that was missing"), parts.GapCloseForm, elsewhere.close_data_gap, "gap",
            anchor="gaps",
            may=lambda who, _action, row: may.can_close_data_gap(who, row), acting=_of_gap,
        ),
    ),
}  # fmt: skip
