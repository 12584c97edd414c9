"""Undocumented means failing: every setting, every command, every link between pages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture import rights_page
from tests.architecture.commands_page import PAGE, commands, page
from tests.architecture.tree import ROOT, is_in, kept_files, modules, relative

SETTINGS = ROOT / "docs" / "reference" / "settings.md"
MAKEFILE = ROOT / "Makefile"
NOT_OURS = {"DJANGO_SETTINGS_MODULE", "PATH", "PYTEST_XDIST_WORKER"}

DOCUMENTS = [path for path in kept_files() if path.suffix == ".md" and not is_in(path, "data")]
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)")


def readers_of_the_environment() -> list[Path]:
    return [
        *modules(),
        *modules(ROOT / "tests"),
        ROOT / "conftest.py",
        ROOT / "bin" / "test",
        ROOT / "bin" / "prepare",
    ]


def read_from_environment(source: str) -> Iterator[str]:
    """Names that `source` reads: os.environ, os.getenv, the helper _on, and click's envvar."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Attribute(attr="environ"), attr="get"),
                args=[ast.Constant(name), *_],
            ):
                yield name
            case ast.Call(func=ast.Attribute(attr="getenv"), args=[ast.Constant(name), *_]):
                yield name
            case ast.Call(func=ast.Name(id="_on"), args=[ast.Constant(name)]):
                yield name
            case ast.Subscript(value=ast.Attribute(attr="environ"), slice=ast.Constant(name), ctx=ast.Load()):
                yield name
            case ast.keyword(arg="envvar", value=ast.Constant(name)):
                yield name


def known_settings() -> set[str]:
    found = {
        name
        for path in readers_of_the_environment()
        for name in read_from_environment(path.read_text("utf-8"))
    }
    return found - NOT_OURS


def documented_settings() -> set[str]:
    return set(re.findall(r"^\| `([A-Z_]+)`", SETTINGS.read_text("utf-8"), re.MULTILINE))


def test_reading_the_environment_is_seen() -> None:
    source = 'os.environ.get("A", 1); os.environ["B"]; _on("C"); option("--d", envvar="D"); os.getenv("E")'
    assert set(read_from_environment(source)) == {"A", "B", "C", "D", "E"}


def test_every_setting_is_documented() -> None:
    assert known_settings() - documented_settings() == set()


def test_every_documented_setting_exists() -> None:
    assert documented_settings() - known_settings() == set()


def test_every_command_is_documented_as_it_is() -> None:
    assert PAGE.read_text("utf-8") == page(), "run .venv/bin/python -m tests.architecture.commands_page"


def test_the_page_of_rights_is_what_the_catalogue_says() -> None:
    written = rights_page.PAGE.read_text("utf-8")
    assert written == rights_page.page(), "run .venv/bin/python -m tests.architecture.rights_page"


def test_every_command_gives_an_example() -> None:
    silent = [name for name, command in commands() if "Examples:" not in (command.help or "")]
    assert silent == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=relative)
def test_commands_in_documents_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE.read_text("utf-8"), re.MULTILINE))
    offered = {name for name, _ in commands()}
    for program, *words in commands_in(document.read_text("utf-8")):
        if program == "make":
            assert set(words) <= targets, words
        elif words:
            assert {" ".join(["relais", *words[:n]]) for n in (1, 2)} & offered, words
            assert words[0] not in {"import", "export"} or f"relais {words[0]} {words[1]}" in offered, words


@pytest.mark.parametrize("document", DOCUMENTS, ids=relative)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    links = LINK.findall(document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def commands_in(text: str) -> Iterator[list[str]]:
    """Every `make …` and `relais …` that a document shows as code: the program and the plain words after."""
    fences = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
    lines = [line for block in fences.findall(text) for line in block.splitlines()]
    lines += re.findall(r"(?<!`)`([^`\n]+)`(?!`)", fences.sub("", text))
    for line in lines:
        if call := re.match(r"\s*(?:[A-Z_]+=\S+ )*(?:\S*bin/)?(make|relais)((?: [a-z-]+\b(?![=.]))*)", line):
            yield [call[1], *(word for word in call[2].split() if not word.startswith("-"))]
