from __future__ import annotations

import json
from typing import Any

import pytest

from relais.apps.observatory.importing import read, tidy_schema
from relais.apps.observatory.importing.tests.make import KNOWN, make_recipe
from relais.core.figures.cube import Said
from relais.core.texts.problem import FileProblems

WORDS = "definition,place,period,value\nrent,04000,2019,900\nrent,21001,2019,NA\n"


def make_schema(**constraints: Any) -> dict[str, Any]:
    names = ("definition", "place", "period")
    value = {"name": "value", "type": "number", "constraints": constraints}
    return {"fields": [*({"name": n} for n in names), value], "missingValues": ["NA"]}


def refused(schema: Any, words: str = WORDS) -> list[str]:
    with pytest.raises(FileProblems) as caught:
        read("f.csv", words.encode(), make_recipe(), KNOWN, schema=json.dumps(schema).encode())
    return [f"{p.line} {p.where}: {p.why}" for p in caught.value.problems]


def test_what_a_schema_has_for_missing_is_missing() -> None:
    schema = json.dumps(make_schema(minimum=0, maximum=1000)).encode()
    found = read("f.csv", WORDS.encode(), make_recipe(), KNOWN, schema=schema)
    assert list(found.figures.values()) == [Said(900), Said(None, quality="M")]


@pytest.mark.parametrize(
    ("constraints", "why"),
    [
        ({"required": True}, "3 value: the schema: is required"),
        ({"minimum": 1000}, "2 value: the schema: is less than 1000"),
        ({"maximum": "10"}, "2 value: the schema: is more than 10"),
        ({"enum": [800, 1000]}, "2 value: the schema: is not one of 1000, 800"),
        ({"pattern": "[1-8].*"}, "2 value: the schema: does not match [1-8].*"),
        ({"pattern": "["}, "0 schema: the schema: field value is not as Table Schema has it"),
        ({"minimum": "much"}, "0 schema: the schema: field value is not as Table Schema has it"),
    ],
)
def test_what_a_schema_does_not_allow_is_named(constraints: dict[str, Any], why: str) -> None:
    assert refused(make_schema(**constraints))[0].startswith(why)


def test_a_word_that_is_not_of_its_type_is_named() -> None:
    schema = make_schema()
    schema["fields"][2]["type"] = "date"
    assert refused(schema)[0] == "2 period: the schema: is not of type date"


@pytest.mark.parametrize("schema", [[], {}, {"fields": [1]}, {"fields": [], "missingValues": "NA"}])
def test_what_is_no_schema_is_refused(schema: Any) -> None:
    assert refused(schema)[0].startswith("0 schema: ")


def test_the_fields_must_be_the_columns() -> None:
    schema = make_schema()
    schema["fields"][0]["name"] = "what"
    assert refused(schema)[:2] == [
        "1 definition: the head has this column, the schema has not",
        "1 what: the schema has this field, the head has not",
    ]
    partial = json.dumps({**schema, "fieldsMatch": "partial"}).encode()
    assert len(read("f.csv", WORDS.encode(), make_recipe(), KNOWN, schema=partial).figures) == 2


def test_our_own_schema_describes_what_we_read() -> None:
    schema = tidy_schema(KNOWN)
    names = [field["name"] for field in schema["fields"]]
    head = dict.fromkeys(names[:-3], "")
    head |= {
        "unit": "EUR_MTH",
        "definition": "rent",
        "place": "04000",
        "period": "2019-01",
        "sex": "F",
        "age": "_T",
        "value": "9.5",
    }
    words = f"{','.join(head)}\n{','.join(head.values())}\n"
    found = read("f.csv", words.encode(), make_recipe(), KNOWN, schema=json.dumps(schema).encode())
    assert list(found.figures.values()) == [Said(9.5, 1)]
