"""Files as producers made them. They lie beside the repository, or nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from relais.apps.observatory.files.reading import read_files
from relais.apps.observatory.files.recipes import Recipe
from relais.apps.observatory.importing import Incoming, known_of, read
from relais.apps.observatory.importing.known import Known, Meant
from relais.apps.observatory.importing.tests.make import make_recipe
from relais.core.figures.cube import Cell, Said
from relais.core.texts.problem import FileProblems

SHARED = Path(__file__).resolve().parents[7] / "shared" / "data"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the files of producers are not here")
HOUSE = read_files(settings.DATA)


def _read(path: str, recipe: Recipe, known: Known) -> Incoming:
    return read(path, (SHARED / path).read_bytes(), recipe, known)


@needs_shared
def test_fifteen_years_of_home_prices_are_read_by_their_public_recipe() -> None:
    found = _read(
        "stats/property_prices_brussels_2010_2024.csv", HOUSE.recipes["home-prices"].record, known_of(HOUSE)
    )
    assert len(found.figures) == 2520
    assert found.figures[Cell("home_sales", "01000", "2010", "dwelling=house")] == Said(78871)
    assert found.figures[Cell("home_median_price", "01000", "2010", "dwelling=house")] == Said(180000)
    missing = [cell for cell, said in found.figures.items() if said.value is None]
    assert len(missing) == 257
    assert {cell.definition for cell in missing} == {"home_median_price"}


@needs_shared
@pytest.mark.parametrize("name", ["municipalities", "municipalities_simplified_40m"])
def test_the_outlines_of_nineteen_municipalities_are_read(name: str) -> None:
    recipe = HOUSE.recipes["municipality-outlines"].record
    found = _read(f"geo/{name}.geojson", recipe, known_of(HOUSE))
    assert len(found.outlines) == 19


# The view of be.STAT says no period, so there is no public recipe for it: nobody may publish it before the
# year is known.
NUCLEI = {
    "Huishouden zonder familiekern": "none", "Huishouden met één familiekern": "one",
    "Huishouden met meerdere familiekernen": "several", "Type huishouden niet gekend": "unknown", "": "_T",
}  # fmt: skip
SIZES = {
    "1 persoon": "1", "2 personen": "2", "3 t/m 5 personen": "3-5", "6 personen of meer": "6+", "": "_T",
}  # fmt: skip
CENSUS = Known(
    {"households": Meant("count", "HH")},
    {
        "place": known_of(HOUSE).codes["place"],
        "nucleus": {code: {} for code in ("none", "one", "several", "unknown")},
        "size": {code: {} for code in ("1", "2", "3-5", "6+")},
    },
)


def _bestat() -> Recipe:
    dutch = {e.name.nl: e.code for d in HOUSE.dimensions if d.record.slug == "place" for e in d.record.codes}
    places = {**dutch, "Brussel": dutch["Stad Brussel"], "Vorst (Brussel-Hoofdstad)": dutch["Vorst"]}
    return make_recipe(
        format="bestat", definition={"fixed": "households"}, value="Particuliere huishoudens", missing=[""],
        place={"column": "Gemeente", "codes": places},
        dimensions={
            "nucleus": {"column": "Type particulier huishouden niveau 1", "codes": NUCLEI},
            "size": {"column": "Grootte particulier huishouden niveau 1", "codes": SIZES},
        },
    )  # fmt: skip


@needs_shared
def test_facts_of_bestat_are_those_of_the_tidy_file_once_a_person_gives_the_year() -> None:
    tidied = make_recipe(
        format="csv", definition={"fixed": "households"}, value="households", missing=[""],
        place={"column": "nis5"}, period={"fixed": "2011"},
        dimensions={
            "nucleus": {"column": "household_type", "codes": {
                "NO_NUCLEUS": "none", "ONE_NUCLEUS": "one", "MULTI_NUCLEUS": "several", "UNKNOWN": "unknown",
                "_T": "_T"}},
            "size": {"column": "size"},
        },
    )  # fmt: skip
    facts = _read("stats/bestat_households_raw_sample.json", _bestat().of("2011"), CENSUS)
    tidy = _read("stats/households_by_nucleus_size_municipality_bestat.csv", tidied, CENSUS)
    assert len(facts.figures) == 323
    assert facts.figures == tidy.figures


@needs_shared
def test_facts_of_bestat_without_a_period_are_refused() -> None:
    with pytest.raises(FileProblems, match="give the period"):
        _read("stats/bestat_households_raw_sample.json", _bestat(), CENSUS)


@needs_shared
def test_population_by_municipality_is_read() -> None:
    recipe = make_recipe(
        format="csv", definition={"fixed": "households"}, place={"column": "nis5"},
        period={"column": "period"}, value="population",
    )  # fmt: skip
    found = _read("stats/population_by_municipality_2018_2020.csv", recipe, CENSUS)
    assert found.figures[Cell("households", "21001", "2018-01-01")] == Said(118382)
    assert len(found.figures) == 57
