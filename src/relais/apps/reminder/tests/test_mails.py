"""What `relais remind` and `relais digest` send, to whom, once; read back as a mail program reads it."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from email.utils import parsedate_to_datetime
from smtplib import SMTPRecipientsRefused

import pytest
from click.testing import CliRunner
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from tests.pages.counting import counted_queries

from relais.apps.accounts.vocabulary import Role
from relais.apps.audit.actions import record
from relais.apps.coordination.tests.make import make_action, make_who
from relais.apps.meeting.models import Group, Resolution
from relais.apps.reminder import reminding
from relais.apps.reminder.actions import choose_mails
from relais.apps.reminder.cli import digest, remind
from relais.apps.reminder.models import Preference, Sending
from relais.apps.reminder.sending import AlreadyRunning, _only_one, send
from relais.apps.reminder.tests.make import DAY, NEWS, TODAY, make_due, make_person
from relais.apps.reminder.vocabulary import Mails

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quiet_house(db, settings, tmp_path, time_machine):
    Group.objects.filter(slug="example").update(ended_date=dt.date(2026, 6, 1))
    settings.VAR = tmp_path
    settings.PUBLIC_ADDRESS = "https://relais.example"
    time_machine.move_to(dt.datetime(2026, 6, 1, 8, tzinfo=dt.UTC), tick=False)


def run(command, *arguments: str):
    return CliRunner().invoke(command, arguments)


def parsed(path) -> email.message.EmailMessage:
    return email.message_from_bytes(path.read_bytes(), policy=email.policy.default)


def test_a_mail_read_back_from_its_file_is_a_whole_mail_in_the_language_of_the_person(settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mails"
    settings.DEFAULT_FROM_EMAIL = "Relais <relais@relais.example>"
    make_person("lea@example.org", language="fr")
    make_due(TODAY + 5 * DAY)
    make_due(TODAY - 2 * DAY)
    assert run(remind).output == "1 sent, 0 failed\n"
    (file,) = (tmp_path / "mails").iterdir()
    read = parsed(file)
    assert (read["To"], read["From"]) == ("lea@example.org", "Relais <relais@relais.example>")
    assert read["Subject"] == "2 tâches à faire"
    assert read["Auto-Submitted"] == "auto-generated"
    assert read["Message-ID"].endswith("@relais.example>")
    assert parsedate_to_datetime(read["Date"]) == dt.datetime(2026, 6, 1, 8)
    assert read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert read.get_content_type() == "multipart/alternative"
    text, html = (part.get_content() for part in read.iter_parts())
    assert text.startswith("Bonjour Test,\n")
    for words in (text, html):
        assert "https://relais.example/fr/groupes/groep/1/#decision-1" in words
        assert "6 juin 2026" in words
    assert text.index("#decision-2") < text.index("#decision-1"), "what is late comes first"
    assert '<html lang="fr">' in html


def test_running_again_the_same_day_sends_nothing_and_the_next_stage_sends_again():
    make_person("lea@example.org")
    make_due(TODAY + 7 * DAY)
    assert run(remind).output == "1 sent, 0 failed\n"
    assert run(remind).output == "0 sent, 0 failed\n"
    assert run(remind, "--on", "2026-06-03").output == "0 sent, 0 failed\n"
    assert run(remind, "--on", "2026-06-07").output == "1 sent, 0 failed\n"
    assert list(Sending.objects.values_list("stage", flat=True)) == ["before-7", "before-1"]


def test_a_date_that_moves_is_reminded_of_anew():
    make_person("lea@example.org")
    due = make_due(TODAY + 7 * DAY)
    run(remind)
    Resolution.objects.filter(pk=due.pk).update(due_date=TODAY + 6 * DAY)
    assert run(remind).output == "1 sent, 0 failed\n"


def test_only_those_for_whom_it_is_due_are_reminded():
    for address, organisation, role in [
        ("member@example.org", "actie", Role.MEMBER),
        ("other@example.org", "hulp", Role.MEMBER),
        ("cell@example.org", "cel", Role.CELL),
        ("admin@example.org", "actie", Role.ADMINISTRATOR),
    ]:
        make_person(address, organisation, role)
    gone = make_person("gone@example.org")
    gone.is_active = False
    gone.save()
    make_due(TODAY)
    make_due(TODAY, organisation=None)
    run(remind)
    assert {m.to[0]: m.subject for m in mail.outbox} == {
        "member@example.org": "1 task is due",
        "cell@example.org": "1 task is due",
    }


def test_who_wants_the_digest_only_or_nothing_gets_no_reminder():
    for address, choice in zip(("each@x.be", "week@x.be", "none@x.be"), Mails, strict=True):
        user = make_person(address)
        choose_mails(user=user, mails=choice, by=user.who())
    make_due(TODAY)
    run(remind)
    assert [m.to for m in mail.outbox] == [["each@x.be"]]
    run(digest)
    assert [m.to for m in mail.outbox[1:]] == [["each@x.be"], ["week@x.be"]]


def test_a_dry_run_says_what_would_go_to_whom_and_does_nothing():
    make_person("lea@example.org")
    make_due(TODAY)
    said = run(remind, "--dry-run").output
    assert "To: lea@example.org" in said and "Carry out decision 1.1" in said
    assert said.endswith("1 to send; nothing was sent\n")
    assert not mail.outbox and not Sending.objects.exists()


def test_a_failure_for_one_person_stops_nobody_and_is_tried_again(monkeypatch, caplog):
    make_person("refused@example.org")
    make_person("lea@example.org")
    make_due(TODAY)
    take = EmailBackend.send_messages

    def refuse(self, messages):
        if messages[0].to == ["refused@example.org"]:
            raise SMTPRecipientsRefused({})
        return take(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    first = run(remind)
    assert (first.output, first.exit_code) == ("1 sent, 1 failed\n", 1)
    assert "is tried again next time" in caplog.text
    assert "refused@example.org" not in caplog.text, "the log names people by key"
    monkeypatch.undo()
    assert run(remind).output == "1 sent, 0 failed\n"


def test_two_runs_at_once_are_one():
    with _only_one(), pytest.raises(AlreadyRunning):
        send([])


def test_the_same_mail_has_the_same_identifier():
    make_person("lea@example.org")
    make_due(TODAY)

    def identifiers() -> list[str]:
        return [letter.mail.extra_headers["Message-ID"] for letter in reminding.letters(TODAY)]

    assert identifiers() == identifiers() != []


def test_the_link_in_a_mail_stops_them_without_signing_in_and_opens_nothing_else(client: Client):
    user = make_person("lea@example.org")
    make_due(TODAY)
    run(remind)
    link = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>").removeprefix("https://relais.example")
    assert client.get(link).status_code == 200
    assert not Preference.objects.exists(), "a mail scanner that opens the link stops nothing"
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Preference.objects.get(user=user).mails == Mails.NONE
    assert not strict.cookies
    assert client.get("/en/tasks/").status_code == 302
    assert client.get(link[:-1] + ("a" if link[-1] != "a" else "b")).status_code == 404


def test_the_digest_tells_each_person_what_changed_on_what_is_theirs(time_machine):
    make_person("lea@example.org", "actie")
    make_person("tom@example.org", "hulp")
    make_person("cell@example.org", "cel", Role.CELL)
    make_action("a-1", measures=[16], owners=["actie"])
    by = make_who(Role.MEMBER, "actie")
    for day, about in [(25, "measure:16"), (26, "organisation:hulp"), (24, "measure:16"), (31, "measure:9")]:
        time_machine.move_to(dt.datetime(2026, 5, day, 12, tzinfo=dt.UTC), tick=False)
        record(NEWS, by=by, about=[about], after={"what": f"{about} {day}"})
    assert run(digest, "--on", "2026-06-03").output == "3 sent, 0 failed\n"
    told = {m.to[0]: str(m.body) for m in mail.outbox}
    assert "measure:16 25" in told["lea@example.org"] and "hulp 26" not in told["lea@example.org"]
    assert "measure:16 24" not in told["lea@example.org"], "the week before last"
    assert "hulp 26" in told["tom@example.org"] and "measure:16" not in told["tom@example.org"]
    assert all(words in told["cell@example.org"] for words in ("measure:16 25", "hulp 26", "measure:9 31"))
    assert run(digest, "--on", "2026-06-07").output == "0 sent, 0 failed\n"


def test_who_has_nothing_to_read_gets_no_digest():
    make_person("lea@example.org")
    make_due(TODAY + 60 * DAY)
    assert run(digest).output == "0 sent, 0 failed\n"


def test_twice_as_many_dates_are_not_more_queries():
    make_person("lea@example.org")
    make_person("tom@example.org", language="fr")

    def asked() -> int:
        with counted_queries() as queries:
            list(reminding.letters(TODAY))
        return len(queries)

    make_due(TODAY)
    before = asked()
    for _ in range(10):
        make_due(TODAY)
    assert asked() == before
