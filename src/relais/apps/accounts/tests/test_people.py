"""Inviting, joining, roles, organisations, and what stays when someone leaves."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from tests.pages.counting import counted_queries
from tests.pages.reading import Page

from relais.apps.accounts.actions import invitations, people
from relais.apps.accounts.models import Invitation, Membership, Organisation, User
from relais.apps.accounts.permissions import Refused
from relais.apps.accounts.tests.make import (
    PASSWORD,
    hidden,
    make_invitation,
    make_person,
    send,
    sign_in,
    signed_in,
)
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import NOBODY, SHELL
from relais.apps.audit.models import Event
from relais.apps.coordination.tests.make import make_organisation, make_who

pytestmark = pytest.mark.django_db

NEW = {"name": "Nieuw", "language": "fr", "password1": PASSWORD, "password2": PASSWORD}


@pytest.fixture
def administrator() -> Client:
    return signed_in(make_person(Role.ADMINISTRATOR, "beheer", email="beheer@example.org"))


def verbs() -> list[str]:
    return list(Event.objects.order_by("pk").values_list("verb", flat=True))


def test_invited_person_chooses_a_name_and_a_password_and_is_in(administrator: Client) -> None:
    organisation = make_organisation()
    sent = send(administrator, "/nl/beheer/uitnodigingen/nieuw/", email="Nieuw@Example.org",
                organisation=organisation.pk, role="member", language="fr")  # fmt: skip
    assert sent["Location"] == "/nl/beheer/uitnodigingen/"
    letter = mail.outbox[0]
    assert letter.to == ["nieuw@example.org"]
    assert letter.subject == "Vous êtes invité sur Relais"
    link = re.search(r"http://testserver(/fr/invitation/\S+/)", letter.body)[1]
    client = Client()
    joined = send(client, link, **NEW)
    assert joined["Location"] == "/fr/mon-compte/"
    page = client.get("/fr/mon-compte/").content.decode()
    assert "Nieuw" in page and "membre d’une organisation" in page
    user = User.objects.get(email="nieuw@example.org")
    assert user.language == "fr"
    assert EmailAddress.objects.get(user=user).verified
    assert sign_in(Client(), email="nieuw@example.org").status_code == 302
    assert verbs() == ["person-invited", "invitation-accepted"]


def test_link_works_once() -> None:
    _, link = make_invitation()
    assert send(Client(), link, **NEW).status_code == 303
    used = Client().get(link)
    assert used.status_code == 404
    assert "werkt niet meer" in used.content.decode()


def test_two_people_with_one_link_make_one_account() -> None:
    make_invitation()
    found = [Invitation.objects.open().get() for _ in range(2)]
    for each in found:
        each.invitee = None
    given = {"name": "An", "language": "nl", "password": PASSWORD, "by": NOBODY}
    invitations.join(invitation=found[0], **given)
    with pytest.raises(ValidationError):
        invitations.join(invitation=found[1], **given)
    assert User.objects.count() == 1


def test_form_of_joining_sent_twice_makes_one_account() -> None:
    _, link = make_invitation()
    client = Client()
    form = {**hidden(client.get(link)), **NEW}
    assert client.post(link, form).status_code == 303
    assert client.post(link, form).status_code == 404
    assert User.objects.count() == 1


def test_link_works_for_fourteen_days(time_machine) -> None:
    time_machine.move_to("2026-03-01 12:00", tick=False)
    _, link = make_invitation()
    time_machine.move_to("2026-03-15 11:59", tick=False)
    assert Client().get(link).status_code == 200
    time_machine.move_to("2026-03-15 12:01", tick=False)
    assert Client().get(link).status_code == 404


def test_invitation_that_is_taken_back_does_not_work(administrator: Client) -> None:
    invitation, link = make_invitation()
    assert send(administrator, f"/nl/beheer/uitnodigingen/{invitation.pk}/intrekken/").status_code == 303
    assert Client().get(link).status_code == 404
    assert administrator.get(f"/nl/beheer/uitnodigingen/{invitation.pk}/intrekken/").status_code == 404


def test_inviting_again_takes_the_first_link_back() -> None:
    _, first = make_invitation()
    _, second = make_invitation()
    assert [Client().get(link).status_code for link in (first, second)] == [404, 200]


def test_link_is_a_secret_of_the_letter_alone() -> None:
    _, link = make_invitation()
    secret = link.split("/")[-2]
    assert secret not in str(list(Invitation.objects.values()) + list(Event.objects.values()))
    assert "nieuw@example.org" not in str(list(Event.objects.values())), "the trail holds no address"
    for response in (Client().get(link), Client().get(link[:-3] + "/")):
        assert response["Referrer-Policy"] == "same-origin"
        assert response["X-Robots-Tag"] == "noindex"
        assert "no-store" in response["Cache-Control"]
    assert len(secret) >= 43


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_pages_behind_a_link_are_in_its_language_and_load_nothing_inline(language: str) -> None:
    _, link = make_invitation(language=language)
    html = Client().get(link).content.decode()
    assert Page(html).language == language
    assert not re.search(r"<script>|<style| style=", html)


def test_who_has_an_account_signs_in_first_and_says_yes() -> None:
    make_person()
    invitation, link = make_invitation("an@example.org", Role.REFERENT, "ander-huis")
    client = Client()
    door = client.get(link)
    assert door["Location"] == f"/nl/account/login/?next={link}"
    assert sign_in(client, next=link)["Location"] == link
    assert send(client, link).status_code == 303
    assert User.objects.get().who().organisations_as(Role.REFERENT) == {invitation.organisation_id}


def test_invitation_of_another_is_not_taken(client: Client) -> None:
    make_person()
    make_person(email="el@example.org")
    _, link = make_invitation("an@example.org", Role.ADMINISTRATOR)
    other = signed_in(User.objects.get(email="el@example.org"))
    assert other.get(link).status_code == 403
    assert other.post(link, {"name": "x"}).status_code == 403
    _, fresh = make_invitation("nieuw@example.org", Role.ADMINISTRATOR)
    assert other.get(fresh).status_code == 403
    assert not Membership.objects.filter(role=Role.ADMINISTRATOR).exists()


def test_cell_cannot_invite_above_itself() -> None:
    client = signed_in(make_person(Role.CELL, "cel"))
    form = client.get("/nl/beheer/uitnodigingen/nieuw/").content.decode()
    assert 'value="administrator"' not in form
    response = send(client, "/nl/beheer/uitnodigingen/nieuw/", email="x@example.org", role="administrator",
                    organisation=Organisation.objects.get(slug="cel").pk, language="nl")  # fmt: skip
    assert response.status_code == 422
    with pytest.raises(Refused):
        invitations.invite(email="x@example.org", organisation=Organisation.objects.get(slug="cel"),
                           role=Role.ADMINISTRATOR, language="nl", by=make_who(Role.CELL))  # fmt: skip
    made, _ = make_invitation("b@example.org", Role.ADMINISTRATOR)
    assert client.get(f"/nl/beheer/uitnodigingen/{made.pk}/intrekken/").status_code == 403


def test_link_is_shown_when_the_letter_cannot_be_sent(administrator: Client, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", 1
    sent = send(administrator, "/en/manage/invitations/new/", email="x@example.org", role="member",
                organisation=make_organisation().pk, language="en")  # fmt: skip
    page = administrator.get(sent["Location"]).content.decode()
    link = re.search(r"http://testserver(/en/invitation/[\w-]+/)", page)[1]
    assert Client().get(link).status_code == 200


@pytest.mark.parametrize("field,value", [("password1", "kort"), ("password2", "anders"), ("name", ""),
                                         ("language", "de")])  # fmt: skip
def test_what_is_wrong_in_joining_is_said_and_nothing_is_made(field: str, value: str) -> None:
    _, link = make_invitation()
    response = send(Client(), link, **{**NEW, field: value})
    assert response.status_code == 422
    assert 'class="wrong"' in response.content.decode()
    assert not User.objects.exists()


def test_roles_are_given_and_taken_with_a_trace(administrator: Client) -> None:
    user = make_person()
    other = make_organisation("ander-huis")
    page = f"/nl/beheer/mensen/{user.pk}/"
    assert send(administrator, page, organisation=other.pk, role="observer").status_code == 303
    assert send(administrator, page, organisation=other.pk, role="observer").status_code == 422
    membership = user.memberships.get(role="observer")
    taken = send(administrator, f"/nl/beheer/rollen/{membership.pk}/afnemen/", why="ander werk")
    assert taken["Location"] == page
    assert [m.role for m in user.memberships.all()] == ["member"]
    event = Event.objects.get(verb="role-taken")
    assert (event.before, event.why, event.is_public) == ({"role": "observer"}, "ander werk", False)
    assert event.organisation == "beheer"


def test_somebody_always_remains_to_administer(administrator: Client) -> None:
    user = User.objects.get(email="beheer@example.org")
    last = user.memberships.get()
    response = send(administrator, f"/nl/beheer/rollen/{last.pk}/afnemen/", why="x")
    assert response.status_code == 422
    assert "niemand overblijven" in response.content.decode()
    with pytest.raises(ValidationError):
        people.close_account(user=user, by=SHELL)
    make_person(Role.ADMINISTRATOR, "beheer")
    people.take_role(membership=last, by=SHELL)


def test_closed_account_is_empty_and_the_trail_stays_true(administrator: Client) -> None:
    user = make_person(name="Een naam")
    own = signed_in(user)
    send(own, "/nl/mijn-account/gegevens/", name="Andere naam", language="fr")
    make_invitation("an@example.org", Role.REFERENT)
    before = list(Event.objects.filter(person=user.pk).values())
    assert len(before) == 1
    closed = send(administrator, f"/nl/beheer/mensen/{user.pk}/sluiten/", why="vertrokken")
    assert closed.status_code == 303
    assert list(Event.objects.filter(person=user.pk).values()) == before
    assert own.get("/nl/mijn-account/").status_code == 302, "their session is over"
    assert sign_in(Client()).status_code == 200
    for kept in everything_kept():
        assert "an@example.org" not in kept and "naam" not in kept
    listed = administrator.get("/nl/beheer/mensen/").content.decode()
    assert "gesloten account" in listed
    assert administrator.get(f"/nl/beheer/mensen/{user.pk}/").status_code == 200
    trail = administrator.get("/nl/beheer/spoor/").content.decode()
    assert "iemand van wie het account gesloten is" in trail


def everything_kept() -> list[str]:
    """Every row of every table, as text; sessions are signed, not readable."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if not table.startswith(("plan_", "django_", "sqlite_")):
                cursor.execute(f'SELECT * FROM "{table}"')
                found += [str(row) for row in cursor.fetchall()]
    return found


