"""What is wrong with a law, or with what it was asked: where, why, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flaw:
    """One mistake in the law. `where` names the rule, total, parameter or input: "child_benefit.base"."""

    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"


class FlawedLaw(Exception):
    """The law cannot be loaded; every mistake is named at once."""

    def __init__(self, flaws: list[Flaw]) -> None:
        self.flaws = flaws
        super().__init__("\n".join(map(str, flaws)))


class WrongInput(ValueError):
    """What was given of a family cannot be: the message names the input, the person and the remedy."""
