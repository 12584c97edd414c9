from __future__ import annotations

import pytest
from django.test.utils import CaptureQueriesContext

from relais.apps.observatory.auditing import findings
from relais.apps.observatory.loader import find, settle
from relais.apps.observatory.models import Dimension, Finding
from relais.apps.observatory.tests.make import WORDS, make_definition, make_release, make_source, make_value
from relais.apps.observatory.vocabulary import FindingKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def women_and_men() -> None:
    Dimension.objects.create(slug="sex", name=WORDS, position=0, partitions=[[None, ["F", "M"]]], alike=[])
    source, definition = make_source(), make_definition()
    release = make_release(source, "2021-01-01")
    for cut, value in (("", 100), ("sex=F", 60), ("sex=M", 30)):
        make_value(release, definition, value, cut=cut)
    settle(source.pk)


@pytest.mark.usefixtures("women_and_men")
def test_a_finding_keeps_both_values_and_every_figure_concerned() -> None:
    find()
    finding = Finding.objects.get()
    assert (finding.kind, finding.said, finding.computed) == (FindingKind.SUM, 100, 90)
    assert finding.observations.count() == 3


@pytest.mark.usefixtures("women_and_men")
def test_the_audit_twice_is_the_audit_once() -> None:
    find()
    find()
    assert Finding.objects.count() == 1


@pytest.mark.usefixtures("women_and_men")
def test_a_release_that_mends_it_leaves_no_finding() -> None:
    find()
    finding = Finding.objects.get()
    mended = make_release(finding.source, "2022-01-01", is_whole=False)
    make_value(mended, finding.definition, 90)
    settle(finding.source_id)
    find()
    assert not Finding.objects.exists()


@pytest.mark.usefixtures("women_and_men")
def test_the_audit_reads_in_four_queries(django_assert_num_queries: CaptureQueriesContext) -> None:
    with django_assert_num_queries(4):  # type: ignore[operator]
        findings()
