"""Kinds of acts, and the words in which the public change log tells them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Verb:
    """One kind of act. Declare it once, in `verbs.py` of its room.

    `words` is a translatable sentence; it may use %(organisation)s and every key of the event's `after` and
    `before` (as %(before_key)s). A verb that is not public stays in the cell's trail. Raises ValueError for a
    slug that is already taken: slugs are identifiers and are never reused.
    """

    slug: str
    words: str | Promise
    is_public: bool = True

    known: ClassVar[dict[str, Verb]] = {}

    def __post_init__(self) -> None:
        if self.slug in Verb.known:
            raise ValueError(f"the verb “{self.slug}” is declared twice")
        Verb.known[self.slug] = self
