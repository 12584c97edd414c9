from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from django.conf import settings
from django.db.models import ProtectedError

from relais.apps.observatory.loader import load_observatory, read_observatory, settle
from relais.apps.observatory.models import Definition, Indicator, Observation, Release
from relais.apps.observatory.tests.make import make_definition, make_release, make_source, make_value
from relais.core.texts.problem import FileProblems

CITY = Path(__file__).with_name("city")
Edit = Callable[[str, str, str], None]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Files of a small city, to be spoilt."""
    return copytree(CITY, tmp_path / "data")


@pytest.fixture
def edit(data: Path) -> Edit:
    def edited(path: str, before: str, after: str) -> None:
        file = data / path
        words = file.read_text(encoding="utf-8")
        assert before in words
        file.write_text(words.replace(before, after, 1), encoding="utf-8")

    return edited


INDICATOR = "indicators/single-parent-households/indicator.yaml"
VALUES = "indicators/single-parent-households/values.csv"
LINE = "households_private,01000,2019-01-01,,4948398"


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (LINE, "households_private,01000,2019-13-01,,4948398", "write 2019"),
        (LINE, "households_private,01000,2019-01-01,,4 948 398", "is no number"),
        (LINE, "households_private,01000,2019-01-01,,", "its quality is M"),
        (LINE, "households_private,09999,2019-01-01,,4948398", "no code “09999”"),
        (LINE, "household_private,01000,2019-01-01,,4948398", "no definition “household_private”"),
        (LINE, LINE.replace(",,", ",alone,"), "no code “alone”"),
        ("statbel-households-2019/2020-02-12", "statbel-households-2019/2020", "in sources.yaml"),
        (",quality", "", "the head lacks quality"),
    ],
)
def test_what_is_wrong_in_values_is_named_with_its_line(
    data: Path, edit: Edit, before: str, after: str, why: str
) -> None:
    edit(VALUES, before, after)
    with pytest.raises(FileProblems, match=why) as caught:
        read_observatory(data)
    assert caught.value.problems[0].line == (1 if "head" in why else 2)


def test_two_sources_of_one_name_in_any_language_are_refused(data: Path) -> None:
    sources = data / "observatory" / "sources.yaml"
    name = "Statbel, households 1 January 2019 (news 12 Feb 2020)"
    other = f"""
- slug: other
  title: {{nl: "{name}", fr: "autre", en: "other"}}
  publisher: Statbel
  kind: statistics
  url: https://example.org/
"""
    sources.write_text(sources.read_text("utf-8") + other, encoding="utf-8")
    with pytest.raises(FileProblems, match="is used twice: it must be unique, in each language"):
        read_observatory(data)


def test_the_same_cell_twice_in_a_release_is_refused(data: Path, edit: Edit) -> None:
    first = (data / VALUES).read_text(encoding="utf-8").splitlines()[1]
    edit(VALUES, first, f"{first}\n{first}")
    with pytest.raises(FileProblems, match="the same cell as line 2"):
        read_observatory(data)


@pytest.mark.parametrize(
    ("path", "before", "after", "why"),
    [
        (INDICATOR, "unit: households", "unit: tents", "no unit “tents”"),
        (INDICATOR, "family: household", "family: house", "no family"),
        ("observatory/dimensions.yaml", "NUTS: BE1", "NUTS: BE", "“BE” in NUTS is used 2 times"),
        ("observatory/dimensions.yaml", 'parent: "01000"', 'parent: "0100"', "no code of this dimension"),
    ],
)  # fmt: skip
def test_names_that_lead_nowhere_are_refused(
    data: Path, edit: Edit, path: str, before: str, after: str, why: str
) -> None:
    edit(path, before, after)
    with pytest.raises(FileProblems, match=why):
        read_observatory(data)


def test_a_dimension_that_nobody_declared_is_refused(data: Path, edit: Edit) -> None:
    edit(VALUES, "household_type,", "kind_of_household,")
    with pytest.raises(FileProblems, match="no such dimension"):
        read_observatory(data)


RECIPE = """
name: {nl: Huishoudens, fr: Ménages, en: Households}
source: statbel-households-2019
format: csv
definition: {fixed: households_private}
place: {column: nuts, elsewhere: NUTS}
period: {column: year, day: "01-01"}
dimensions:
  household_type: {column: type, codes: {mono: single_parent, all: _T}}
