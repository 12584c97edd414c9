"""Acts on who carries an action, what it answers, and its money of each year."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.permissions import require
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import Conflict, change, record
from relais.apps.coordination import models as m
from relais.apps.coordination import permissions as may
from relais.apps.coordination import verbs
from relais.apps.plan.models import Measure

ALL = 100  # percent


def _alone(action: m.Action) -> None:
    """Nobody else adds to the action until this act is over."""
    m.Action.objects.select_for_update().get(pk=action.pk)


def _fits(action: m.Action, share: int | None, but: m.Owner | None = None) -> None:
    others = sum(o.share or 0 for o in m.Owner.objects.filter(action=action) if but is None or o.pk != but.pk)
    if others + (share or 0) > ALL:
        left = ALL - others
        raise ValidationError(
            {"share": _("Shares add up to more than 100: at most %(left)s is left.") % {"left": left}}
        )


@transaction.atomic
def add_owner(
    *, action: m.Action, by: Who, organisation: Organisation, role: str, share: int | None = None
) -> m.Owner:  # fmt: skip
    """One organisation more that carries the action. Shares, where known, never add up to more than 100."""
    require(may.can_edit_action(by, action))
    _alone(action)
    if m.Owner.objects.filter(action=action, organisation=organisation).exists():
        raise ValidationError(
            {"organisation": _("This organisation carries the action already: change its role.")}
        )
    _fits(action, share)
    made = m.Owner.objects.create(action=action, organisation=organisation, role=role, share=share)
    after = {"owner": organisation.name, "role": role, "share": share}
    about = [*action.subjects, *organisation.subjects]
    record(verbs.OWNER_ADDED, by=by, about=about, after=after, private=action.is_draft)
    return made


@transaction.atomic
def edit_owner(*, owner: m.Owner, by: Who, seen: int, role: str, share: int | None) -> None:
    """Another role or share."""
    require(may.can_edit_action(by, owner.action))
    _alone(owner.action)
    _fits(owner.action, share, but=owner)
    also = {"owner": owner.organisation.name}
    change(owner, verbs.OWNER_CHANGED, by=by, seen=seen, also=also, role=role, share=share)


@transaction.atomic
def remove_owner(*, owner: m.Owner, by: Who, seen: int, reason: str) -> None:
    """It carries the action no longer; somebody always does."""
    require(may.can_edit_action(by, owner.action))
    _alone(owner.action)
    now = m.Owner.objects.select_for_update().get(pk=owner.pk)
    if now.version != seen:
        raise Conflict(now, {})
    if m.Owner.objects.filter(action=owner.action).count() == 1:
        raise ValidationError(
            _("This is the only owner. Add another one first: an action without owner is nobody’s.")
        )
    record(
        verbs.OWNER_REMOVED, by=by, about=owner.subjects, before={"role": now.role, "share": now.share},
        after={"owner": owner.organisation.name}, why=reason, private=owner.is_private,
    )  # fmt: skip
    now.delete()


@transaction.atomic
def add_measure(
    *, action: m.Action, by: Who, measure: Measure, letter: str = "", in_part: bool = False
) -> None:
    """The action answers this measure too, or a lettered part of it; whole, or in part."""
    require(may.can_edit_action(by, action))
    _alone(action)
    if m.AnsweredMeasure.objects.filter(action=action, measure=measure, letter=letter).exists():
        raise ValidationError({"measure": _("It stands there already.")})
    m.AnsweredMeasure.objects.create(action=action, measure=measure, letter=letter, in_part=in_part)
    after = {"of": f"{measure.number}{letter}", "in_part": in_part}
    about = [*action.subjects, f"measure:{measure.number}"]
    record(verbs.MEASURE_ANSWERED, by=by, about=about, after=after, private=action.is_draft)


@transaction.atomic
def remove_measure(*, answered: m.AnsweredMeasure, by: Who, reason: str) -> None:
    """It does not answer this measure after all; it always answers one."""
    action = answered.action
    require(may.can_edit_action(by, action))
    _alone(action)
    if m.AnsweredMeasure.objects.filter(action=action).count() == 1:
        raise ValidationError(_("This is the only measure that it answers. Add another one first."))
    after = {"of": f"{answered.measure.number}{answered.letter}"}
    record(
        verbs.MEASURE_NOT_ANSWERED, by=by, about=action.subjects, after=after, why=reason,
        private=action.is_draft,
    )  # fmt: skip
    answered.delete()


@transaction.atomic
def set_budget(
    *, action: m.Action, by: Who, seen: int | None, year: int, planned: int | None, committed: int | None,
    paid: int | None, source: str | None = None,
) -> None:  # fmt: skip
    """The money of one year, in whole EUR: None is not known, 0 is nothing. `seen` is None for a new year.

    Raises Conflict when another wrote that year meanwhile.
    """
    require(may.can_edit_action(by, action))
    _alone(action)
    money: dict[str, Any] = {
        "planned": planned,
        "committed": committed,
        "paid": paid,
        "source": source or None,
    }
    now = m.Budget.objects.filter(action=action, year=year).first()
    if now is None:
        m.Budget.objects.create(action=action, year=year, **money)
        after = {"year": year, **money}
        record(verbs.BUDGET_SET, by=by, about=action.subjects, after=after, private=action.is_draft)
        return
    change(now, verbs.BUDGET_SET, by=by, seen=seen or 0, also={"year": year}, **money)


@transaction.atomic
def remove_budget(*, budget: m.Budget, by: Who, seen: int, reason: str) -> None:
    """Nothing is said of that year any more; the trail keeps what was."""
    require(may.can_edit_action(by, budget.action))
    now = m.Budget.objects.select_for_update().get(pk=budget.pk)
    if now.version != seen:
        raise Conflict(now, {})
    before = {"planned": now.planned, "committed": now.committed, "paid": now.paid, "source": now.source}
    record(
        verbs.BUDGET_REMOVED, by=by, about=budget.subjects, before=before, after={"year": now.year},
        why=reason, private=budget.is_private,
    )  # fmt: skip
    now.delete()
