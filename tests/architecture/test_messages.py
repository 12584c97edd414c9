"""Every message of the interface is translated: Dutch and French equal, nothing fuzzy, nothing left over."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tests import machine
from tests.architecture.tree import ROOT

TRANSLATED = ("nl", "fr")
SAME_EVERYWHERE = re.compile(r"%\((\w+)\)s|<\w+:\w+>|<[a-z/][^>]*>")


def catalog(root: Path, language: str) -> Catalog:
    with (root / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def identities(catalog: Catalog) -> set[tuple[str, str]]:
    """Context and English words of every message."""
    return {(m.context or "", m.id if isinstance(m.id, str) else m.id[0]) for m in catalog if m.id}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source in which `make messages` was run."""
    machine.needed("gettext")
    copy = tmp_path_factory.mktemp("messages")
    for name in ("src", "locale"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("*.pyc", "*.mo", "tests"))
    shutil.copy(ROOT / "manage.py", copy)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    recipe = re.search(r"^messages:.*(makemessages .*)$", makefile, re.MULTILINE)
    assert recipe
    subprocess.run(
        [sys.executable, "manage.py", *recipe[1].split()],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy / "src")},
        check=True,
        capture_output=True,
    )
    return copy


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_of_the_source_is_translated(found: Path, language: str) -> None:
    assert len(identities(catalog(found, language))) > 100
    untranslated = [m.id for m in catalog(found, language) if m.id and (m.fuzzy or not _is_whole(m.string))]
    assert untranslated == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_left_over(found: Path, language: str) -> None:
    assert identities(catalog(ROOT, language)) - identities(catalog(found, language)) == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_translation_keeps_what_is_filled_in(language: str) -> None:
    for message in catalog(ROOT, language):
        english = message.id if isinstance(message.id, str) else message.id[-1]
        words = [message.string] if isinstance(message.string, str) else message.string
        for each in words if english else ():
            assert set(SAME_EVERYWHERE.findall(each)) == set(SAME_EVERYWHERE.findall(english)), message.id


def _is_whole(string: str | tuple[str, ...] | list[str]) -> bool:
    return bool(string) if isinstance(string, str) else all(string)
