"""Templates stay in their room: they take from it and from ui/, and nothing else shows them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture.tree import SOURCE, is_in, modules, relative

TAKEN = re.compile(r"""\{%-?\s*(?:extends|include)\s+(\S+)""")
TRANSLATED = re.compile(r"{% blocktranslate.*?{% endblocktranslate %}", re.DOTALL)
COLON = re.compile(r".{0,60}(?:}}|%}|</(?:a|b|dt|span|strong)>|\)):(?: |</|$)", re.MULTILINE)
SHOWN = re.compile(r"""["'](\w+)/[\w-]+\.(?:html|svg|xml|txt)["']""")

# Names under which the sign-in library shows pages: accounts puts its own there; no code of ours names them.
OF_A_LIBRARY = {"accounts": {"account", "mfa", "socialaccount"}}

TEMPLATES = sorted(path for path in SOURCE.rglob("templates/**/*") if path.is_file())
ROOMS = {
    path.name: path for floor in ("apps", "faces") for path in (SOURCE / floor).iterdir() if path.is_dir()
}


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[1]


def is_of_a_library(path: Path) -> bool:
    return path.relative_to(ROOMS[room_of(path)] / "templates").parts[0] in OF_A_LIBRARY.get(
        room_of(path), ()
    )


def test_there_are_templates() -> None:
    assert len(TEMPLATES) > 10


@pytest.mark.parametrize("path", TEMPLATES, ids=relative)
def test_template_lives_in_a_folder_named_after_its_room(path: Path) -> None:
    folder = path.relative_to(ROOMS[room_of(path)] / "templates").parts[0]
    assert folder == room_of(path) or is_of_a_library(path)


@pytest.mark.parametrize("path", TEMPLATES, ids=relative)
def test_template_takes_from_its_own_room_and_from_ui_only(path: Path) -> None:
    taken = TAKEN.findall(path.read_text(encoding="utf-8"))
    allowed = (f'"{room_of(path)}/', '"ui/')
    assert [name for name in taken if not name.startswith(allowed)] == []


def test_code_shows_templates_of_its_own_room_only() -> None:
    for path in modules():
        if is_in(path, "tests") or len(path.relative_to(SOURCE).parts) < 3:
            continue
        shown = set(SHOWN.findall(path.read_text(encoding="utf-8"))) & set(ROOMS)
        assert shown <= {room_of(path), "ui"}, relative(path)


def test_every_template_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in [*modules(), *TEMPLATES])
    for path in TEMPLATES:
        if is_of_a_library(path):
            continue  # tests of accounts open each page of the library
        name = path.relative_to(ROOMS[room_of(path)] / "templates").as_posix()
        assert f'"{name}"' in code, name


@pytest.mark.parametrize("path", TEMPLATES, ids=relative)
def test_a_colon_between_two_values_is_that_of_the_language(path: Path) -> None:
    """French has a blank before it: `{% colon %}` writes it, a translated sentence has its own."""
    untranslated = TRANSLATED.sub("", path.read_text(encoding="utf-8"))
    assert COLON.findall(untranslated) == []
