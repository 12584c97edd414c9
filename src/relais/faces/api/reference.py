"""The OpenAPI document as a page shows it: groups of operations, and the shapes that they answer with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

UNSAID = "…"
PLAIN = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
}

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value is, in words. `shape` is the name of a shape within them, or nothing."""

    before: str
    shape: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter of an operation or a field of a shape."""

    name: str
    kind: Kind
    about: str
    example: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class Answer:
    status: str
    about: str
    media_type: str
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class Operation:
    """`address` is an example that can be followed; `sample` what such an answer looks like."""

    anchor: str
    method: str
    path: str
    summary: str
    about: str
    address: str
    parameters: list[Field]
    body: Kind | None
    answers: list[Answer]
    sample: str


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    about: str
    operations: list[Operation]


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    about: str
    fields: list[Field]


def groups(document: Schema) -> list[Group]:
    """Operations by tag, in the order of the tags."""
    shapes = document["components"]["schemas"]
    found: dict[str, list[Operation]] = {tag["name"]: [] for tag in document["tags"]}
    for path, item in document["paths"].items():
        for method, told in item.items():
            found[told["tags"][0]].append(_operation(method, path, told, shapes))
    return [Group(tag["name"], tag["description"], found[tag["name"]]) for tag in document["tags"]]


def shapes(document: Schema) -> list[Shape]:
    """Every shape with its fields, by name."""
    return [
        Shape(name, told.get("description", ""), _fields(told))
        for name, told in sorted(document["components"]["schemas"].items())
    ]


def _fields(told: Schema) -> list[Field]:
    required = told.get("required", ())
    return [
        Field(name, kind_of(schema), schema.get("description", ""), _example(schema), name in required)
        for name, schema in told.get("properties", {}).items()
    ]


def _operation(method: str, path: str, told: Schema, shapes: Schema) -> Operation:
    parameters = told["parameters"]
    body = told.get("requestBody", {}).get("content", {}).get("application/json")
    good = told["responses"][200]["content"]["application/json"]["schema"]
    return Operation(
        anchor=told["operationId"],
        method=method.upper(),
        path=path,
        summary=told["summary"],
        about=told.get("description", ""),
        address=_address(path, parameters),
        parameters=[
            Field(p["name"], kind_of(p["schema"]), p.get("description", ""), _example(p), p["required"])
            for p in parameters
        ],
        body=kind_of(body["schema"]) if body else None,
        answers=[_answer(str(status), answer) for status, answer in told["responses"].items()],
        sample=json.dumps(sample(good, shapes), ensure_ascii=False, indent=2),
    )


def _answer(status: str, told: Schema) -> Answer:
    for media_type, content in told.get("content", {}).items():
        return Answer(status, told["description"], media_type, kind_of(content["schema"]))
    return Answer(status, told["description"], "", None)


def _address(path: str, parameters: list[Schema]) -> str:
    """`path` with the examples of its parameters, and one filter where there are any."""
    query: dict[str, str] = {}
    for parameter in parameters:
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", quote(_example(parameter)))
        elif not query:
            query = {parameter["name"]: _example(parameter)}
    return f"{path}?{urlencode(query)}" if query else path


def _example(told: Schema) -> str:
    example = told.get("example", next(iter(told.get("examples", ())), ""))
    return ", ".join(map(str, example)) if isinstance(example, list) else str(example)


def kind_of(schema: Schema) -> Kind:
    """A schema in words: "list of Link", "text or null"."""
    if reference := schema.get("$ref"):
        return Kind("", reference.rsplit("/", 1)[-1])
    if options := schema.get("anyOf") or schema.get("allOf"):
        named = [kind_of(option) for option in options]
        first, after = named[0], "".join(f" or {_told(other)}" for other in named[1:])
        return Kind(first.before, first.shape, first.after + after)
    if words := schema.get("enum"):
        return Kind(f"one of {', '.join(map(str, words))}")
    if schema.get("type") == "array":
        inner = kind_of(schema["items"])
        return Kind(f"list of {inner.before}", inner.shape, inner.after)
    if schema.get("type") == "object":
        values = schema.get("additionalProperties")
        inner = kind_of(values if isinstance(values, dict) else {})
        return Kind(f"key to {inner.before}", inner.shape, inner.after)
    return Kind(PLAIN.get(schema.get("type", ""), "anything"))


def _told(kind: Kind) -> str:
    return kind.before + kind.shape + kind.after


def sample(schema: Schema, shapes: Schema) -> Any:
    """A value that has the shape of `schema`: examples where there are any, “…” where any words may stand."""
    if reference := schema.get("$ref"):
        return sample(shapes[reference.rsplit("/", 1)[-1]], shapes)
    if examples := schema.get("examples"):
        return examples[0]
    if options := schema.get("anyOf") or schema.get("allOf"):
        return sample(options[0], shapes)
    match schema.get("type"):
        case "array":
            return [sample(schema["items"], shapes)]
        case "object":
            return {name: sample(inner, shapes) for name, inner in schema.get("properties", {}).items()}
        case "integer" | "number":
            return 1
        case "boolean":
            return False
    return UNSAID
