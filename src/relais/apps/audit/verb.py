"""Kinds of acts, and the words in which the public change log tells them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from django.db.models import TextChoices
from django.utils.functional import Promise

Labels = Mapping[str, type[TextChoices]]


@dataclass(frozen=True, slots=True)
class Verb:
    """One kind of act. Declare it once, in `verbs.py` of its room.

    `words` is a translatable sentence; it may use %(organisation)s and every key of the event's `after` and
    `before` (as %(before_key)s). `labels` names the closed list of a key whose value comes from one:
    {"reply": Reply}. A verb that is not public stays in the cell's trail. Raises ValueError for a slug that
    is already taken: slugs are identifiers and are never reused.
    """

    slug: str
    words: str | Promise
    is_public: bool = True
    labels: Labels = field(default_factory=dict, compare=False)

    known: ClassVar[dict[str, Verb]] = {}

    def __post_init__(self) -> None:
        if self.slug in Verb.known:
            raise ValueError(f"the verb “{self.slug}” is declared twice")
        Verb.known[self.slug] = self

    @property
    def shape(self) -> str:
        """Its words without facts, for a list of kinds of acts: “… is now called …”."""
        return str(self.words) % _Gaps()


class _Gaps(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"
