"""Every message of the interface is translated: Dutch and French equal, nothing fuzzy, nothing left over."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from django.apps import apps

from tests import machine
from tests.architecture.tree import ROOT

TRANSLATED = ("nl", "fr")
SAME_EVERYWHERE = re.compile(r"%\((\w+)\)s|<\w+:\w+>|<[a-z/][^>]*>")


def messages(root: Path, language: str) -> list[Message]:
    """All messages of the house in `language`: those of `locale/`, and those that a room keeps for itself."""
    found: list[Message] = []
    for path in catalogs(root, language):
        with path.open("rb") as file:
            found += [m for m in read_po(file, locale=language, abort_invalid=True) if m.id]
    return found


def catalogs(root: Path, language: str) -> list[Path]:
    rooms = (root / "src").glob(f"**/locale/{language}/LC_MESSAGES/django.po")
    return [root / "locale" / language / "LC_MESSAGES" / "django.po", *sorted(rooms)]


def english(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def identities(messages: list[Message]) -> set[tuple[str, str]]:
    """Context and English words of every message."""
    return {(m.context or "", english(m)) for m in messages}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source in which `make messages` was run."""
    machine.needed("gettext")
    copy = tmp_path_factory.mktemp("messages")
    for name in ("src", "locale"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("*.pyc", "*.mo", "tests"))
    shutil.copy(ROOT / "manage.py", copy)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    recipe = re.search(r"(makemessages .*)$", makefile, re.MULTILINE)
    assert recipe
    subprocess.run(
        [sys.executable, "manage.py", *recipe[1].split()],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy / "src")},
        check=True,
        capture_output=True,
    )
    return copy


def test_a_room_with_messages_of_its_own_is_installed_or_nobody_reads_them() -> None:
    folders = {path.parent for path in (ROOT / "src").glob("**/locale")}
    rooms = {".".join(folder.relative_to(ROOT / "src").parts) for folder in folders}
    assert rooms - {app.name for app in apps.get_app_configs()} == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_of_the_source_is_translated(found: Path, language: str) -> None:
    extracted = messages(found, language)
    assert len(identities(extracted)) > 100
    assert [m.id for m in extracted if m.fuzzy or not _is_whole(m.string)] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_left_over(found: Path, language: str) -> None:
    assert identities(messages(ROOT, language)) - identities(messages(found, language)) == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_translation_keeps_what_is_filled_in(language: str) -> None:
    for message in messages(ROOT, language):
        several = message.id if isinstance(message.id, str) else message.id[-1]
        words = [message.string] if isinstance(message.string, str) else message.string
        for each in words:
            assert set(SAME_EVERYWHERE.findall(each)) == set(SAME_EVERYWHERE.findall(several)), message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_rooms_that_say_the_same_say_it_the_same_way(language: str) -> None:
    said: dict[tuple[str, str], set[str]] = {}
    for message in messages(ROOT, language):
        said.setdefault((message.context or "", english(message)), set()).add(str(message.string))
    assert {key: words for key, words in said.items() if len(words) > 1} == {}


def _is_whole(string: str | tuple[str, ...] | list[str]) -> bool:
    return bool(string) if isinstance(string, str) else all(string)
