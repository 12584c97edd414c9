"""Publishing a year: who may, after which checks, once and for good, and what the set holds."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from click.testing import CliRunner
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils.translation import override

from relais.apps.accounts.permissions import Refused
from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import NOBODY, SCHEDULE, Part, Who
from relais.apps.audit.actions import AlreadyDone
from relais.apps.audit.models import Event
from relais.apps.languages.addresses import address
from relais.apps.observatory.actions.publishing import draft, publish_figures
from relais.apps.observatory.cli import data
from relais.apps.observatory.loader import find, settle
from relais.apps.observatory.models import (
    Definition,
    Dimension,
    Indicator,
    Observation,
    Publication,
    Release,
    Source,
)
from relais.apps.observatory.tests.make import (
    WORDS,
    called,
    make_definition,
    make_release,
    make_source,
    make_value,
    sign_in,
)
from relais.apps.observatory.vocabulary import Secrecy, State
from relais.apps.observatory.yearly import contents as yearly
from relais.apps.sheets.dataset import Damaged

pytestmark = pytest.mark.django_db

YEAR, DAY = 2023, dt.date(2023, 12, 31)


@pytest.fixture
def source() -> Source:
    """One figure of 2020, said by one source in 2021."""
    source = make_source()
    make_value(make_release(source, "2021-06-01"), make_definition(), 100)
    settle(source.pk)
    return source


def make_who(role: Role) -> Who:
    return Who(person=1, name="Someone", parts=(Part(1, "a-body", role),), acting_for="a-body")


def publish(year: int = YEAR, as_of: dt.date = DAY) -> Publication:
    return publish_figures(year=year, as_of=as_of, by=SCHEDULE)


def later(source: Source, day: str, value: float | None, **facts: Any) -> None:
    make_value(make_release(source, day), Definition.objects.get(), value, **facts)
    settle(source.pk)


@pytest.mark.usefixtures("source")
def test_its_hash_is_that_of_the_bytes_that_are_downloaded(client: Client) -> None:
    made = publish()
    content = client.get(f"/en/figures/publications/{YEAR}/data.json").content
    assert hashlib.sha256(content).hexdigest() == made.sha256
    assert json.loads(content)["reference_date"] == "2023-12-31"
    assert f"{made.sha256}  relais-figures-{YEAR}.json" in read(client)


def read(client: Client, language: str = "en", year: int = YEAR) -> str:
    addresses = {"nl": "cijfers/publicaties", "fr": "chiffres/publications", "en": "figures/publications"}
    return client.get(f"/{language}/{addresses[language]}/{year}/").content.decode()


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize("role", [role for role in Role if role != Role.CELL])
def test_only_the_cell_publishes(role: Role) -> None:
    for who in (make_who(role), NOBODY):
        with pytest.raises(Refused):
            publish_figures(year=YEAR, as_of=DAY, by=who)
    assert not Publication.objects.filter(year=YEAR).exists()


@pytest.mark.usefixtures("source")
def test_the_cell_publishes_and_the_trail_tells_it() -> None:
    made = publish_figures(year=YEAR, as_of=DAY, by=make_who(Role.CELL), why="As every year")
    event = Event.objects.about(f"publication:{YEAR}").get()
    assert (made.organisation, event.organisation, event.why) == ("a-body", "a-body", "As every year")
    assert event.is_public and event.after["sha256"] == made.sha256


@pytest.mark.usefixtures("source")
@override("en")
def test_a_year_is_published_once() -> None:
    publish()
    with pytest.raises(ValidationError, match="never changes"):
        publish()


@pytest.mark.usefixtures("source")
def test_the_same_form_publishes_once() -> None:
    from uuid import uuid4

    who = make_who(Role.CELL).acting("a-body", uuid4())
    publish_figures(year=YEAR, as_of=DAY, by=who)
    with pytest.raises(AlreadyDone):
        publish_figures(year=YEAR, as_of=DAY, by=who)


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize(
    "sql",
    ["UPDATE observatory_publication SET year = 1999", "DELETE FROM observatory_publication"],
    ids=["update", "delete"],
)
def test_the_database_refuses_to_change_a_publication(sql: str) -> None:
    publish()
    with (
        pytest.raises(DatabaseError, match="append-only"), transaction.atomic(),
        connection.cursor() as cursor,
    ):  # fmt: skip
        cursor.execute(sql)


@pytest.mark.usefixtures("source")
def test_a_publication_that_does_not_match_its_hash_is_not_shown() -> None:
    made = publish()
    made.sha256 = "0" * 64
    with pytest.raises(Damaged):
        made.json()


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize("day", ["2022-12-31", "2027-01-01"])
def test_figures_are_of_a_day_of_the_year_or_later_and_never_of_a_day_to_come(day: str) -> None:
    with time_machine.travel("2026-12-01"), pytest.raises(ValidationError):
        draft(YEAR, dt.date.fromisoformat(day))


@override("en")
def test_nothing_is_not_published() -> None:
    with pytest.raises(ValidationError, match="no figure"):
        publish()


def test_figures_are_those_of_the_day_and_stay_so(source: Source) -> None:
    later(source, "2023-06-01", 110)
    later(source, "2024-06-01", 120)
    made = publish()
    later(source, "2023-07-01", 115)
    (figure,) = Publication.objects.get(pk=made.pk).dataset().rows("figures")
    assert (figure["value"], figure["edition"]) == (110, "2023-06-01")


def test_a_proposed_release_is_in_no_publication(source: Source) -> None:
    make_value(
        make_release(source, "2023-06-01", state=State.PROPOSED), Definition.objects.get(), 666, period="2022"
    )
    settle(source.pk)
    assert "666" not in publish().json().decode()
    assert Release.objects.filter(state=State.PROPOSED).exists()


@pytest.mark.parametrize("hides", ["2022-06-01", "2025-06-01"])
def test_a_hidden_cell_has_no_value_even_when_an_earlier_or_later_release_says_it(
    source: Source, hides: str
) -> None:
    later(source, "2023-06-01", 31415)
    later(source, hides, None, secrecy=Secrecy.HIDDEN)
    held = publish().dataset()
    (figure,) = held.rows("figures")
    assert (figure["value"], figure["secrecy"]) == (None, Secrecy.HIDDEN)
    assert "31415" not in Publication.objects.get(year=YEAR).json().decode()


def test_no_finding_is_computed_from_a_cell_that_is_hidden(source: Source) -> None:
    Dimension.objects.create(slug="sex", name=WORDS, position=0, partitions=[[None, ["F", "M"]]], alike=[])
    definition = Definition.objects.get()
    first = make_release(source, "2023-01-01", is_whole=False)
    for cut, value in (("sex=F", 60), ("sex=M", 31415)):
        make_value(first, definition, value, cut=cut)
    settle(source.pk)
    assert len(draft(YEAR, DAY).rows("findings")) == 1
    hiding = make_release(source, "2025-01-01", is_whole=False)
    make_value(hiding, definition, None, cut="sex=M", secrecy=Secrecy.HIDDEN)
    settle(source.pk)
    assert draft(YEAR, DAY).rows("findings") == []


def test_corrections_are_those_since_the_last_publication(source: Source) -> None:
    later(source, "2022-06-01", 110)
    publish(2022, dt.date(2022, 12, 31))
    later(source, "2023-06-01", 120)
    assert [row["was"] for row in publish().dataset().rows("corrections")] == [110]


def test_what_is_wanted_and_what_is_seen_are_of_the_day_and_not_of_now(source: Source) -> None:
    Indicator.objects.update(breakdowns=["sex"])
    Source.objects.update(producer="statbel")
    later(source, "2023-06-01", 60, cut="sex=F")
    before, after = publish(2022, dt.date(2022, 12, 31)).dataset(), publish().dataset()
    assert [row["dimensions"] for row in before.rows("wanted")] == [["sex"]]
    assert after.rows("wanted") == []
    assert (before.rows("seen"), [row["parameter"] for row in after.rows("seen")]) == ([], ["sex"])


def test_findings_are_listed_with_both_values(source: Source, client: Client) -> None:
    Dimension.objects.create(slug="sex", name=WORDS, position=0, partitions=[[None, ["F", "M"]]], alike=[])
    release = make_release(source, "2023-01-01", is_whole=False)
    for cut, value in (("sex=F", 60), ("sex=M", 30)):
        make_value(release, Definition.objects.get(), value, cut=cut)
    settle(source.pk)
    find()
    publish()
    assert "100 beside 90" in read(client)


@pytest.mark.usefixtures("source")
def test_a_check_that_fails_stops_it_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    Source.objects.update(url="")
    with override("en"), pytest.raises(ValidationError, match="figure-has-source"):
        publish()
    assert not Publication.objects.filter(year=YEAR).exists()


@pytest.mark.usefixtures("source")
def test_the_page_is_of_the_frozen_content_alone(client: Client, django_assert_max_num_queries: Any) -> None:
    made = publish()
    before = read(client)
    Observation.objects.all().delete()
    Definition.objects.all().delete()
    Source.objects.update(publisher=called("someone else"))
    assert read(client) == before
    with django_assert_max_num_queries(1):
        read(client)
    assert made.dataset() is made.dataset()


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_page_is_in_every_language(client: Client, language: str) -> None:
    publish()
    assert WORDS[language] in read(client, language)


@pytest.mark.usefixtures("source")
@pytest.mark.parametrize("rest", ["1999/", "x/", f"{YEAR}/data.pdf", "1999/data.json"])
def test_what_was_never_published_is_not_found(client: Client, rest: str) -> None:
    publish()
    assert client.get(f"/en/figures/publications/{rest}").status_code == 404


@pytest.mark.usefixtures("source")
def test_a_dry_run_says_what_would_be_published_and_keeps_nothing() -> None:
    told = CliRunner().invoke(data, ["publish", str(YEAR), "--on", "2023-12-31", "--dry-run"])
    assert told.exit_code == 0 and f"Would publish: {YEAR}, as of 2023-12-31" in told.output
    assert not Publication.objects.filter(year=YEAR).exists()
    done = CliRunner().invoke(data, ["publish", str(YEAR), "--on", "2023-12-31"])
    sha = Publication.objects.get(year=YEAR).sha256
    assert sha in told.output and sha in done.output
    again = CliRunner().invoke(data, ["publish", str(YEAR), "--on", "2023-12-31"])
    assert again.exit_code == 1 and "never changes" in again.output


@pytest.mark.usefixtures("source", "in_english")
@time_machine.travel("2023-12-31 12:00", tick=False)
def test_the_cell_tries_a_year_on_its_page_and_then_publishes_it(client: Client) -> None:
    sign_in(client, Role.CELL)
    page = address("observatory:publish")
    given = {"token": str(uuid4()), "acting_for": "huis-maan", "year": "2023", "as_of": "2023-12-31"}
    tried = client.post(page, given).content.decode()
    assert "1 figure would be published" in tried and not Publication.objects.filter(year=YEAR).exists()
    done = client.post(page, {**given, "do": "second"})
    made = Publication.objects.get(year=YEAR)
    assert done["Location"] == made.get_absolute_url()
    assert (made.year, made.as_of, made.organisation) == (2023, DAY, "huis-maan")
    assert client.post(page, {**given, "token": str(uuid4()), "do": "second"}).status_code == 422


@pytest.mark.parametrize(("day", "status"), [("2023-12-31", 200), ("2024-01-02", 422), ("31/12", 422)])
@pytest.mark.usefixtures("source", "in_english")
@time_machine.travel("2023-12-31 12:00", tick=False)
def test_a_day_that_cannot_be_published_is_said_before_anything_is_kept(
    client: Client, day: str, status: int
) -> None:
    sign_in(client, Role.CELL)
    given = {"token": str(uuid4()), "acting_for": "huis-maan", "year": "2023", "as_of": day}
    assert client.post(address("observatory:publish"), given).status_code == status
    assert not Publication.objects.filter(year=YEAR).exists()


def test_each_kind_of_check_has_words() -> None:
    from relais.apps.observatory.yearly.words import CHECKS

    make_definition()
    held = yearly.publication(YEAR, DAY, None)
    assert {row["check"] for row in held.rows("checks")} == set(CHECKS)
