"""Two voices: each dated and signed, neither able to touch the other's."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from relais.apps.accounts.permissions import Refused
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.audit.actions import AlreadyDone, Conflict
from relais.apps.audit.models import Event
from relais.apps.coordination.tests.make import make_user
from relais.apps.plan.models import Measure, Theme
from relais.apps.reporting import actions
from relais.apps.reporting.models import Statement
from relais.apps.reporting.tests import make as m
from relais.apps.reporting.vocabulary import Voice
from relais.apps.reporting.voices import both_voices

pytestmark = pytest.mark.django_db


def state(subject: Any, by: Who, voice: str = Voice.OWNER, seen: int = 0, **said: Any) -> Statement:
    given = {
        "activity": "planned",
        "effect": "unknown",
        "words": "Zo staat het.",
        "language": "nl",
        "links": [],
    }
    return actions.state_voice(voice=voice, subject=subject, by=by, seen=seen, **given | said)


def test_owner_and_observer_stand_side_by_side() -> None:
    action = m.make_action()
    state(action, m.member(), words="Goed.")
    state(action, m.observer(), Voice.OBSERVER, words="Niet gemeten.")
    owner, observer = both_voices(Statement.objects.on(action))
    assert ([s.words for s in owner.now], [s.words for s in observer.now]) == (["Goed."], ["Niet gemeten."])


def test_who_has_not_spoken_is_there_all_the_same() -> None:
    assert [said.now for said in both_voices([])] == [[], []]


@pytest.mark.parametrize(
    ("who", "voice"),
    [
        (m.cell, Voice.OWNER), (m.cell, Voice.OBSERVER), (m.member, Voice.OBSERVER),
        (m.observer, Voice.OWNER), (lambda: m.member("stranger"), Voice.OWNER),
    ],
)  # fmt: skip
def test_nobody_speaks_in_a_voice_that_is_not_theirs(who: Any, voice: str) -> None:
    with pytest.raises(Refused):
        state(m.make_action(), who(), voice)


def test_a_new_statement_supersedes_the_last_one_which_stays_as_it_was() -> None:
    action = m.make_action()
    first = state(action, m.member(), words="Eerst.")
    second = state(action, m.member(), words="Dan.", seen=1)
    said = both_voices(Statement.objects.on(action))[0]
    assert ([s.words for s in said.now], [s.words for s in said.before]) == (["Dan."], ["Eerst."])
    first.refresh_from_db()
    assert (first.words, second.supersedes_id, second.version) == ("Eerst.", first.pk, 2)


def test_one_organisation_never_supersedes_another() -> None:
    action = m.make_action(owners=("owner", "other"))
    state(action, m.member())
    state(action, m.member("other"))
    assert len(both_voices(Statement.objects.on(action))[0].now) == 2


def test_two_colleagues_at_once_lose_nothing() -> None:
    action = m.make_action()
    state(action, m.member(), words="Hare.")
    with pytest.raises(Conflict) as conflict:
        state(action, m.member(), words="Zijne.")
    assert conflict.value.row.words == "Hare."
    assert Event.objects.filter(verb="owner-stated").count() == 1


def test_signed_twice_speaks_once() -> None:
    action, who = m.make_action(), m.member()
    state(action, who)
    with pytest.raises(AlreadyDone):
        state(action, who)
    assert Statement.objects.on(action).count() == 1


def test_owners_of_its_actions_speak_of_a_theme_and_no_others() -> None:
    m.make_action()
    theme = Theme.objects.get(pk=Measure.objects.get(number=16).theme_id)
    other = Theme.objects.exclude(pk=theme.pk).first()
    assert state(theme, m.member()).theme == theme
    with pytest.raises(Refused):
        state(other, m.member())


def test_form_signs_and_the_page_shows_the_words_and_who(client: Client) -> None:
    action = m.make_action(owners=("huis-maan",))
    client.force_login(make_user(Role.MEMBER))
    address = f"/en/voices/actions/{action.code}/owner/"
    form = client.get(address).context["form"]
    answer = client.post(address, {
        "token": str(form["token"].value()), "seen": "0", "acting_for": "huis-maan", "activity": "less",
        "effect": "none", "words": "Minder dan gepland.", "language": "nl", "links": "example.org/a",
    })  # fmt: skip
    assert answer.status_code == 303
    page = Client().get(f"/en/voices/actions/{action.code}/").content.decode()
    for words in ("Minder dan gepland.", "Huis Maan", "https://example.org/a", "The observer has not said"):
        assert words in page
