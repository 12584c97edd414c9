"""What ninja leaves out of the OpenAPI document: errors in their own media type, 304, ETag, CORS."""

from __future__ import annotations

import json
from typing import Any

from ninja.openapi.schema import OpenAPISchema

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
]
REFERENCE = {"$ref": "#/components/schemas/Problem"}
HEADERS = {
    "ETag": {"description": "changes when the answer changes", "schema": {"type": "string"}},
    "Access-Control-Allow-Origin": {"description": "always *", "schema": {"type": "string", "const": "*"}},
}


def documented(schema: OpenAPISchema) -> OpenAPISchema:
    """`schema` with every answer that an operation can give."""
    schema["components"]["schemas"]["Problem"] = Problem.model_json_schema()
    for item in schema["paths"].values():
        for operation in item.values():
            _complete(operation)
    _forget_unused(schema)
    return schema


def _forget_unused(schema: OpenAPISchema) -> None:
    """Ninja also lists what a query string is read with; its fields are already parameters."""
    said = json.dumps(schema)
    shapes = schema["components"]["schemas"]
    for name in [name for name in shapes if f'"#/components/schemas/{name}"' not in said]:
        del shapes[name]


def _complete(operation: dict[str, Any]) -> None:
    parameters, responses = operation["parameters"], operation["responses"]
    responses[200] |= {"description": "What was asked for", "headers": HEADERS}
    responses[304] = {"description": "Nothing changed since the ETag in If-None-Match", "headers": HEADERS}
    if any(parameter["in"] == "path" for parameter in parameters):
        responses[404] = _problem("There is no such thing")
    if any(_can_be_wrong(parameter["schema"]) for parameter in parameters):
        responses[422] = _problem("A parameter is not what it should be")
    responses["default"] = _problem("Any other problem: 400, 405 or 500")


def _can_be_wrong(schema: dict[str, Any]) -> bool:
    """Whether some value is refused. Any words, and any list of words, are accepted."""
    words = schema if schema.get("type") != "array" else schema["items"]
    return words.get("type") != "string"


def _problem(when: str) -> dict[str, Any]:
    cors = {"Access-Control-Allow-Origin": HEADERS["Access-Control-Allow-Origin"]}
    return {"description": when, "headers": cors, "content": {MEDIA_TYPE: {"schema": REFERENCE}}}
