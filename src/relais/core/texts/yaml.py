"""Strict YAML 1.2: duplicate keys, anchors and tags are refused, and every value keeps its line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from relais.core.texts.problem import FileProblems, Problem

Location = tuple[str | int, ...]


class _Yaml12(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Scalars as YAML 1.2 reads them: `on`, `yes` and `2020-11` are text, only true/false are booleans."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", "~nN\0"),
    ("int", r"^[-+]?(?:0|[1-9][0-9]*)$", "-+0123456789"),
    ("float", r"^[-+]?[0-9]+\.[0-9]+(?:[eE][-+]?[0-9]+)?$", "-+0123456789"),
):
    _Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))
_Yaml12.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^$"), [""])

_SCALARS: dict[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:str": str,
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:bool": lambda words: words.lower() == "true",
    "tag:yaml.org,2002:null": lambda _words: None,
}


@dataclass(frozen=True, slots=True)
class Source:
    """What a file says, and on which line it says each thing."""

    path: Path
    value: Any
    lines: dict[Location, int]

    def line(self, location: Location) -> int:
        """The line of `location`, or of the nearest thing that holds it."""
        while location and location not in self.lines:
            location = location[:-1]
        return self.lines.get(location, 0)


def read_yaml(path: Path) -> Source:
    """Read one file. Raises FileProblems with the line when it is missing, not UTF-8 or not strict YAML."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise FileProblems([Problem(path, 0, "", "this file is missing")]) from None
    except UnicodeDecodeError as error:
        why = f"byte {error.start} is not UTF-8: save the file as UTF-8"
        raise FileProblems([Problem(path, 0, "", why)]) from None
    try:
        for token in yaml.scan(text, Loader=_Yaml12) if "&" in text or "*" in text else ():
            if isinstance(token, yaml.AnchorToken | yaml.AliasToken):
                line = token.start_mark.line + 1
                why = "anchors and aliases are not allowed: write it out"
                raise FileProblems([Problem(path, line, "", why)])
        root = yaml.compose(text, Loader=_Yaml12)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise FileProblems([Problem(path, line, "", f"not YAML: {error.problem}")]) from None
    except yaml.YAMLError as error:
        raise FileProblems([Problem(path, 0, "", f"not YAML: {error}")]) from None
    if root is None:
        raise FileProblems([Problem(path, 0, "", "this file is empty")])
    lines: dict[Location, int] = {}
    problems: list[Problem] = []
    value = _construct(root, (), path, lines, problems)
    if problems:
        raise FileProblems(problems)
    return Source(path, value, lines)


def _construct(
    node: yaml.Node, at: Location, path: Path, lines: dict[Location, int], problems: list[Problem]
) -> Any:
    line = node.start_mark.line + 1
    lines.setdefault(at, line)
    if isinstance(node, yaml.SequenceNode):
        return [_construct(n, (*at, i), path, lines, problems) for i, n in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, key_line = str(key_node.value), key_node.start_mark.line + 1
            if key in result:
                problems.append(Problem(path, key_line, key, "this key stands here twice"))
            lines[(*at, key)] = key_line
            result[key] = _construct(value_node, (*at, key), path, lines, problems)
        return result
    construct = _SCALARS.get(node.tag)
    if construct is None:
        problems.append(Problem(path, line, "", f"the tag {node.tag} is not allowed"))
        return None
    return construct(node.value)
