"""Pages of work by file: where writers find them, what they hand out, and what they take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook
from tests.pages.counting import counted_queries

from relais.apps.accounts.vocabulary import Role
from relais.apps.coordination.tests.make import make_user
from relais.apps.reporting import byfile
from relais.apps.reporting.models import Round
from relais.apps.reporting.tests import make as m

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def early() -> Iterator[None]:
    with time_machine.travel(dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC), tick=False):
        yield


def year_of(*codes: str, owner: str = "huis-maan") -> Round:
    for code in codes:
        m.make_action(code, owners=(owner,))
    return m.make_round()


def rows_in(content: bytes) -> int:
    return len(list(load_workbook(BytesIO(content))[byfile.sheet("2026")])) - 1


@pytest.mark.parametrize("role", [Role.MEMBER, Role.CELL])
@pytest.mark.parametrize("page", ["by-file/", "by-file/reports.xlsx"])
def test_pages_cost_the_same_for_many_reports(client: Client, role: Role, page: str) -> None:
    client.force_login(make_user(role))

    def cost(label: str) -> int:
        m.make_round(label)
        with counted_queries() as asked:
            assert client.get(f"/en/rounds/{label}/{page}").status_code == 200
        return len(asked)

    m.make_action("a-1", owners=("huis-maan",))
    few = cost("2026")
    for n in range(2, 8):
        m.make_action(f"a-{n}", owners=("huis-maan",))
    assert cost("2027") == few


def edited(content: bytes, label: str = "2026", **cells: Any) -> bytes:
    """The workbook with these cells in its first row, as a spreadsheet saves it."""
    book = load_workbook(BytesIO(content))
    sheet = book[byfile.sheet(label)]
    header = [cell.value for cell in sheet[1]]
    for name, value in cells.items():
        sheet.cell(2, header.index(name) + 1, value)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def send(client: Client, content: bytes, **more: Any) -> Any:
    file = SimpleUploadedFile("reports-2026.xlsx", content)
    data = {"token": str(uuid4()), "acting_for": "huis-maan", "file": file, **more}
    return client.post("/en/rounds/2026/by-file/", data)


def test_the_page_gives_a_workbook_checks_it_and_takes_it_once(client: Client) -> None:
    m.make_action("a-2", owners=("other",))
    year = year_of("a-1")
    client.force_login(make_user(Role.MEMBER))
    content = client.get("/en/rounds/2026/by-file/reports.xlsx").content
    assert rows_in(content) == 1, "only their own"
    content = edited(content, done_words="Uit een rekenblad", planned=1000, staff=0.5)
    checked = send(client, content, only_check="on")
    assert (checked.status_code, b"Uit een rekenblad" in checked.content) == (200, True)
    assert m.report_of(year).version == 1
    token = str(uuid4())
    for _click in range(2):
        assert send(client, content, token=token).status_code == 303
    report = m.report_of(year)
    assert (report.done_words, report.planned, report.staff, report.version) == (
        "Uit een rekenblad", 1000, Decimal("0.5"), 2
    )  # fmt: skip


def test_the_cell_takes_every_report_of_the_round_and_has_nothing_to_send(client: Client) -> None:
    year_of("a-1", "a-2")
    client.force_login(make_user(Role.CELL))
    content = client.get("/en/rounds/2026/by-file/reports.xlsx").content
    assert rows_in(content) == 2
    assert "There is nothing to send" in client.get("/en/rounds/2026/by-file/").content.decode()


def test_writers_find_it_from_their_reports_and_from_the_round_and_readers_do_not(client: Client) -> None:
    year_of("a-1")
    address = 'href="/en/rounds/2026/by-file/"'
    assert address not in client.get("/en/rounds/2026/").content.decode()
    client.force_login(make_user(Role.MEMBER))
    for page in ("/en/rounds/2026/", "/en/my-reports/"):
        assert address in client.get(page).content.decode()


def test_something_that_is_no_workbook_of_this_round_is_refused_in_words(client: Client) -> None:
    year_of("a-1")
    client.force_login(make_user(Role.MEMBER))
    response = send(client, b"not a workbook", only_check="on")
    assert (response.status_code, "not an XLSX workbook" in response.content.decode()) == (422, True)
    assert client.get("/en/rounds/1888/by-file/").status_code == 404
