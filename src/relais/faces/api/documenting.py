"""What ninja leaves out of the OpenAPI document: errors in their own media type, 304, ETag, CORS."""

from __future__ import annotations

import json
from typing import Any

from ninja.openapi.schema import OpenAPISchema

from relais.apps.check import catalogue, household
from relais.apps.check.api.posted import MOST_BYTES
from relais.faces.api.problems import MEDIA_TYPE, Problem

TAGS = [
    {"name": "Measures", "description": "What the advice asks, numbered 1 to 100."},
    {"name": "Themes", "description": "The chapters of the advice, and whom its annex proposes for each."},
    {"name": "Actors", "description": "Bodies and groups that the advice names."},
    {"name": "Asks", "description": "What the coordination cell asked of actors, and what became of it."},
    {"name": "Links", "description": "How one measure bears on another, who says so, and why."},
    {"name": "Documents", "description": "Texts that the plan rests on."},
    {"name": "Demands", "description": "What the advice asks outside its numbered measures."},
    {"name": "Actions", "description": "What someone does in answer to measures, as its owners tell it."},
    {"name": "Reports", "description": "The yearly rounds, and what each action answered."},
    {"name": "Meetings", "description": "Groups that meet about the plan, and what they decided."},
    {"name": "Consultations", "description": "What was put to opinion, what was said and answered."},
    {
        "name": "Figures",
        "description": "What is measured, every figure as of any day, and what does not fit.",
    },
    {
        "name": "Rights",
        "description": "What the law gives families: rules, amounts by date, who gets what.",
    },
]
CORS = {"description": "always *", "schema": {"type": "string", "const": "*"}}
REFERENCE = {"$ref": "#/components/schemas/Problem"}
HEADERS = {
    "ETag": {"description": "changes when the answer changes", "schema": {"type": "string"}},
    "Access-Control-Allow-Origin": CORS,
}
UNKEPT = {
    "Cache-Control": {"description": "always no-store", "schema": {"type": "string", "const": "no-store"}},
    "Access-Control-Allow-Origin": CORS,
}


def documented(schema: OpenAPISchema) -> OpenAPISchema:
    """`schema` with every answer that an operation can give."""
    schema["components"]["schemas"]["Problem"] = Problem.model_json_schema()
    schema["components"]["schemas"] |= _household()
    for item in schema["paths"].values():
        for method, operation in item.items():
            _complete(operation, method)
    _forget_unused(schema)
    return schema


def _household() -> dict[str, Any]:
    """The shapes of what is posted: which inputs there are is the same on every day."""
    whole = household.schema(catalogue.law(catalogue.laws().last))
    del whole["$schema"]
    properties = whole["properties"]
    person, answers = properties["persons"]["items"], properties["household"]
    properties["persons"]["items"] = {"$ref": "#/components/schemas/HouseholdPerson"}
    properties["household"] = {"$ref": "#/components/schemas/HouseholdAnswers"}
    return {"Household": whole, "HouseholdPerson": person, "HouseholdAnswers": answers}


def _forget_unused(schema: OpenAPISchema) -> None:
    """Ninja also lists what a query string is read with; its fields are already parameters."""
    said = json.dumps(schema)
    shapes = schema["components"]["schemas"]
    for name in [name for name in shapes if f'"#/components/schemas/{name}"' not in said]:
        del shapes[name]


def _complete(operation: dict[str, Any], method: str) -> None:
    parameters, responses = operation["parameters"], operation["responses"]
    responses[200] |= {"description": "What was asked for", "headers": HEADERS if method == "get" else UNKEPT}
    if method == "get":
        responses[304] = {
            "description": "Nothing changed since the ETag in If-None-Match",
            "headers": HEADERS,
        }
    else:
        responses[413] = _problem(f"The body is larger than {MOST_BYTES} bytes: nothing of it was read")
        responses[415] = _problem("The body is not said to be JSON")
    if any(parameter["in"] == "path" for parameter in parameters):
        responses[404] = _problem("There is no such thing")
    if any(_can_be_wrong(parameter["schema"]) for parameter in parameters):
        responses[422] = _problem("What was asked cannot be: it says what, where and what to do")
    responses["default"] = _problem("Any other problem: 400, 405 or 500")


def _can_be_wrong(schema: dict[str, Any]) -> bool:
    """Whether some value is refused. Any words, and any list of words, are accepted."""
    words = schema if schema.get("type") != "array" else schema["items"]
    return words.get("type") != "string"


def _problem(when: str) -> dict[str, Any]:
    return {
        "description": when,
        "headers": {"Access-Control-Allow-Origin": CORS},
        "content": {MEDIA_TYPE: {"schema": REFERENCE}},
    }
