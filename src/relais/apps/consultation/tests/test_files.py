"""A consultation goes out as a file and comes back: nothing changes by itself, and nothing by halves."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from click.testing import CliRunner
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from relais.apps.accounts.permissions import Refused
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.audit.models import Event
from relais.apps.consultation import actions
from relais.apps.consultation import models as m
from relais.apps.consultation.cli import export_consultation, import_consultation
from relais.apps.consultation.sheet import COLUMNS, NEEDED, file_of
from relais.apps.consultation.tests.make import (
    AUTHORITY,
    DAY,
    INVITED,
    make_answer,
    make_consultation,
    make_opinion,
    reread,
)
from relais.apps.coordination.tests.make import make_user, make_who
from relais.apps.languages.addresses import address
from relais.apps.sheets.incoming import read_csv
from relais.apps.sheets.verdicts import Judgement

pytestmark = pytest.mark.django_db

NEW = {
    "point": "1", "position": "for", "words": "Prima.", "language": "nl", "given_date": "2026-01-05",
    "platform": "elders.example", "reference": "r-1",
}  # fmt: skip


@pytest.fixture(autouse=True)
def in_english() -> Any:
    with override("en"):
        yield


@pytest.fixture
def found() -> m.Consultation:
    return make_consultation("case", points=2)


def cell() -> Who:
    return make_who(Role.CELL, "the-cell")


def as_file(*rows: dict[str, str]) -> bytes:
    buffer = StringIO()
    names = list(dict.fromkeys([*NEEDED, *(name for row in rows for name in row)]))
    writer = csv.DictWriter(buffer, names)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode()


def take(
    found: m.Consultation, content: bytes, *, by: Who | None = None, only_check: bool = False
) -> Judgement:
    rows = read_csv(content, needed=NEEDED, known=COLUMNS)
    return actions.import_opinions(
        by=by or cell(), consultation=reread(found), rows=rows, only_check=only_check
    )


def whys(judgement: Judgement) -> list[str]:
    return [str(verdict.why) for verdict in judgement.verdicts]


def test_an_unedited_export_changes_nothing(found: m.Consultation) -> None:
    first = found.points.all()[0]
    answered = make_opinion(first, INVITED, words="=1+1\nand “more”; 'quoted'", wording="-minus")
    make_answer(answered)
    make_opinion(first, moderation="hidden")
    make_opinion(first, moderation="waiting", platform="elders.example", reference="9", words="'=x")
    taken = take(found, file_of(found))
    assert taken.counts == {"new": 0, "changed": 0, "unchanged": 3, "refused": 0}
    assert not Event.objects.exists()


def test_words_of_strangers_are_never_formulas(found: m.Consultation) -> None:
    make_opinion(found.points.all()[0], words="=HYPERLINK(1)")
    assert b"'=HYPERLINK(1)" in file_of(found)


def test_what_comes_from_elsewhere_is_marked_and_waits_for_a_moderator(found: m.Consultation) -> None:
    rows = [NEW, {**NEW, "reference": "r-2", "organisation": INVITED, "point": "2"}]
    assert take(found, as_file(*rows)).counts["new"] == 2
    of_public, of_organisation = m.Opinion.objects.of(found).in_order()
    assert (of_public.platform, of_public.moderation, of_public.giver) == (
        "elders.example",
        "waiting",
        "unsaid",
    )
    assert (of_organisation.organisation.slug, of_organisation.giver) == (INVITED, None)
    event = Event.objects.get()
    assert (event.verb, event.after["new"], event.is_public) == ("opinions-imported", 2, True)
    assert take(found, as_file(*rows)).counts["unchanged"] == 2  # the same file again


def test_a_change_shows_old_and_new_and_is_read_anew(found: m.Consultation) -> None:
    take(found, as_file(NEW))
    m.Opinion.objects.of(found).update(moderation="shown")
    verdict = take(found, as_file({**NEW, "words": "Toch niet.", "position": "against"})).verdicts[0]
    assert {(d.column, d.before, d.after) for d in verdict.differences} == {
        ("words", "Prima.", "Toch niet."), ("position", "for", "against"),
    }  # fmt: skip
    changed = m.Opinion.objects.of(found).get()
    assert (changed.words, changed.moderation) == ("Toch niet.", "waiting")


def test_a_check_says_the_same_and_writes_nothing(found: m.Consultation) -> None:
    assert take(found, as_file(NEW), only_check=True).counts["new"] == 1
    assert not m.Opinion.objects.of(found).exists()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"point": "9"}, "no point “9”"),
        ({"point": ""}, "no point “”"),
        ({"reference": ""}, "names its platform"),
        ({"position": "perhaps"}, "it may be: for"),
        ({"position": "against", "words": ""}, "Say why you are against"),
        ({"language": "de"}, "it may be: nl"),
        ({"given_date": "soon"}, "is not a date"),
        ({"given_date": "2999-01-01"}, "still to come"),
        ({"organisation": "nobody"}, "no organisation “nobody”"),
        ({"organisation": AUTHORITY}, "no organisation"),
        ({"organisation": INVITED, "giver": "parent"}, "has no kind of giver"),
        ({"opinion": "opinion-1-99"}, "no opinion “opinion-1-99”"),
        ({"moderation": "shown"}, "stay empty: moderation"),
        ({"words": "x" * 6001}, "longer than 6000"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why_and_nothing_is_written(
    found: m.Consultation, wrong: dict[str, str], why: str
) -> None:
    taken = take(found, as_file({**NEW, "reference": "sound"}, {**NEW, **wrong}))
    assert why in whys(taken)[1]
    assert not m.Opinion.objects.of(found).exists()


def test_an_opinion_stands_in_a_file_once_and_an_organisation_speaks_once(found: m.Consultation) -> None:
    make_opinion(found.points.all()[1], INVITED)
    own = {**NEW, "organisation": INVITED}
    taken = take(found, as_file(NEW, NEW, {**own, "reference": "2"}, {**own, "reference": "3"},
                                {**own, "reference": "4", "point": "2"}))  # fmt: skip
    assert [str(v.outcome) for v in taken.verdicts] == ["new", "refused", "new", "refused", "refused"]


def test_what_was_given_here_or_is_answered_is_not_changed_by_a_file(found: m.Consultation) -> None:
    first = found.points.all()[0]
    here = make_opinion(first)
    answered = make_opinion(first, platform="elders.example", reference="1")
    make_answer(answered)
    row = {"point": "1", "position": "none", "platform": "", "reference": ""}
    there = {"platform": "elders.example", "reference": "1"}
    taken = take(
        found, as_file({**row, "opinion": here.anchor}, {**row, **there, "opinion": answered.anchor})
    )
    assert "given here" in whys(taken)[0] and "answered already" in whys(taken)[1]


def test_a_date_as_a_belgian_spreadsheet_writes_it_is_the_same_date(found: m.Consultation) -> None:
    take(found, as_file(NEW))
    assert take(found, as_file({**NEW, "given_date": "5/01/2026"})).counts["unchanged"] == 1


def test_rights_and_stages_are_checked(found: m.Consultation) -> None:
    with pytest.raises(Refused):
        take(found, as_file(NEW), by=make_who(Role.MEMBER, INVITED))
    assert take(found, as_file(NEW), by=make_who(Role.MEMBER, AUTHORITY)).is_sound
    early = make_consultation("early", opens=timezone.localdate() + DAY)
    with pytest.raises(ValidationError):
        take(early, as_file(NEW))


def test_rows_cost_no_queries(found: m.Consultation) -> None:
    from tests.pages.counting import counted_queries

    def queries(n: int) -> int:
        rows = [{**NEW, "reference": str(k), "position": "x"} for k in range(n)]
        with counted_queries() as asked:
            take(found, as_file(*rows), by=by, only_check=True)
        return len(asked)

    by = cell()
    assert queries(3) == queries(30)


def send(client: Client, content: bytes, **fields: Any) -> Any:
    file = SimpleUploadedFile("opinions.csv", content, "text/csv")
    given = {"file": file, "token": uuid4(), "acting_for": "the-cell", **fields}
    return client.post(address("consultation:file", "case"), given)


def test_the_page_checks_first_and_takes_when_asked(found: m.Consultation) -> None:
    client = Client()
    client.force_login(make_user(Role.CELL, "the-cell"))
    checked = send(client, as_file(NEW), only_check="on")
    assert checked.status_code == 200 and "elders.example/1/r-1" in checked.content.decode()
    refused = send(client, as_file({**NEW, "point": "9"}))
    assert refused.status_code == 422 and "no point" in refused.content.decode()
    assert send(client, b"not,a,file").status_code == 422
    assert send(client, b"").status_code == 422
    assert not m.Opinion.objects.of(found).exists()
    assert send(client, as_file(NEW)).status_code == 303
    out = client.get(address("consultation:opinions-file", "case"))
    assert out.content == file_of(found)


def test_commands_export_check_and_import(found: m.Consultation, tmp_path: Path) -> None:
    user, path = make_user(Role.CELL, "the-cell", "anna@example.org"), tmp_path / "opinions.csv"
    path.write_bytes(as_file(NEW))

    def run(*arguments: str) -> Any:
        return CliRunner().invoke(
            import_consultation, [str(path), "--slug", "case", "--as", user.email, *arguments]
        )

    assert run("--check").exit_code == 1
    assert "line 2: new elders.example/1/r-1" in run("--check").output
    assert not m.Opinion.objects.of(found).exists()
    assert run().exit_code == 0
    assert run("--check").exit_code == 0
    assert CliRunner().invoke(export_consultation, ["case"]).stdout_bytes == file_of(found)
    path.write_bytes(as_file({**NEW, "position": "x"}))
    assert run().exit_code == 1 and "nothing was taken in" in run().output
    path.write_bytes(b"\xff")
    assert "UTF-8" in run().output
    wrong = ["--slug", "nothing", "--as", "nobody@example.org"]
    assert "no consultation" in CliRunner().invoke(import_consultation, [str(path), *wrong]).output
