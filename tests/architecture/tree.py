"""The files of this house: what is in version control, as .gitignore draws the line."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "relais"


def kept_files() -> Iterator[Path]:
    """Every file that git would keep. git itself is not asked: it may be absent, and new files count too."""
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text().splitlines() if line.strip()]

    def walk(folder: Path) -> Iterator[Path]:
        for path in sorted(folder.iterdir()):
            if path.name == ".git" or any(fnmatch(path.name, pattern) for pattern in ignored):
                continue
            if path.is_dir():
                yield from walk(path)
            else:
                yield path

    return walk(ROOT)


def modules(folder: Path = SOURCE) -> list[Path]:
    """Python modules that people write, tests included."""
    return [path for path in sorted(folder.rglob("*.py")) if not is_in(path, "migrations")]


def is_in(path: Path, *folders: str) -> bool:
    """Whether `path` lies in a folder of this house with one of these names."""
    return not set(folders).isdisjoint(path.relative_to(ROOT).parts[:-1])


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
