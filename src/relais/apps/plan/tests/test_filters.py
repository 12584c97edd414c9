import pytest
from django.http import QueryDict

from relais.apps.plan import models as m
from relais.apps.plan.forms import OPTIONS_OF, LineChoice, MeasureFilters

pytestmark = pytest.mark.django_db


def found(query: str) -> list[int]:
    filters = MeasureFilters.read(QueryDict(query))
    return [measure.number for measure in filters.apply(m.Measure.objects.whole(*filters.needs)).items]


def test_no_filter_gives_all_in_order():
    assert found("") == list(range(1, 101))


def test_measures_that_name_actiris_are_those_of_its_own_text():
    assert found("actor=actiris") == [16, 18, 29]


def test_proposed_actors_come_from_the_annex_of_the_theme():
    named_by_annex = m.Measure.objects.filter(theme__annex_entries__actors__slug="mivb-stib").distinct()
    assert found("proposed=mivb-stib") == list(named_by_annex.in_order().values_list("number", flat=True))


def test_facets_combine_with_and_and_options_with_or():
    either = set(found("theme=8")) | set(found("theme=9"))
    assert set(found("theme=8&theme=9")) == either
    assert set(found("theme=8&theme=9&kind=priority")) == either & set(found("kind=priority"))


def test_an_unknown_option_gives_nothing_and_is_said_to_be_unknown():
    filters = MeasureFilters.read(QueryDict("theme=99&kind=priority"))
    measures = m.Measure.objects.whole()
    assert filters.apply(measures).items == []
    assert [r.is_known for r in filters.removals(measures)] == [False, True]


def test_search_ignores_accents_and_finds_any_language():
    assert 61 in found("q=CRECHES")
    assert found("q=opvangplaatsen") and found("q=childcare places")


def test_search_finds_the_official_wording_once_it_is_imported():
    assert found("q=zonderlingwoord") == []
    measure = m.Measure.objects.get(number=7)
    m.OfficialText.objects.create(
        measure=measure, language="nl", words="Een zonderlingwoord.", page=8, line=1
    )
    assert found("q=zonderlingwoord") == [7]


def test_the_count_beside_an_option_is_what_choosing_it_gives():
    measures = m.Measure.objects.whole()
    filters = MeasureFilters.read(QueryDict("level=federal"))
    for facet in filters.facets(filters.apply(measures), measures):
        if facet.name != "level":
            for option in facet.options:
                assert option.count == len(found(f"level=federal&{facet.name}={option.value}")), option


def test_a_removal_takes_one_choice_away_and_keeps_the_others():
    filters = MeasureFilters.read(QueryDict("q=rent&theme=6&level=region"))
    queries = [r.query for r in filters.removals(m.Measure.objects.whole("official_texts"))]
    assert queries == ["theme=6&level=region", "q=rent&level=region", "q=rent&theme=6"]


@pytest.mark.parametrize("name", OPTIONS_OF)
def test_over_long_and_odd_values_never_raise(name):
    assert found(f"{name}=%00%00") == list(range(1, 101))
    assert found(f"{name}={'x' * 10_000}") == []
    assert found(f"{name}=" + f"&{name}=".join(["1' OR 1=1 --", "😀"])) == []


def test_lines_to_draw_are_those_of_order_unless_others_are_asked():
    assert LineChoice.read(QueryDict("")).kinds == ["requires", "enables"]
    assert LineChoice.read(QueryDict("lines=tension&lines=nonsense")).kinds == ["competes"]