def test_address_of_who_left_can_be_invited_again(administrator: Client) -> None:
    people.close_account(user=make_person(), by=SHELL)
    _, link = make_invitation("an@example.org")
    assert send(Client(), link, **NEW).status_code == 303


def test_own_name_and_language_change_without_names_in_the_trail() -> None:
    user = make_person()
    assert (
        send(signed_in(user), "/nl/mijn-account/gegevens/", name="Anders", language="fr").status_code == 303
    )
    user.refresh_from_db()
    assert (user.name, user.language) == ("Anders", "fr")
    assert "Anders" not in str(list(Event.objects.values()))


def test_who_has_no_role_can_still_change_their_name() -> None:
    user = make_person()
    user.memberships.all().delete()
    assert (
        send(signed_in(user), "/nl/mijn-account/gegevens/", name="Anders", language="nl").status_code == 303
    )


def test_organisation_is_added_and_corrected_and_its_slug_stays(administrator: Client) -> None:
    added = send(
        administrator, "/nl/beheer/organisaties/nieuw/", name_nl="Huis Vijver", name_fr="Maison Soleil"
    )
    assert added.status_code == 303
    organisation = Organisation.objects.get(slug="huis-vijver")
    again = send(administrator, "/nl/beheer/organisaties/nieuw/", name_nl="Huis Vijver")
    assert "Er is al een organisatie" in again.content.decode()
    page = "/nl/beheer/organisaties/huis-vijver/"
    assert send(administrator, page, name_nl="Huis Maan", name_fr="", url="zon.example").status_code == 303
    organisation.refresh_from_db()
    assert (dict(organisation.name), organisation.url) == ({"nl": "Huis Maan"}, "https://zon.example")
    event = Event.objects.get(verb="organisation-changed")
    assert event.before["name"] == {"nl": "Huis Vijver", "fr": "Maison Soleil"}
    assert event.sentence.endswith("Huis Maan")


