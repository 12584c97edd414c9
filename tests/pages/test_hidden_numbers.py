"""A hidden number leaves by no door: not by a page, a file, a feed, the API, a freeze or a log."""

from __future__ import annotations

import io
import json
import logging
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from relais.apps.freeze.taking import take
from relais.apps.observatory.models import HiddenValue, KeptFile, Observation
from relais.apps.observatory.protecting import known_of, protect
from relais.apps.observatory.protecting.published import cells_of, release_of
from relais.apps.observatory.tests.make import make_source
from relais.apps.observatory.tests.publishing import make_published
from relais.core.figures.cube import Cell, Said
from relais.core.figures.disclosure import audit
from tests.pages.counting import counted_queries
from tests.pages.crawl import crawl
from tests.pages.routes import LANGUAGES, address, pages

pytestmark = pytest.mark.django_db

DEFINITION, PERIOD, TOWNS = "integration_income_recipients", "2009", ("21004", "21015")
WOMEN = {"21004": 104_729, "21015": 1_299_709}  # primes that stand nowhere else; hidden beside a few men
MEN = {"21004": 3, "21015": 2}
SEPARATED = re.compile(r"(?<=\d)(?:[ .,'\u00a0\u202f\u2009]|&nbsp;|&#160;)(?=\d{3})")
TABLES = ("observatory_hiddenvalue", "observatory_keptfile")


@pytest.fixture(autouse=True)
def a_raw_release() -> None:
    raw = {}
    for town in TOWNS:
        for cut, number in (("", WOMEN[town] + MEN[town]), ("sex=F", WOMEN[town]), ("sex=M", MEN[town])):
            raw[Cell(DEFINITION, town, PERIOD, cut)] = Said(float(number))
    made = protect(raw, known_of(raw))
    assert set(WOMEN.values()) < set(made.hidden.values())
    make_published(made, make_source("a-raw-source"), "2010-06-01")


def doors(language: str, *, every: bool) -> Iterator[tuple[str, bytes]]:
    """One public page of each kind and the API; with `every`, all that the observatory links to as well."""
    client = Client(raise_request_exception=False)
    for asked in (*(address(page, language) for page in pages()), *operations(client), "/sitemap.xml"):
        yield asked, body_of(client.get(asked))
    home = address("observatory:home", language)
    for visited in crawl(home, inside=home.rstrip("/")).values() if every else ():
        yield visited.address, body_of(visited.response)


def operations(client: Client) -> Iterator[str]:
    """What the API gives, of this definition where it can be asked of one."""
    document = client.get("/api/v1/openapi.json").json()
    names = {"slug": "integration-income", "definition": DEFINITION, "indicator": "integration-income"}
    for path, operation in document["paths"].items():
        if "get" in operation:
            filled = re.sub(r"\{(\w+)\}", lambda found: names.get(found[1], "1"), path)
            yield filled
            yield f"{filled}?definition={DEFINITION}&indicator=integration-income&period={PERIOD}"


def body_of(response: Any) -> bytes:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if not content.startswith(b"PK"):
        return bytes(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


def tells(content: bytes) -> list[int]:
    """The hidden numbers that stand in it, however a language groups their digits."""
    text = SEPARATED.sub("", content.decode("utf-8", "replace"))
    return [number for number in WOMEN.values() if str(number) in text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_door_tells_a_hidden_number_or_reads_where_it_is_kept(language: str) -> None:
    """Every door in French, which groups digits in the oddest way; elsewhere one of each kind."""
    with counted_queries() as asked:
        read = dict(doors(language, every=language == "fr"))
    assert {where for where, content in read.items() if tells(content)} == set()
    assert [sql for sql in asked if any(table in sql for table in TABLES)] == []
    with override(language):
        behind = reverse("observatory:indicator", args=["integration-income"])
    assert language != "fr" or PERIOD in read[behind].decode()


@pytest.mark.parametrize(
    "written", ["104729", "104,729", "104.729", "104\u202f729", "104&nbsp;729", "104 729"]
)
def test_a_hidden_number_is_seen_however_it_is_written(written: str) -> None:
    assert tells(f"<td>{written}</td>".encode()) == [104_729]


def test_joining_all_that_is_published_computes_no_hidden_number() -> None:
    rows = Observation.objects.current().filter(definition__slug=DEFINITION, period=PERIOD)
    said = {
        Cell(DEFINITION, row.place, row.period, row.cut): Said(row.value, secrecy=row.secrecy) for row in rows
    }
    findings = audit(release_of(said, known_of(said), cells_of([said])))
    assert findings.passes and len(findings.intervals) == HiddenValue.objects.count() == 4


def test_a_freeze_takes_no_hidden_number() -> None:
    today = timezone.localdate()
    with counted_queries() as asked:
        dataset = take(today.year, today)
    assert tells(json.dumps([table.rows for table in dataset.tables], default=str).encode()) == []
    assert [sql for sql in asked if any(table in sql for table in TABLES)] == []


def test_what_is_kept_prints_no_number() -> None:
    file = KeptFile(name="raw.csv", content=str(WOMEN).encode())
    for kept in (file, *HiddenValue.objects.all()):
        assert tells(repr(kept).encode()) == tells(str(kept).encode()) == []


def test_no_log_or_report_of_an_error_carries_what_is_sent_to_the_database() -> None:
    """Statements are logged with their values at DEBUG; reports by mail hold the variables of the code."""
    assert not logging.getLogger("django.db.backends").isEnabledFor(logging.DEBUG)
    assert settings.ADMINS == [] and settings.LOGGING["root"]["level"] == "WARNING"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "hidden to protect persons"), ("nl", "verborgen om personen"), ("fr", "masqué")],
)
def test_a_reader_is_told_that_it_is_hidden(client: Client, language: str, words: str) -> None:
    with override(language):
        page = client.get(reverse("observatory:indicator", args=["integration-income"])).content.decode()
    assert page.count(words) >= len(WOMEN) + len(MEN)
