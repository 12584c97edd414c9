"""Work by file: what comes back unedited changes nothing; every row is judged; all of it or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import override
from openpyxl import load_workbook
from tests.pages.counting import counted_queries

from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.audit.models import Event
from relais.apps.coordination import byfile
from relais.apps.coordination.actions.byfile import take_actions
from relais.apps.coordination.forms.byfile import wanted
from relais.apps.coordination.models import Action
from relais.apps.coordination.tests.make import make_action, make_owner, make_user, make_who
from relais.apps.sheets.incoming import Row
from relais.apps.sheets.verdicts import Judgement, Outcome
from relais.apps.sheets.workbooks import read_xlsx
from relais.apps.sheets.working import working_copy

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with override("en"):
        yield


@pytest.fixture
def action() -> Action:
    made = make_action("a-901", due_date=dt.date(2027, 6, 30), indicator="plaatsen", target_value=40)
    make_owner(made)
    return made


def exported() -> list[dict[str, str]]:
    """The rows of a workbook just made, as a person would get them back from it."""
    actions = Action.objects.filter(code__startswith="a-90").in_order().whole()
    content = working_copy(byfile.SHEET, byfile.COLUMNS, byfile.rows(actions))
    read = read_xlsx(content, sheet=byfile.SHEET, needed=("code",), known=byfile.NAMES)
    return [row.cells for row in read]


def take(rows: list[dict[str, str]], by: Who | None = None, only_check: bool = False) -> Judgement:
    asked = [wanted(Row(place, cells)) for place, cells in enumerate(rows, 2)]
    return take_actions(rows=asked, by=by or make_who(), only_check=only_check)


def outcomes(judgement: Judgement) -> list[str]:
    return [verdict.outcome.value for verdict in judgement.verdicts]


def test_an_unedited_workbook_changes_nothing(action: Action) -> None:
    before = Event.objects.count()
    assert outcomes(take(exported())) == [Outcome.UNCHANGED]
    assert Event.objects.count() == before
    action.refresh_from_db()
    assert action.version == 1


def test_words_with_line_ends_of_a_browser_come_back_as_the_same_words() -> None:
    words = "Eerste regel.\r\n\r\n  Tweede\x0b regel. "
    make_owner(make_action("a-901", title={"nl": words}, description={"nl": words}, contact_point=words))
    assert outcomes(take(exported())) == [Outcome.UNCHANGED]


def test_columns_that_are_left_out_of_the_file_are_left_alone(action: Action) -> None:
    kept = ("code", "version", "title_nl")
    rows = [{name: row[name] for name in kept} for row in exported()]
    assert outcomes(take(rows)) == [Outcome.UNCHANGED]
    before = Action.objects.values().get(pk=action.pk)
    assert outcomes(take([rows[0] | {"title_nl": "Anders"}])) == [Outcome.CHANGED]
    after = Action.objects.values().get(pk=action.pk)
    assert {name for name in after if after[name] != before[name]} == {"title", "version"}


def test_an_action_stands_in_a_file_once(action: Action) -> None:
    row = exported()[0]
    assert outcomes(take([row | {"title_nl": "Zo"}, row | {"title_nl": "Of zo"}])) == ["changed", "refused"]


def test_an_edited_row_says_old_and_new_and_does_what_its_page_would_do(action: Action) -> None:
    rows = exported()
    rows[0] |= {"due_date": "31/12/2027", "title_fr": "Nouveau titre", "reason": "le chantier a du retard"}
    judgement = take(rows)
    assert outcomes(judgement) == [Outcome.CHANGED]
    told = {d.column: (d.before, d.after) for d in judgement.verdicts[0].differences}
    assert told["due_date"] == ("2027-06-30", "2027-12-31")
    action.refresh_from_db()
    assert action.due_date == dt.date(2027, 12, 31)
    assert action.title["fr"] == "Nouveau titre"
    assert action.date_changes.get().reason == "le chantier a du retard"


def test_a_check_says_the_same_and_writes_nothing(action: Action) -> None:
    rows = exported()
    rows[0]["title_en"] = "Another title"
    before = Event.objects.count()
    assert outcomes(take(rows, only_check=True)) == [Outcome.CHANGED]
    action.refresh_from_db()
    assert "Another title" not in action.title.values()
    assert Event.objects.count() == before
    assert outcomes(take(rows)) == [Outcome.CHANGED]


def test_one_refused_row_keeps_every_row_out(action: Action) -> None:
    make_owner(make_action("a-902"))
    rows = exported()
    rows[0]["title_nl"] = "Anders"
    rows[1] |= {"start_date": "2027-02-01", "due_date": "2027-01-01"}
    judgement = take(rows)
    assert outcomes(judgement) == [Outcome.CHANGED, Outcome.REFUSED]
    assert judgement.verdicts[1].why
    action.refresh_from_db()
    assert action.title["nl"] != "Anders"


def test_rights_hold_row_by_row(action: Action) -> None:
    rows = exported()
    rows[0]["title_nl"] = "Van een ander"
    stranger = make_who(organisation="huis-zon", person=7)
    assert outcomes(take(rows, by=stranger)) == [Outcome.REFUSED]
    assert outcomes(take(exported(), by=stranger)) == [Outcome.UNCHANGED]


def test_a_row_that_another_changed_meanwhile_is_refused_and_shows_what_is_there(action: Action) -> None:
    rows = exported()
    Action.objects.filter(pk=action.pk).update(version=2, indicator="kinderen")
    rows[0]["indicator"] = "gezinnen"
    judgement = take(rows)
    assert outcomes(judgement) == [Outcome.REFUSED]
    assert "kinderen" in str(judgement.verdicts[0].why)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"code": "a-9999"}, "no action with this code"),
        ({"code": "", "title_nl": "Nieuw", "measures": "16, zestien"}, "zestien"),
        ({"code": "", "title_nl": "Nieuw", "measures": "999"}, "999"),
        ({"code": "", "title_nl": "Nieuw", "measures": ""}, "at least one measure"),
        ({"code": "", "title_nl": "", "measures": "16"}, "title"),
        ({"code": "", "title_nl": "Nieuw", "measures": "16", "due_date": "morgen"}, "due_date"),
        ({"code": "", "title_nl": "Nieuw", "measures": "16", "phase": "soon"}, "phase"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(action: Action, cells: dict[str, str], said: str) -> None:
    row = {**dict.fromkeys(byfile.NAMES, ""), **cells}
    judgement = take([row])
    assert outcomes(judgement) == [Outcome.REFUSED]
    assert said in str(judgement.verdicts[0].why)


def test_a_row_without_a_code_is_a_new_action(action: Action) -> None:
    row = {
        **dict.fromkeys(byfile.NAMES, ""), "title_fr": "Nouvelle action", "measures": "16, 17a",
        "start_date": "2027-01-04", "phase": "preparing",
    }  # fmt: skip
    judgement = take([row])
    assert outcomes(judgement) == [Outcome.NEW]
    made = Action.objects.get(code=judgement.verdicts[0].key)
    assert [(a.measure.number, a.letter) for a in made.answered.all()] == [(16, ""), (17, "a")]
    assert (made.original_language, made.phase, made.start_date) == ("fr", "preparing", dt.date(2027, 1, 4))


def test_taking_many_rows_costs_no_query_a_row_when_nothing_changes(action: Action) -> None:
    def cost() -> int:
        rows = exported()
        with counted_queries() as asked:
            take(rows, only_check=True)
        return len([sql for sql in asked if "SAVEPOINT" not in sql])

    one = cost()
    for number in range(2, 9):
        make_owner(make_action(f"a-90{number}"))
    assert cost() == one


def send(client: Client, content: bytes, **more: Any) -> Any:
    file = SimpleUploadedFile("actions.xlsx", content)
    data = {"token": str(uuid4()), "acting_for": "huis-maan", "file": file, **more}
    return client.post("/en/actions/by-file/", data)


def test_the_page_gives_a_workbook_checks_it_and_takes_it_once(action: Action, client: Client) -> None:
    client.force_login(make_user(Role.MEMBER))
    content = client.get("/en/actions/by-file/actions.xlsx").content
    book = load_workbook(BytesIO(content))
    sheet = book[byfile.SHEET]
    column = [cell.value for cell in sheet[1]].index("title_en") + 1
    line = [cell.value for cell in sheet["A"]].index(action.code) + 1
    sheet.cell(line, column, "Edited in a spreadsheet")
    buffer = BytesIO()
    book.save(buffer)
    checked = send(client, buffer.getvalue(), only_check="on")
    assert checked.status_code == 200
    assert b"Edited in a spreadsheet" in checked.content
    action.refresh_from_db()
    assert action.version == 1
    token = str(uuid4())
    assert send(client, buffer.getvalue(), token=token).status_code == 303
    action.refresh_from_db()
    assert action.title["en"] == "Edited in a spreadsheet"
    again = send(client, buffer.getvalue(), token=token)
    assert again.status_code == 303
    action.refresh_from_db()
    assert action.version == 2


def test_something_that_is_no_workbook_is_refused_in_words(action: Action, client: Client) -> None:
    client.force_login(make_user(Role.MEMBER))
    response = send(client, b"not a workbook", only_check="on")
    assert response.status_code == 422
    assert "not an XLSX workbook" in response.content.decode()


def test_an_observer_has_no_file_to_send(client: Client) -> None:
    client.force_login(make_user(Role.OBSERVER))
    assert client.get("/en/actions/by-file/").status_code == 403