def test_organisation_needs_a_name_in_one_language(administrator: Client) -> None:
    response = send(administrator, "/nl/beheer/organisaties/nieuw/", url="https://x.example")
    assert response.status_code == 422


def test_two_who_correct_an_organisation_at_once_see_both_versions(administrator: Client) -> None:
    make_organisation("huis-vijver")
    page = "/nl/beheer/organisaties/huis-vijver/"
    form = hidden(administrator.get(page))
    send(administrator, page, name_nl="Hun woord")
    conflict = administrator.post(page, {**form, "name_nl": "Mijn woord"})
    assert conflict.status_code == 409
    html = conflict.content.decode()
    assert "Hun woord" in html and "Mijn woord" in html
    again = {**hidden(conflict), "name_nl": "Mijn woord"}
    assert administrator.post(page, again).status_code == 303


@pytest.mark.parametrize(
    "page", ["/nl/beheer/mensen/", "/nl/beheer/organisaties/", "/nl/beheer/uitnodigingen/"]
)
def test_twice_the_rows_are_not_more_queries(administrator: Client, page: str) -> None:
    def make(number: int) -> None:
        make_person(organisation=f"huis-{number}", email=f"p{number}@example.org")
        make_invitation(f"q{number}@example.org", organisation=f"huis-{number}")

    counts = []
    for number in range(3):
        make(number)
        with counted_queries() as asked:
            assert administrator.get(page).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2]
    assert counts[0] <= 8
