"""What each act does, when it refuses, and what it leaves in the trail."""

from __future__ import annotations

import json
from dataclasses import replace
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from relais.apps.accounts.permissions import Refused
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import NOBODY, Who
from relais.apps.audit.actions import AlreadyDone, Conflict
from relais.apps.audit.models import Event
from relais.apps.consultation import actions
from relais.apps.consultation import models as m
from relais.apps.consultation import vocabulary as v
from relais.apps.consultation.stages import Span
from relais.apps.consultation.tests.make import (
    AUTHORITY,
    DAY,
    INVITED,
    make_answer,
    make_consultation,
    make_opinion,
    make_organisation,
    make_point,
    reread,
)
from relais.apps.coordination.tests.make import make_who
from relais.apps.plan.models import Measure
from relais.core.texts.text import Text

pytestmark = pytest.mark.django_db

SAID = {"position": v.Position.AGAINST, "words": "Geheim woord.", "wording": "", "language": "nl"}


def cell() -> Who:
    return make_who(Role.CELL, "the-cell")


def authority() -> Who:
    return make_who(Role.MEMBER, AUTHORITY)


def association() -> Who:
    return make_who(Role.MEMBER, INVITED)


def answering(slug: str = "case") -> m.Consultation:
    """One whose opinions were given, and whose answers are due."""
    return make_consultation(slug, opens=timezone.localdate() - 12 * DAY)


def verbs() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("verb", flat=True))


def test_a_consultation_goes_from_preparation_to_closing() -> None:
    by, today = cell(), timezone.localdate()
    made = actions.prepare_consultation(
        by=by,
        slug="new-one",
        title=Text({"nl": "Nieuw"}),
        authority=make_organisation(AUTHORITY),
        is_public=True,
    )
    with override("en"), pytest.raises(ValidationError, match="no stage in which opinions"):
        actions.open_consultation(by=by, consultation=made, seen=1)
    actions.add_point(by=by, consultation=made, title=Text({"nl": "A"}), words=Text({"nl": "Tekst"}))
    spans = [Span("opinions", today, today + DAY), Span("answers", today + 2 * DAY, today + 3 * DAY)]
    actions.set_stages(by=by, consultation=made, seen=1, spans=spans)
    made = reread(made)
    actions.open_consultation(by=by, consultation=made, seen=made.version)
    assert reread(made).is_open
    assert verbs() == ["consultation-prepared", "point-added", "stages-set", "consultation-opened"]
    public = Event.objects.public().about("consultation:new-one")
    assert [event.verb for event in public] == ["consultation-opened"]


def test_the_text_cannot_change_once_it_is_published() -> None:
    found = make_consultation("case")
    with pytest.raises(Refused):
        actions.add_point(by=cell(), consultation=found, title=Text({"nl": "A"}), words=Text({"nl": "B"}))
    with pytest.raises(Refused):
        actions.edit_point(by=authority(), point=found.points.all()[0], seen=1, words=Text({"nl": "B"}))


def test_points_after_a_removed_one_move_up() -> None:
    found = make_consultation("case", points=3, state=v.State.PREPARATION)
    first, second, third = found.points.all()
    actions.remove_point(by=cell(), point=second)
    assert [(p.pk, p.number) for p in reread(found).points.all()] == [(first.pk, 1), (third.pk, 2)]


def test_dates_of_a_published_consultation_move_with_a_reason_that_everyone_reads() -> None:
    found = make_consultation("case")
    spans = [replace(s, to_date=s.to_date and s.to_date) for s in found.spans if s.kind != "closed"]
    with pytest.raises(ValidationError):
        actions.set_stages(by=cell(), consultation=found, seen=1, spans=spans)
    actions.set_stages(by=cell(), consultation=found, seen=1, spans=spans, why="Meer tijd")
    event = Event.objects.public().get(verb="consultation-dates-moved")
    assert event.why == "Meer tijd"
    with pytest.raises(Conflict):
        actions.set_stages(by=cell(), consultation=reread(found), seen=1, spans=found.spans, why="Later")


def test_inviting_twice_invites_once_and_never_the_authority() -> None:
    found = make_consultation("case")
    asked, fresh = make_organisation(INVITED), make_organisation("another")
    assert actions.invite_organisations(by=cell(), consultation=found, organisations=[asked, fresh]) == [
        fresh
    ]
    assert actions.invite_organisations(by=cell(), consultation=found, organisations=[asked, fresh]) == []
    assert verbs() == ["organisations-invited"]
    with pytest.raises(ValidationError):
        actions.invite_organisations(by=cell(), consultation=found, organisations=[found.authority])


