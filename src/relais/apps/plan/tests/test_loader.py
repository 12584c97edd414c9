import pytest
from django.conf import settings
from django.db import IntegrityError

from relais.apps.plan import models as m
from relais.apps.plan.loader import load_plan, read_plan

pytestmark = pytest.mark.django_db

TABLES = (m.Document, m.Citation, m.Theme, m.Actor, m.LaterName, m.AnnexEntry, m.Measure, m.MeasurePart,
          m.Link, m.Demand, m.EarlierAction, m.Answer, m.Term)  # fmt: skip


@pytest.fixture(scope="module")
def plan():
    return read_plan(settings.DATA / "plan")


def content():
    """All rows, without the keys that a replaced row may change."""
    found = {}
    for table in TABLES:
        names = [f.attname for f in table._meta.concrete_fields if not f.is_relation and not f.primary_key]
        found[table.__name__] = sorted(map(repr, table.objects.values_list(*names)))
    for owner in (m.Measure, m.Demand, m.AnnexEntry):
        through = owner.actors.through.objects.values_list(flat=False)
        found[f"{owner.__name__} actors"] = len(through)
    return found


def test_load_twice_is_load_once(plan):
    once = content()
    keys = dict(m.Measure.objects.values_list("number", "pk"))
    load_plan(plan)
    assert content() == once
    assert dict(m.Measure.objects.values_list("number", "pk")) == keys


def test_loading_leaves_the_official_wording_alone(plan):
    measure = m.Measure.objects.get(number=16)
    m.OfficialText.objects.create(measure=measure, language="nl", words="Woorden.", page=9, line=1)
    load_plan(plan)
    assert m.OfficialText.objects.get(measure__number=16).words == "Woorden."


def test_what_the_files_no_longer_have_is_removed_and_what_changed_is_changed(plan):
    shorter = replaced(plan, demands=plan.demands[1:], terms=plan.terms[1:])
    m.Actor.objects.filter(slug="actiris").update(acronym="XXX")
    load_plan(shorter)
    assert not m.Demand.objects.filter(slug=plan.demands[0].record.slug).exists()
    assert m.Term.objects.count() == len(plan.terms) - 1
    assert m.Actor.objects.get(slug="actiris").acronym != "XXX"


def test_a_plan_that_cannot_be_stored_changes_nothing(plan):
    before = content()
    [first, *others] = plan.links["requires"]
    broken = replaced(plan, links={**plan.links, "requires": [first, first, *others]}, terms=[])
    with pytest.raises(IntegrityError):
        load_plan(broken)
    assert content() == before


def replaced(plan, **changes):
    from dataclasses import replace

    return replace(plan, **changes)


def test_nouns_are_counted_in_one_query(plan, django_assert_num_queries):
    m.Term.objects.all().delete()
    with django_assert_num_queries(1):
        counts = m.counts()
    assert (counts["Theme"], counts["Measure"], counts["Actor"]) == (16, 100, len(plan.actors))
    assert counts["Term"] == 0