note: {column: remark}
"""


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("source: statbel-households-2019", "source: statbel", "there is no source “statbel”"),
        ("format: csv", "format: word", "is not one of tidy, csv"),
        ("households_private", "households_public", "there is no definition “households_public”"),
        ("{column: nuts, elsewhere: NUTS}", "{fixed: '9'}", "there is no code “9”"),
        ("elsewhere: NUTS", "elsewhere: LAU", "there is no list of codes “LAU”"),
        ("mono: single_parent", "mono: alone", "there is no code “alone”"),
        ("household_type:", "household:", "there is no dimension “household”"),
        ("{column: remark}", "{fixed: never}", "there is no note “never”"),
        ("{column: remark}", "{column: remark, fixed: x}", "say either column or fixed"),
        ("{column: remark}", "{fixed: rounded-in-source, codes: {a: b}}", "leave out codes and elsewhere"),
        ("format: csv", "format: csv\ndecimal: ','\nthousands: ','", "cannot be the same sign"),
        ("format: csv", "format: csv\nmarks: {'*': X}", "“X” is not one of A, B"),
        ("format: csv", "format: csv\nperiods: 2019", "is not a known key"),
    ],
)
def test_what_is_wrong_in_a_recipe_is_named(data: Path, before: str, after: str, why: str) -> None:
    file = data / "observatory" / "imports" / "households.yaml"
    file.write_text(RECIPE, encoding="utf-8")
    assert "households" in read_observatory(data).recipes
    assert before in RECIPE
    file.write_text(RECIPE.replace(before, after), encoding="utf-8")
    with pytest.raises(FileProblems, match=why):
        read_observatory(data)


def test_the_files_of_the_house_are_sound() -> None:
    files = read_observatory(settings.DATA)
    assert [e.record.number for e in files.indicators.values()] != []
    assert all(files.rows[slug] for slug, e in files.indicators.items() if e.record.standing == "live")


def test_a_city_without_figures_is_sound(tmp_path: Path) -> None:
    assert read_observatory(tmp_path).indicators == {}


def _figures() -> list[tuple[object, ...]]:
    return list(
        Observation.objects.in_order().values_list("definition__slug", "place", "cut", "value", "since")
    )


@pytest.mark.django_db
def test_load_twice_is_load_once(data: Path) -> None:
    files = read_observatory(data)
    load_observatory(files)
    before = _figures()
    load_observatory(files)
    assert before == _figures() != []
    assert set(Indicator.objects.values_list("slug", flat=True)) == set(files.indicators)


@pytest.mark.django_db
def test_what_people_imported_outlives_a_load(data: Path) -> None:
    files = read_observatory(data)
    load_observatory(files)
    source, definition = make_source("imported"), Definition.objects.get(slug="households_private")
    make_value(make_release(source, "2024-01-01"), definition, 1)
    settle(source.pk)
    load_observatory(files)
    kept = Observation.objects.get(release__source=source)
    assert kept.definition.slug == "households_private"
    assert Release.objects.filter(source=source).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({}, "indicators/tents/indicator.yaml: tents: imported figures .* .1.: put it back"),
        ({"place": "04999"}, "dimensions.yaml: place: imported figures have the code “04999”"),
        ({"cut": "household_type=tent"}, "dimensions.yaml: household_type: imported .* the code “tent”"),
    ],
)
def test_files_that_would_take_the_meaning_of_what_was_imported_are_refused(
    data: Path, facts: dict[str, str], why: str
) -> None:
    files = read_observatory(data)
    load_observatory(files)
    definition = make_definition("tents") if not facts else Definition.objects.get(slug="households_private")
    make_value(make_release(make_source("imported"), "2024-01-01"), definition, 1, **facts)
    with pytest.raises(FileProblems, match=why):
        load_observatory(files)
    assert Observation.objects.filter(definition=definition, release__source__slug="imported").exists()


@pytest.mark.django_db
def test_nothing_deletes_a_definition_with_its_figures() -> None:
    definition = make_definition()
    make_value(make_release(make_source(), "2024-01-01"), definition, 1)
    with pytest.raises(ProtectedError):
        definition.indicator.delete()


@pytest.mark.django_db
def test_every_figure_keeps_how_many_decimals_were_printed(data: Path, edit: Edit) -> None:
    edit(VALUES, "4948398", "4948398.10")
    load_observatory(read_observatory(data))
    assert Observation.objects.get(value=4948398.1).decimals == 2


HIGHLIGHT = """- definition: households_private
  place: "01000"
  reading:
    {nl: "Er zijn {value} huishoudens.", fr: "Il y a {value} ménages.", en: "There are {value} households."}
"""


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("households_private", "households_public", "no values.csv has a figure"),
        ("01000", "03000+04000", "no values.csv has a figure"),
        ("Il y a {value}", "Il y a des", "has {value} in each language"),
    ],
)
def test_a_figure_of_the_home_page_is_there_and_says_its_value(
    data: Path, before: str, after: str, why: str
) -> None:
    home = data / "observatory" / "home.yaml"
    home.write_text(HIGHLIGHT, encoding="utf-8")
    assert [each.record.place for each in read_observatory(data).highlights] == ["01000"]
    home.write_text(HIGHLIGHT.replace(before, after), encoding="utf-8")
    with pytest.raises(FileProblems, match=why):
        read_observatory(data)