def test_an_organisation_speaks_once_a_point_and_revises_while_it_is_open() -> None:
    point = make_consultation("case").points.all()[0]
    first = actions.give_opinion(by=association(), point=point, **SAID)
    point.opinions.update(moderation=v.Moderation.SHOWN)
    revised = {**SAID, "position": v.Position.FOR, "words": "Toch goed."}
    with pytest.raises(Conflict):
        actions.give_opinion(by=association(), point=point, **revised, seen=99)
    actions.give_opinion(by=association(), point=point, **revised, seen=1)
    now = point.opinions.get()
    assert (now.pk, now.words, now.moderation) == (first.pk, "Toch goed.", v.Moderation.WAITING)
    event = Event.objects.get(verb="opinion-revised")
    assert event.before["words"] == "Geheim woord."
    assert not event.is_public  # nobody has read these words yet
    actions.give_opinion(by=association(), point=point, **revised, seen=99)
    assert verbs() == ["opinion-given", "opinion-revised"]


def test_who_is_not_invited_gives_an_opinion_only_where_the_public_may() -> None:
    other = make_who(Role.MEMBER, "another")
    with pytest.raises(Refused):
        actions.give_opinion(
            by=other, point=make_consultation("case", is_public=False).points.all()[0], **SAID
        )
    point = make_consultation("case-2").points.all()[0]
    assert actions.give_opinion(by=other, point=point, **SAID).organisation.slug == "another"
    with pytest.raises(Refused):
        actions.give_opinion(by=authority(), point=point, **SAID)


@pytest.mark.parametrize("days", [-3, 12])
def test_no_opinion_is_taken_outside_its_stage(days: int) -> None:
    point = make_consultation("case", opens=timezone.localdate() - days * DAY).points.all()[0]
    with pytest.raises(ValidationError):
        actions.give_opinion(by=association(), point=point, **SAID)
    with pytest.raises(ValidationError):
        actions.say_opinion(by=NOBODY, point=point, **SAID)


@pytest.mark.parametrize("position", [v.Position.AGAINST, v.Position.CHANGES])
def test_who_is_against_or_wants_changes_says_why(position: str) -> None:
    point = make_consultation("case").points.all()[0]
    with pytest.raises(ValidationError):
        actions.say_opinion(by=NOBODY, point=point, position=position, words="", wording="", language="fr")


def test_nothing_of_a_member_of_the_public_is_kept_but_their_words() -> None:
    point = make_consultation("case").points.all()[0]
    by = replace(association(), token=uuid4())  # even when they happen to be signed in
    said = actions.say_opinion(by=by, point=point, **SAID, giver=v.Giver.PARENT)
    assert (said.organisation, said.giver, said.given_date) == (None, "parent", timezone.localdate())
    event = Event.objects.get()
    assert (event.person, event.organisation, event.is_public) == (None, None, False)
    assert "Geheim" not in json.dumps([event.before, event.after])
    with pytest.raises(AlreadyDone):
        actions.say_opinion(by=by, point=point, **SAID)
    assert point.opinions.count() == 1


def test_the_public_is_heard_only_where_it_was_chosen() -> None:
    point = make_consultation("case", is_public=False).points.all()[0]
    with pytest.raises(Refused):
        actions.say_opinion(by=NOBODY, point=point, **SAID)


def moderated(opinion: m.Opinion, **fields: object) -> None:
    given = {"moderation": v.Moderation.SHOWN, "hidden_reason": None, "words": opinion.words, "wording": ""}
    actions.moderate_opinion(by=cell(), opinion=opinion, seen=opinion.version, **{**given, **fields})
    opinion.refresh_from_db()


def test_words_that_a_moderator_takes_out_are_kept_nowhere() -> None:
    opinion = make_opinion(make_consultation("case").points.all()[0], moderation="waiting", words="Bel Jan.")
    moderated(opinion, words="Bel […].")
    assert (opinion.words, opinion.is_redacted, opinion.moderation) == ("Bel […].", True, "shown")
    event = Event.objects.get()
    assert "Jan" not in json.dumps([event.before, event.after])
    assert event.after["is_redacted"] is True


def test_hiding_needs_a_reason_and_showing_again_forgets_it() -> None:
    opinion = make_opinion(make_consultation("case").points.all()[0], moderation="waiting")
    with pytest.raises(ValidationError):
        moderated(opinion, moderation=v.Moderation.HIDDEN)
    moderated(opinion, moderation=v.Moderation.HIDDEN, hidden_reason=v.HiddenReason.INSULT)
    assert opinion.hidden_reason == "insult"
    moderated(opinion)
    assert (opinion.hidden_reason, opinion.is_redacted) == (None, False)


