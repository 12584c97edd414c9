"""What the tests need beside Python: Chromium, PostgreSQL, gettext, Pango. Found, installed or left out."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from ctypes.util import find_library
from dataclasses import dataclass
from pathlib import Path

import playwright
import pytest


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that tests use, and the Debian packages that bring it."""

    name: str
    packages: tuple[str, ...]
    find: Callable[[], Path | None]


def browser() -> Path | None:
    """Chromium: CHROMIUM in the environment, or Debian's; and what Playwright needs to speak to it."""
    return _which(os.environ.get("CHROMIUM") or "chromium") if _can_drive() else None


def postgresql() -> Path | None:
    """The folder with initdb and pg_ctl. Debian keeps one per version, outside PATH: the newest."""
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(debian, key=lambda path: float(path.parts[-3]), default=None)
    found = newest or _which("initdb")
    return found.resolve().parent if found else None


def gettext() -> Path | None:
    """xgettext, which finds the messages in the source."""
    return _which("xgettext")


def pango() -> Path | None:
    """The libraries that set type for a PDF, as WeasyPrint looks for them."""
    found = [find_library(name) for name in ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")]
    return Path(str(found[0])) if all(found) else None


def _can_drive() -> bool:
    """Playwright brings a program of its own, which needs a library that a bare Debian lacks."""
    driver = Path(playwright.__file__).parent / "driver" / "node"
    return subprocess.run([driver, "--version"], capture_output=True, check=False).returncode == 0


def _which(program: str) -> Path | None:
    found = shutil.which(program)
    return Path(found) if found else None


PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-linuxlibertine")
TOOLS = (
    Tool("browser", ("chromium", "fonts-liberation", "libatomic1"), browser),
    Tool("postgresql", ("postgresql",), postgresql),
    Tool("gettext", ("gettext",), gettext),
    Tool("pango", PANGO, pango),
)


def required() -> set[str]:
    """Tools named in RELAIS_REQUIRE: without them the tests fail instead of leaving something out."""
    return {name.strip() for name in os.environ.get("RELAIS_REQUIRE", "").split(",") if name.strip()}


def missing() -> list[Tool]:
    """Tools that this machine has not."""
    return [tool for tool in TOOLS if tool.find() is None]


def can_install() -> bool:
    """Only root on a Debian may add packages; nobody else is asked for a password."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(tools: list[Tool]) -> str:
    """Debian packages for `tools`. Gives what apt-get said when it failed, else nothing."""
    packages = [package for tool in tools for package in tool.packages]
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            ["apt-get", "-q", *command],
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            return done.stdout
    return ""


def needed(name: str) -> Path:
    """Where the tool `name` is. Skips the test when it is missing, fails it when RELAIS_REQUIRE names it."""
    tool = next(tool for tool in TOOLS if tool.name == name)
    found = tool.find()
    if found is None:
        reason = f"{name} is missing: apt install {' '.join(tool.packages)}"
        if name in required():
            pytest.fail(reason)
        pytest.skip(reason)
    return found
