"""What leaves: each format says the same, and nothing that is hidden."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.utils.translation import override
from openpyxl import load_workbook

from relais.apps.languages.addresses import address
from relais.apps.observatory import models as m
from relais.apps.observatory.exports import BY_SUFFIX
from relais.apps.observatory.loader import settle
from relais.apps.observatory.tests.make import WORDS, make_definition, make_release, make_source, make_value

pytestmark = pytest.mark.django_db

FIRST, SECOND = "2021-06-01", "2022-06-01"
SECRET = 3.0


@pytest.fixture
def figures() -> Iterator[None]:
    """Two editions; the second corrects one figure. One is hidden, one is missing."""
    place = m.Dimension.objects.create(slug="place", name=WORDS, position=0, partitions=[], alike=[])
    sex = m.Dimension.objects.create(slug="sex", name=WORDS, position=1, partitions=[], alike=[])
    m.Code.objects.create(dimension=place, code="04000", name=WORDS, position=0, elsewhere={"NUTS": "BE1"})
    m.Code.objects.create(dimension=sex, code="F", name=WORDS, position=0)
    source, definition = make_source(), make_definition()
    first, second = make_release(source, FIRST, is_whole=False), make_release(source, SECOND, is_whole=False)
    make_value(first, definition, 100)
    hidden = make_value(first, definition, None, cut="sex=F", secrecy="C")
    m.HiddenValue.objects.create(observation=hidden, value=SECRET, rule="fewer than 5")
    make_value(first, definition, None, period="2021", quality="M")
    make_value(second, definition, 110, low=105.5, high=114)
    settle(source.pk)
    with override("en"):
        yield


def taken(client: Client, suffix: str, *indicator: str, **query: str) -> bytes:
    page = "observatory:indicator-file" if indicator else "observatory:figures-file"
    response: Any = client.get(address(page, *indicator, suffix), query)
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode())))


@pytest.mark.usefixtures("figures")
def test_a_line_of_csv_says_how_its_figure_is_known(client: Client) -> None:
    first, hidden, missing = rows(taken(client, "csv", "households"))
    assert (first["value"], first["low"], first["high"], first["sex"]) == ("110", "105.5", "114", "_T")
    assert (first["obs_status"], first["conf_status"]) == ("A", "F")
    assert (first["edition"], first["known_since"], first["known_until"]) == (SECOND, SECOND, "")
    assert (hidden["value"], hidden["sex"], hidden["conf_status"]) == ("", "F", "C")
    assert (missing["value"], missing["period"], missing["obs_status"]) == ("", "2021", "M")


@pytest.mark.usefixtures("figures")
def test_files_say_what_was_known_on_a_day(client: Client) -> None:
    assert [row["value"] for row in rows(taken(client, "csv", on="2021-12-31"))] == ["100", "", ""]
    assert rows(taken(client, "csv", on="2020-01-01")) == []


@pytest.mark.usefixtures("figures")
def test_a_day_that_is_none_gives_no_file(client: Client) -> None:
    assert client.get(address("observatory:figures-file", "csv"), {"on": "yesterday"}).status_code == 404
    assert client.get(address("observatory:figures-file", "pdf")).status_code == 404


@pytest.mark.usefixtures("figures")
@pytest.mark.parametrize("suffix", BY_SUFFIX)
def test_every_file_is_there_of_all_of_one_and_of_a_day_in_which_nothing_was_known(
    client: Client, suffix: str
) -> None:
    assert taken(client, suffix)
    assert taken(client, suffix, "households")
    assert taken(client, suffix, "households", on="2000-01-01")


@pytest.mark.usefixtures("figures")
@pytest.mark.parametrize("suffix", ["csv", "sdmx.csv", "jsonstat.json"])
def test_hidden_numbers_never_leave(client: Client, suffix: str) -> None:
    before = taken(client, suffix)
    m.HiddenValue.objects.update(value=987654)
    assert taken(client, suffix) == before


@pytest.mark.usefixtures("figures")
def test_sdmx_csv_has_the_head_and_the_statuses_of_the_standard(client: Client) -> None:
    content = taken(client, "sdmx.csv", "households")
    assert content.startswith(
        b"STRUCTURE,STRUCTURE_ID,ACTION,DEFINITION,REF_AREA,SEX,SOURCE,TIME_PERIOD,OBS_VALUE,"
    )
    first, hidden, _missing = rows(content)
    assert (first["STRUCTURE"], first["ACTION"], first["OBS_VALUE"]) == ("dataflow", "I", "110")
    assert (hidden["OBS_VALUE"], hidden["OBS_STATUS"], hidden["CONF_STATUS"]) == ("", "A", "C")


@pytest.mark.usefixtures("figures")
def test_json_stat_puts_each_value_at_its_place(client: Client) -> None:
    cube = json.loads(taken(client, "jsonstat.json", "households"))
    assert (cube["version"], cube["class"]) == ("2.0", "dataset")
    assert cube["size"] == [len(cube["dimension"][name]["category"]["index"]) for name in cube["id"]]
    sex = cube["dimension"]["sex"]["category"]["index"]
    assert sex == ["_T", "F"]
    assert sorted(str(v) for v in cube["value"].values()) == ["110", "None", "None"]
    assert sorted(cube["status"].values()) == ["A", "C", "M"]


@pytest.mark.usefixtures("figures")
def test_a_data_package_describes_the_csv_that_it_holds(client: Client) -> None:
    with ZipFile(BytesIO(taken(client, "zip", "households"))) as archive:
        package = json.loads(archive.read("datapackage.json"))
        [resource] = package["resources"]
        table = rows(archive.read(resource["path"]))
        aside = json.loads(archive.read("households.csv-metadata.json"))
    fields = [field["name"] for field in resource["schema"]["fields"]]
    assert fields == list(table[0]) == [column["name"] for column in aside["tableSchema"]["columns"]]
    assert [source["version"] for source in package["sources"]] == [FIRST, SECOND]
    assert "licenses" not in package  # the source names none, and silence is no permission


@pytest.mark.usefixtures("figures")
def test_a_licence_that_a_source_names_is_told(client: Client) -> None:
    m.Source.objects.update(licence="CC BY 4.0")
    package = json.loads(taken(client, "datapackage.json", "households"))
    assert package["licenses"] == [{"title": "CC BY 4.0"}]
    assert package["resources"][0]["path"].endswith("/en/figures/households.csv")


@pytest.mark.usefixtures("figures")
def test_the_workbook_has_numbers_and_names(client: Client) -> None:
    book = load_workbook(BytesIO(taken(client, "xlsx", "households")))
    head, first, hidden, *_ = book["figures"].iter_rows(values_only=True)
    assert first[head.index("value")] == 110
    assert first[head.index("place_name")] == "word"
    assert hidden[head.index("value")] is None
    assert book.sheetnames == ["figures", "definitions", "sources", "codes"]


@pytest.mark.usefixtures("figures")
def test_more_figures_than_a_format_can_hold_are_refused_with_what_to_do(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(BY_SUFFIX, "xlsx", replace(BY_SUFFIX["xlsx"], most=2))
    refused = client.get(address("observatory:figures-file", "xlsx"))
    assert (refused.status_code, b"take the CSV" in refused.content) == (413, True)


@pytest.mark.usefixtures("figures")
def test_the_address_in_a_file_is_that_of_the_page(client: Client) -> None:
    for row in rows(taken(client, "csv")):
        path = row["address"].removeprefix("http://localhost:8000")
        assert path != row["address"]
        assert client.get(path).status_code == 200


@pytest.mark.usefixtures("figures")
def test_the_number_of_queries_does_not_depend_on_the_number_of_figures(
    client: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(10):
        taken(client, "csv", "households")
    source, definition = m.Source.objects.get(), m.Definition.objects.get()
    for n in range(5):
        make_value(make_release(source, f"2023-01-0{n + 1}", is_whole=False), definition, n, period=f"201{n}")
    settle(source.pk)
    with django_assert_num_queries(10):
        assert len(rows(taken(client, "csv", "households"))) == 8