def test_a_moderator_who_read_an_older_version_is_told_so() -> None:
    point = make_consultation("case").points.all()[0]
    opinion = actions.give_opinion(by=association(), point=point, **SAID)
    actions.give_opinion(by=association(), point=point, **{**SAID, "words": "Nieuwer."}, seen=1)
    with pytest.raises(Conflict):
        moderated(opinion)


def test_one_answer_replies_to_several_opinions_and_each_has_one() -> None:
    point = answering().points.all()[0]
    given = [make_opinion(point, INVITED), make_opinion(point)]
    reply = {"verdict": v.Verdict.REJECTED, "reason": "Te duur.", "language": "nl"}
    answer = actions.answer_opinions(by=authority(), consultation=point.consultation, opinions=given, **reply)
    assert answer.opinions.count() == 2
    with pytest.raises(ValidationError):
        actions.answer_opinions(by=authority(), consultation=point.consultation, opinions=given[:1], **reply)
    assert point.consultation.answers.count() == 1


def test_only_the_authority_answers_and_not_while_opinions_may_change() -> None:
    reply = {"verdict": v.Verdict.ACCEPTED, "reason": "Ja.", "language": "nl"}
    late = answering()
    opinion = make_opinion(late.points.all()[0])
    for by in (cell(), association()):
        with pytest.raises(Refused):
            actions.answer_opinions(by=by, consultation=late, opinions=[opinion], **reply)
    early = make_consultation("early")
    opinion = make_opinion(early.points.all()[0])
    with pytest.raises(ValidationError):
        actions.answer_opinions(by=authority(), consultation=early, opinions=[opinion], **reply)


@pytest.mark.parametrize("moderation", [v.Moderation.WAITING, v.Moderation.HIDDEN])
def test_what_is_not_shown_is_not_answered(moderation: str) -> None:
    found = answering()
    opinion = make_opinion(found.points.all()[0], moderation=moderation)
    with pytest.raises(ValidationError):
        actions.answer_opinions(
            by=authority(),
            consultation=found,
            opinions=[opinion],
            verdict="accepted",
            reason="Ja.",
            language="nl",
        )


def test_a_change_needs_accepted_opinions_and_keeps_their_answer_accepted() -> None:
    found = answering()
    accepted, rejected = make_opinion(found.points.all()[0]), make_opinion(found.points.all()[0])
    answer = make_answer(accepted)
    make_answer(rejected, verdict=v.Verdict.REJECTED)
    measure = Measure.objects.get(number=16)
    noted = {"words": "De tekst is korter.", "language": "nl", "measure": measure}
    with pytest.raises(ValidationError):
        actions.note_change(by=authority(), consultation=found, opinions=[accepted, rejected], **noted)
    with pytest.raises(ValidationError):
        actions.note_change(
            by=authority(), consultation=found, opinions=[accepted], **{**noted, "measure": None}
        )
    change = actions.note_change(by=authority(), consultation=found, opinions=[accepted], **noted)
    assert list(change.opinions.all()) == [accepted]
    assert Event.objects.public().about("measure:16").get().verb == "consultation-change-noted"
    with pytest.raises(ValidationError):
        actions.revise_answer(
            by=authority(), answer=answer, seen=1, verdict="rejected", reason="Nee.", language="nl"
        )
    actions.revise_answer(
        by=authority(), answer=answer, seen=1, verdict="in-part", reason="Deels.", language="nl"
    )


def test_closing_is_refused_with_the_list_of_what_is_missing() -> None:
    found = answering()
    point = make_point(found, 2)
    make_opinion(point)
    make_opinion(point, moderation=v.Moderation.WAITING)
    make_opinion(point, moderation=v.Moderation.HIDDEN)
    with override("en"), pytest.raises(ValidationError) as refused:
        actions.close_consultation(by=authority(), consultation=found, seen=1)
    assert refused.value.messages == [
        "1 opinion has no answer: 2.1.",
        "1 opinion waits for a moderator: 2.2.",
    ]
    make_answer(point.opinions.get(number=1))
    point.opinions.waiting().delete()
    actions.close_consultation(by=authority(), consultation=found, seen=1)
    assert reread(found).closed_date == timezone.localdate()


def test_closing_waits_for_the_last_day_of_opinions() -> None:
    found = make_consultation("case")
    with override("en"), pytest.raises(ValidationError, match="can still be given"):
        actions.close_consultation(by=cell(), consultation=found, seen=1)
