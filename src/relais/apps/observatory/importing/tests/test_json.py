from __future__ import annotations

import json
from typing import Any

import pytest

from relais.apps.observatory.importing import read
from relais.apps.observatory.importing.tests.make import KNOWN, make_recipe, read_words, refusals
from relais.core.figures.cube import Cell, Said

FACTS: dict[str, Any] = {
    "format": "bestat", "definition": {"fixed": "households"}, "value": "Huishoudens", "missing": [""],
    "place": {"column": "Gemeente", "codes": {"Anderlecht": "21001"}},
    "dimensions": {"sex": {"column": "Geslacht", "codes": {"Vrouw": "F", "": "_T"}}},
}  # fmt: skip


def facts(*told: tuple[Any, Any, Any]) -> str:
    names = ("Gemeente", "Geslacht", "Huishoudens")
    return json.dumps({"facts": [dict(zip(names, each, strict=True)) for each in told]})


def test_facts_are_read_once_a_person_says_of_when_they_are() -> None:
    content = facts(("Anderlecht ", "Vrouw", 21401.0), ("Anderlecht", None, None)).encode()
    recipe = make_recipe(**FACTS).of("2011-01-01")
    assert read("facts.json", content, recipe, KNOWN).figures == {
        Cell("households", "21001", "2011-01-01", "sex=F"): Said(21401),
        Cell("households", "21001", "2011-01-01"): Said(None, quality="M"),
    }


def test_facts_without_a_period_are_refused() -> None:
    said = refusals(facts(("Anderlecht", "Vrouw", 1)), **FACTS)
    assert said == ["0 period: this file does not say of when it is: give the period"]


def test_a_period_that_is_none_or_that_the_file_says_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="A period is written 2019"):
        make_recipe(**FACTS).of("last year")
    with pytest.raises(ValueError, match="do not say another"):
        make_recipe(period={"column": "period"}).of("2019")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (facts(("Anderlecht", "Vrouw", 1), ("Namen", "X", "1,5")), "2 Gemeente: the recipe has no code"),
        (
            facts(("Anderlecht", "Vrouw", 1), ("Anderlecht", "Vrouw", [1])),
            "2 : a word or a number must stand",
        ),
        ('{"facts": [{"Gemeente": "a"}, {"gemeente": "a"}]}', "1 Geslacht: the head lacks this column"),
        ('{"facts": []}', "0 facts: there are no facts"),
        ('{"facts":\n [', "2 : is not JSON"),
        ('{"facts": [{"a": NaN}]}', "0 : is not JSON: “NaN” is no number"),
        ('{"facts": [{"a": 1, "a": 2}]}', "0 : is not JSON: the key “a” stands twice"),
        ("[" * 100_000, "0 : is not JSON"),
    ],
)
def test_facts_that_are_wrong_are_named(content: str, why: str) -> None:
    assert refusals(content, **FACTS, period={"fixed": "2011"})[0].startswith(why)


def test_a_fact_with_other_keys_is_refused() -> None:
    content = json.loads(facts(("Anderlecht", "Vrouw", 1)))
    content["facts"].append({"Gemeente": "Anderlecht"})
    said = refusals(json.dumps(content), **FACTS, period={"fixed": "2011"})
    assert said == ["2 : this fact has not the same keys as the first"]


CUBE: dict[str, Any] = {
    "version": "2.0", "class": "dataset", "id": ["sex", "geo", "time"], "size": [3, 1, 2],
    "dimension": {
        "sex": {"category": {"index": ["T", "F", "M"]}},
        "geo": {"category": {"label": {"BE1": "Brussels"}}},
        "time": {"category": {"index": {"2020": 1, "2019": 0}}},
    },
    "value": [10, 11, 4.5, None, 5.5, 6],
    "status": {"1": "b", "3": "c", "5": "bu"},
}  # fmt: skip
STAT: dict[str, Any] = {
    "format": "json-stat", "definition": {"fixed": "share"}, "period": {"column": "time"},
    "place": {"column": "geo", "elsewhere": "NUTS"}, "quality": {"column": "status"},
    "dimensions": {"sex": {"column": "sex", "codes": {"T": "_T", "F": "F", "M": "M"}}},
}  # fmt: skip


def test_a_cube_of_json_stat_is_read_with_its_flags() -> None:
    assert read_words(json.dumps(CUBE), **STAT).figures == {
        Cell("share", "04000", "2019"): Said(10),
        Cell("share", "04000", "2020"): Said(11, quality="B"),
        Cell("share", "04000", "2019", "sex=F"): Said(4.5, 1),
        Cell("share", "04000", "2020", "sex=F"): Said(None, secrecy="C"),
        Cell("share", "04000", "2019", "sex=M"): Said(5.5, 1),
        Cell("share", "04000", "2020", "sex=M"): Said(6, quality="U"),
    }


def test_a_sparse_cube_says_nothing_of_what_it_leaves_out() -> None:
    cube = {**CUBE, "value": {"0": 10, "4": 5.5}, "status": {"1": "m"}}
    assert read_words(json.dumps(cube), **STAT).figures == {
        Cell("share", "04000", "2019"): Said(10),
        Cell("share", "04000", "2020"): Said(None, quality="M"),
        Cell("share", "04000", "2019", "sex=M"): Said(5.5, 1),
    }


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"class": "collection"}, "0 class: is no dataset of JSON-stat 2.0"),
        ({"size": [3, 1, 3]}, "0 dimension: the sizes do not agree"),
        ({"size": None}, "0 dimension: the sizes do not agree"),
        ({"id": ["sex", "geo"]}, "0 dimension: the sizes do not agree"),
        ({"id": ["sex", "geo", "when"]}, "0 dimension: is not as JSON-stat has it"),
        ({"dimension": []}, "0 dimension: is not as JSON-stat has it"),
        ({"value": [1]}, "0 value: must have a place for each of the 6 cells"),
        ({"value": {"6": 1}}, "0 value: must have a place for each of the 6 cells"),
        ({"status": {"x": "b"}}, "0 status: must have a place for each of the 6 cells"),
        ({"status": "x"}, "1 status: “x” is no flag known here"),
        ({"value": [10, 11, 4.5, 5, "six", 6]}, "4 value: is hidden to protect persons"),
        ({"value": [10, 11, 4.5, None, "six", 6]}, "5 value: “six” is no number"),
    ],
)
def test_a_cube_that_is_wrong_is_named(facts: dict[str, Any], why: str) -> None:
    assert refusals(json.dumps({**CUBE, **facts}), **STAT)[0].startswith(why)


def test_an_index_that_does_not_count_from_nought_is_refused() -> None:
    cube = json.loads(json.dumps(CUBE))
    cube["dimension"]["time"]["category"]["index"]["2020"] = 7
    assert refusals(json.dumps(cube), **STAT) == [
        "0 dimension: the index of a dimension does not count from 0"
    ]
