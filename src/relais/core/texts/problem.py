"""A problem in a file, said so that a person can mend it: where, why, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing to mend. `line` counts from 1; 0 means the file as a whole."""

    path: Path
    line: int
    where: str
    why: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else str(self.path)
        return f"{place}: {self.where}: {self.why}" if self.where else f"{place}: {self.why}"


class FileProblems(ValueError):
    """One file or a folder of files cannot be used; `problems` says everything that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))
