"""Acts on actions: who may, what must hold, what stays of what was, and what the trail says of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from relais.apps.accounts.permissions import Refused
from relais.apps.accounts.vocabulary import Role
from relais.apps.audit.actions import Conflict
from relais.apps.audit.models import Event
from relais.apps.coordination import models as m
from relais.apps.coordination.actions import action as acts
from relais.apps.coordination.actions import carrying, elsewhere, measuring
from relais.apps.coordination.tests.make import (
    make_action,
    make_budget,
    make_data_gap,
    make_fact,
    make_level_request,
    make_milestone,
    make_organisation,
    make_who,
)
from relais.apps.plan.models import Measure

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 3, 1)


def measure(number: int = 16) -> Measure:
    return Measure.objects.get(number=number)


def mine(**fields: Any) -> m.Action:
    """An action of the organisation that `make_who()` speaks for."""
    return make_action(owners=["huis-maan"], measures=[16], **fields)


def propose(**given: Any) -> m.Action:
    fields: dict[str, Any] = {"title": "Iets doen", "language": "nl", "measures": [(measure(), "")]}
    return acts.propose_action(**{"by": make_who(), "owner": make_organisation(), **fields, **given})


def last_event() -> Event:
    event = Event.objects.order_by("-pk").first()
    assert event is not None
    return event


ACTS: dict[str, Callable[[m.Action, Any], object]] = {
    "publish": lambda a, by: acts.publish_action(action=a, by=by, seen=1),
    "take over": lambda a, by: acts.take_over_action(action=a, by=by, seen=1, reason="x"),
    "words": lambda a, by: acts.edit_words(action=a, by=by, seen=1, language="nl", title="x"),
    "decision": lambda a, by: acts.set_decision(action=a, by=by, seen=1, decision="adopted"),
    "phase": lambda a, by: acts.set_phase(action=a, by=by, seen=1, phase="running"),
    "dates": lambda a, by: acts.change_dates(action=a, by=by, seen=1, start_date=DAY, due_date=None),
    "place": lambda a, by: acts.place_action(
        action=a, by=by, seen=1, level=None, targets=[], contact_point="x", contact_person=None
    ),
    "parent": lambda a, by: acts.set_parent(action=a, by=by, seen=1, parent=make_action()),
    "completion": lambda a, by: measuring.set_completion(
        action=a, by=by, seen=1, completion_by_hand=5, reason="x"
    ),
    "target": lambda a, by: measuring.set_target(
        action=a, by=by, seen=1, indicator="x", aim="at-least", target_value=None
    ),
    "result": lambda a, by: measuring.set_result(
        action=a, by=by, seen=1, result_value=None, result_date=None, result_source=None
    ),
    "add step": lambda a, by: measuring.add_milestone(action=a, by=by, title="x", language="nl"),
    "remove step": lambda a, by: measuring.remove_milestone(
        milestone=make_milestone(a), by=by, seen=1, reason="x"
    ),
    "add owner": lambda a, by: carrying.add_owner(
        action=a, by=by, organisation=make_organisation("huis-ster"), role="partner"
    ),
    "remove owner": lambda a, by: carrying.remove_owner(owner=a.owners.all()[0], by=by, seen=1, reason="x"),
    "add measure": lambda a, by: carrying.add_measure(action=a, by=by, measure=measure(3)),
    "money": lambda a, by: carrying.set_budget(
        action=a, by=by, seen=None, year=2026, planned=1, committed=None, paid=None
    ),
    "absorb": lambda a, by: elsewhere.absorb_action(action=a, by=by, language="nl", into="x"),
    "ask a level": lambda a, by: elsewhere.ask_level(
        action=a, by=by, level="federal", addressee="x", language="nl", words="x", asked_date=DAY
    ),
    "note a reply": lambda a, by: elsewhere.note_level_reply(
        request=make_level_request(a), by=by, seen=1, reply="granted", reply_date=DAY, language="nl"
    ),
    "close a gap": lambda a, by: elsewhere.close_data_gap(
        gap=make_data_gap(a), by=by, seen=1, state="impossible", language="nl", outcome="x"
    ),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_act_on_an_action_of_others_is_refused_and_leaves_nothing(act: Callable[..., object]) -> None:
    action = mine(origin="public-sources")
    stranger = make_who(Role.MEMBER, "huis-zon")
    with pytest.raises(Refused):
        act(action, stranger)
    assert not Event.objects.exists()


def test_new_actions_count_on_and_codes_are_their_own() -> None:
    make_action("p21-9")
    assert [propose().code, propose().code] == ["a-1", "a-2"]


def test_code_that_another_took_meanwhile_makes_it_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    propose()
    read, stale = acts._next_code, ["a-1"]
    monkeypatch.setattr(acts, "_next_code", lambda: stale.pop() if stale else read())
    assert propose().code == "a-2"


def test_member_proposes_for_its_own_organisation_only_and_the_cell_for_any() -> None:
    other = make_organisation("huis-zon")
    with pytest.raises(Refused):
        propose(owner=other)
    action = propose(by=make_who(Role.CELL, "cel"), owner=other)
    assert [owner.organisation for owner in action.owners.all()] == [other]


def test_proposal_answers_at_least_one_measure() -> None:
    with pytest.raises(ValidationError) as error:
        propose(measures=[])
    assert "measures" in error.value.message_dict


def test_what_is_done_to_a_draft_is_told_in_public_only_from_its_publication_on() -> None:
    action = propose(is_draft=True)
    measuring.add_milestone(action=action, by=make_who(), title="Stap", language="nl")
    acts.set_phase(action=action, by=make_who(), seen=1, phase="running")
    assert not Event.objects.public().exists()
    acts.publish_action(action=action, by=make_who(), seen=2)
    assert [event.verb for event in Event.objects.public()] == ["action-published"]


def test_translation_is_added_beside_the_original_and_takes_nothing_away() -> None:
    action = mine(title={"nl": "Titel"}, description={"nl": "Tekst"})
    acts.edit_words(action=action, by=make_who(), seen=1, language="fr", title="Titre", description="Texte")
    action.refresh_from_db()
    assert dict(action.title) == {"nl": "Titel", "fr": "Titre"}
    assert action.description is not None and dict(action.description) == {"nl": "Tekst", "fr": "Texte"}
    assert (action.original_language, last_event().verb) == ("nl", "action-translated")


def test_original_always_has_a_title() -> None:
    action = mine(title={"nl": "Titel", "fr": "Titre"})
    with pytest.raises(ValidationError):
        acts.edit_words(action=action, by=make_who(), seen=1, language="nl", title="")
    acts.edit_words(action=action, by=make_who(), seen=1, language="fr", title="")
    assert dict(action.title) == {"nl": "Titel"}


def test_date_that_moves_stays_readable_with_its_reason() -> None:
    action = mine(due_date=DAY)
    later = dt.date(2026, 9, 1)
    with pytest.raises(ValidationError):
        acts.change_dates(action=action, by=make_who(), seen=1, start_date=None, due_date=later)
    acts.change_dates(
        action=action, by=make_who(), seen=1, start_date=None, due_date=later, reason="Geen geld."
    )
    moved = action.date_changes.get()
    assert (moved.which, moved.before, moved.after, moved.reason) == ("due", DAY, later, "Geen geld.")
    assert moved.organisation is not None and moved.organisation.slug == "huis-maan"


def test_first_date_needs_no_reason_and_moves_nothing() -> None:
    action = mine()
    acts.change_dates(action=action, by=make_who(), seen=1, start_date=None, due_date=DAY)
    assert not action.date_changes.exists()
    assert last_event().verb == "action-dates-set"


def test_start_comes_before_the_due_date() -> None:
    with pytest.raises(ValidationError):
        acts.change_dates(
            action=mine(), by=make_who(), seen=1, start_date=DAY, due_date=DAY - dt.timedelta(1)
        )


def test_what_has_happened_has_happened_by_today() -> None:
    tomorrow = dt.date(2999, 1, 1)
    with pytest.raises(ValidationError):
        acts.set_decision(action=mine(), by=make_who(), seen=1, decision="adopted", decision_date=tomorrow)
    with pytest.raises(ValidationError):
        acts.set_phase(action=mine(), by=make_who(), seen=1, phase="finished", finished_date=tomorrow)


def test_only_finished_work_has_a_day_and_stopping_needs_a_reason() -> None:
    for given in ({"phase": "running", "finished_date": DAY}, {"phase": "stopped"}):
        with pytest.raises(ValidationError):
            acts.set_phase(action=mine(), by=make_who(), seen=1, **given)  # type: ignore[arg-type]


def test_name_of_the_contact_person_never_enters_the_trail() -> None:
    action = mine()
    acts.place_action(
        action=action, by=make_who(), seen=1, level="region", targets=["all"],
        contact_point="dienst@example.org", contact_person="An Peeters",
    )  # fmt: skip
    assert action.contact_person == "An Peeters"
    event = last_event()
    assert "An Peeters" not in f"{event.before} {event.after} {event.sentence}"
    assert event.after["contact_person"] == "…"


def test_an_action_is_never_a_part_of_its_own_parts() -> None:
    top = mine()
    part = mine(parent=top)
    piece = mine(parent=part)
    for circle in (top, piece):
        with pytest.raises(ValidationError):
            acts.set_parent(action=top, by=make_who(), seen=1, parent=circle)
    acts.set_parent(action=piece, by=make_who(), seen=1, parent=top)
    assert piece.parent == top


def test_shares_never_add_up_to_more_than_all() -> None:
    action = mine()
    lead = action.owners.get()
    carrying.edit_owner(owner=lead, by=make_who(), seen=1, role="lead", share=70)
    sun = make_organisation("huis-zon")
    with pytest.raises(ValidationError, match="30"):
        carrying.add_owner(action=action, by=make_who(), organisation=sun, role="partner", share=31)
    carrying.add_owner(action=action, by=make_who(), organisation=sun, role="partner", share=30)
    with pytest.raises(ValidationError):
        carrying.edit_owner(owner=lead, by=make_who(), seen=2, role="lead", share=71)


def test_an_action_keeps_at_least_one_owner_and_one_measure() -> None:
    action = mine()
    with pytest.raises(ValidationError):
        carrying.remove_owner(owner=action.owners.get(), by=make_who(), seen=1, reason="x")
    with pytest.raises(ValidationError):
        carrying.remove_measure(answered=action.answered.get(), by=make_who(), reason="x")


def test_removed_step_stays_in_the_trail_with_the_reason() -> None:
    action = mine()
    step = make_milestone(action, "Bestek", due_date=DAY)
    measuring.remove_milestone(milestone=step, by=make_who(), seen=1, reason="Niet meer nodig.")
    assert not action.milestones.exists()
    event = last_event()
    assert (event.before["title"], event.before["due_date"], event.why) == (
        {"nl": "Bestek"}, "2026-03-01", "Niet meer nodig.",
    )  # fmt: skip


def test_step_is_done_and_not_done_after_all_in_two_different_words() -> None:
    action = mine()
    step = make_milestone(action)
    given: dict[str, Any] = {"title": "Stap", "language": "nl", "due_date": None, "weight": 1}
    measuring.edit_milestone(milestone=step, by=make_who(), seen=1, done_date=DAY, **given)
    measuring.edit_milestone(milestone=step, by=make_who(), seen=2, done_date=None, **given)
    verbs = Event.objects.order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["milestone-done", "milestone-undone"]


def test_estimate_by_hand_has_a_reason_a_day_and_an_author_and_can_be_taken_back() -> None:
    action = mine()
    with pytest.raises(ValidationError):
        measuring.set_completion(action=action, by=make_who(), seen=1, completion_by_hand=60)
    measuring.set_completion(
        action=action, by=make_who(), seen=1, completion_by_hand=60, reason="Naar de bestellingen."
    )
    assert action.completion_date and action.completion_said_by
    assert action.axes.completion.by_hand
    measuring.set_completion(action=action, by=make_who(), seen=2, completion_by_hand=None)
    action.refresh_from_db()
    assert not action.axes.completion.is_known


def test_measured_result_has_its_day_its_source_and_what_is_counted() -> None:
    action = mine()
    given: dict[str, Any] = {
        "result_value": Decimal(7),
        "result_date": DAY,
        "result_source": "https://example.org",
    }
    with pytest.raises(ValidationError) as error:
        measuring.set_result(
            action=action, by=make_who(), seen=1, **{**given, "result_date": None, "result_source": None}
        )
    assert set(error.value.message_dict) == {"result_value", "result_date", "result_source"}
    measuring.set_target(
        action=action, by=make_who(), seen=1, indicator="clubs", aim="at-least", target_value=Decimal(20)
    )
    measuring.set_result(action=action, by=make_who(), seen=2, **given)
    assert action.axes.result == "partly"


def test_two_who_write_the_same_year_at_once_lose_nothing() -> None:
    action = mine()
    make_budget(action, 2026, planned=100)
    with pytest.raises(Conflict) as conflict:
        carrying.set_budget(
            action=action, by=make_who(), seen=None, year=2026, planned=200, committed=None, paid=None
        )
    assert conflict.value.wanted == {"planned": 200}
    assert action.budgets.get().planned == 100


def test_absorbed_action_comes_back_and_its_history_stays() -> None:
    action = mine()
    gone = elsewhere.absorb_action(
        action=action, by=make_who(), language="nl", into="Sportplan", since_date=DAY
    )
    with pytest.raises(ValidationError):
        elsewhere.return_action(absorption=gone, by=make_who(), seen=1, until_date=DAY - dt.timedelta(1))
    elsewhere.return_action(absorption=gone, by=make_who(), seen=1, until_date=dt.date(2026, 5, 1))
    kept = action.absorptions.get()
    assert (kept.since_date, kept.until_date) == (DAY, dt.date(2026, 5, 1))
    assert "Sportplan" in last_event().sentence


def test_reply_of_another_level_has_its_day_and_can_be_taken_back() -> None:
    request = make_level_request(mine())
    given: dict[str, Any] = {"request": request, "by": make_who(), "language": "nl"}
    with pytest.raises(ValidationError):
        elsewhere.note_level_reply(seen=1, reply="refused", reply_date=None, **given)
    elsewhere.note_level_reply(seen=1, reply="refused", reply_date=DAY, reply_words="Neen.", **given)
    elsewhere.note_level_reply(seen=2, reply="awaited", reply_date=None, **given)
    request.refresh_from_db()
    assert (request.reply, request.reply_date, request.reply_words) == ("awaited", None, None)


def test_missing_figure_is_a_task_that_its_owner_closes_with_the_source() -> None:
    observer = make_who(Role.OBSERVER, "observatorium")
    gap = elsewhere.raise_data_gap(
        by=observer, action=mine(), language="nl", wanted="Hoeveel?", owner=make_organisation("observatorium")
    )
    with pytest.raises(ValidationError):
        elsewhere.close_data_gap(gap=gap, by=observer, seen=1, state="found", language="nl", outcome="12")
    elsewhere.close_data_gap(
        gap=gap, by=observer, seen=1, state="found", language="nl", outcome="12", source="https://example.org"
    )
    assert gap.closed_date is not None and not m.DataGap.objects.open().filter(pk=gap.pk).exists()


def test_owner_takes_over_what_was_known_from_public_sources_and_then_edits_it() -> None:
    action = mine(origin="public-sources")
    make_fact(action)
    with pytest.raises(Refused):
        acts.set_phase(action=action, by=make_who(), seen=1, phase="running")
    acts.take_over_action(action=action, by=make_who(), seen=1, reason="Nagekeken.")
    acts.set_phase(action=action, by=make_who(), seen=2, phase="running")
    assert action.facts.count() == 1
