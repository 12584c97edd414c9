"""What public sources tell, loaded: every statement has its source, and nobody's own work is ever touched."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.db.models import Q

from relais.apps.accounts.models import Organisation
from relais.apps.accounts.vocabulary import Role
from relais.apps.audit import actions as audit
from relais.apps.audit.verb import Verb
from relais.apps.coordination import models as m
from relais.apps.coordination.actions import asking as acts
from relais.apps.coordination.files import CoordinationFiles
from relais.apps.coordination.loader import last_day, load_coordination, read_coordination
from relais.apps.coordination.tests.make import make_budget, make_who
from relais.apps.coordination.vocabulary import Decision, GapState, Origin, Phase
from relais.apps.plan.loader import read_plan
from relais.apps.plan.models import EarlierAction
from relais.core.texts.text import LANGUAGES, Text

pytestmark = pytest.mark.django_db

TOUCHED = Verb("test-touched", "touched")
TABLES = (
    m.Action,
    m.Fact,
    m.Budget,
    m.Absorption,
    m.Owner,
    m.AnsweredMeasure,
    m.DataGap,
    m.Mandate,
    Organisation,
)


@pytest.fixture(scope="module")
def files() -> CoordinationFiles:
    return read_coordination(settings.DATA / "coordination", read_plan(settings.DATA / "plan"))


def loaded() -> Any:
    return m.Action.objects.filter(origin=Origin.PUBLIC_SOURCES)


def content() -> dict[str, list[str]]:
    """All rows, without keys."""
    found = {}
    for table in TABLES:
        names = [f.attname for f in table._meta.concrete_fields if not f.is_relation and not f.primary_key]
        rows = (
            table._default_manager.values_list(*names) if names else table._default_manager.values_list("pk")
        )
        found[table.__name__] = sorted(map(repr, rows)) if names else [str(len(rows))]
    return found


def test_every_action_of_the_2021_plan_is_there_with_the_decision_and_its_source() -> None:
    codes = {
        f"2021-{number.replace('.', '-')}"
        for number in EarlierAction.objects.values_list("number", flat=True)
    }
    assert len(codes) == 32
    assert set(loaded().values_list("code", flat=True)) == codes | {"2021"}
    assert not loaded().exclude(decision=Decision.ADOPTED, decision_source__startswith="http").exists()
    assert m.Action.objects.get(code="2021-1-2").parent.code == "2021-1"


def test_everything_that_is_said_has_a_source() -> None:
    assert not m.Fact.objects.filter(action__in=loaded()).exclude(source__startswith="http").exists()
    assert not m.Absorption.objects.filter(action__in=loaded()).exclude(source__startswith="http").exists()
    assert not m.Budget.objects.filter(action__in=loaded()).exclude(source__startswith="http").exists()
    assert (
        not m.DataGap.objects.exclude(action__is_fictional=True).exclude(source__startswith="http").exists()
    )
    results = loaded().filter(~Q(result_value=None) | ~Q(target_value=None) | ~Q(indicator=None))
    assert [action.code for action in results] == ["2021-9"]
    assert not results.exclude(result_source__startswith="http").exists()


def test_a_phase_a_date_and_an_owner_stand_on_a_fact_that_tells_them(files: CoordinationFiles) -> None:
    [execution] = files.executions
    for known in (execution.record.whole, *execution.record.actions):
        told = {fact.source for fact in known.facts}
        said = [known.phase, known.start, known.due, known.finished, *known.owners]
        assert {value.source for value in said if value} <= told


def test_what_no_source_tells_is_null_or_unknown() -> None:
    untold = loaded().filter(facts=None)
    assert untold.count() == 24
    assert not untold.exclude(
        phase=Phase.UNKNOWN, start_date=None, due_date=None, finished_date=None, result_value=None,
        target_value=None, indicator=None, owners=None, budgets=None, contact_point=None, description=None,
    ).exists()  # fmt: skip
    assert not loaded().exclude(completion_by_hand=None, contact_person=None, level=None).exists()


def test_a_title_that_is_public_is_the_official_one_and_none_is_translated() -> None:
    assert dict(m.Action.objects.get(code="2021-9").title) == dict(
        EarlierAction.objects.get(number="9").title or {}
    )
    assert set(m.Action.objects.get(code="2021-14").title) == set(LANGUAGES)
    assert "14" in m.Action.objects.get(code="2021-14").title["fr"]


def test_what_is_known_of_the_rent_allowance() -> None:
    action = m.Action.objects.get(code="2021-9")
    assert (action.result_value, action.target_value, str(action.result_date)) == (9300, 12000, "2023-06-30")
    assert set(action.answered.values_list("measure__number", "in_part")) == {(37, True), (38, True)}


def test_no_person_is_an_organisation_and_same_bodies_speak_for_themselves() -> None:
    assert set(m.Mandate.objects.values_list("organisation__slug", "actor__slug")) >= {
        ("brulocalis", "brulocalis")
    }
    assert str(Organisation.objects.get(slug="ggc-cocom").name["fr"]) == "Commission communautaire commune"


def test_load_twice_is_load_once(files: CoordinationFiles) -> None:
    once, keys = content(), dict(m.Action.objects.values_list("code", "pk"))
    load_coordination(files)
    assert content() == once
    assert dict(m.Action.objects.values_list("code", "pk")) == keys


def test_what_files_corrected_is_corrected(files: CoordinationFiles) -> None:
    m.Action.objects.filter(code="2021-9").update(result_value=1)
    m.Fact.objects.filter(action__code="2021-9").delete()
    load_coordination(files)
    action = m.Action.objects.get(code="2021-9")
    assert (action.result_value, action.facts.count()) == (9300, 2)


def test_an_action_that_its_owner_took_over_is_left_alone(files: CoordinationFiles) -> None:
    m.Action.objects.filter(code="2021-9").update(
        origin=Origin.DECLARED, phase=Phase.FINISHED, result_value=11000
    )
    make_budget(m.Action.objects.get(code="2021-9"), 2025, planned=5)
    before = content()
    load_coordination(files)
    assert content() == before


def test_an_action_on_which_anyone_acted_is_left_alone(files: CoordinationFiles) -> None:
    m.Action.objects.filter(code="2021-4").update(phase=Phase.FINISHED)
    audit.record(TOUCHED, by=make_who(), about=["action:2021-4"])
    load_coordination(files)
    assert m.Action.objects.get(code="2021-4").phase == Phase.FINISHED


def test_what_people_corrected_of_an_organisation_stays(files: CoordinationFiles) -> None:
    Organisation.objects.filter(slug="brulocalis").update(name=Text({"nl": "Brulocalis vzw"}), version=2)
    load_coordination(files)
    assert str(Organisation.objects.get(slug="brulocalis").name["nl"]) == "Brulocalis vzw"


def test_a_mandate_that_the_cell_ended_does_not_come_back(files: CoordinationFiles) -> None:
    mandate = m.Mandate.objects.get(organisation__slug="brulocalis")
    acts.end_mandate(mandate=mandate, by=make_who(Role.CELL, "cel"), why="Test.")
    load_coordination(files)
    assert not m.Mandate.objects.filter(organisation__slug="brulocalis").exists()


def test_a_data_gap_on_which_someone_worked_stays_and_is_not_doubled(files: CoordinationFiles) -> None:
    gap = m.DataGap.objects.get(measure__number=6, action=None)
    m.DataGap.objects.filter(pk=gap.pk).update(state=GapState.FOUND)
    load_coordination(files)
    assert m.DataGap.objects.get(measure__number=6, action=None).state == GapState.FOUND


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2023-06", "2023-06-30"),
        ("2024-02", "2024-02-29"),
        ("2021", "2021-12-31"),
        ("2021-07-15", "2021-07-15"),
    ],
)
def test_a_month_stands_for_its_last_day(date: str, day: str) -> None:
    assert str(last_day(date)) == day


def test_not_known_is_not_a_day() -> None:
    assert last_day(None) is None
