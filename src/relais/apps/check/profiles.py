"""Ready-made families, all invented: a household file each in `profiles/`, and what they are called."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from relais.apps.check.household import read_household
from relais.core.rights.family import Family
from relais.core.rights.reading import records_of
from relais.core.texts.text import Text

FOLDER = Path(__file__).with_name("profiles")


@dataclass(frozen=True, slots=True)
class Profile:
    """A family on `date`: its name in a few words, and its story in a sentence."""

    slug: str
    name: Text
    story: Text
    date: dt.date
    family: Family


@cache
def profiles() -> tuple[Profile, ...]:
    """All of them, in the order of words.yaml. Raises FileProblems or WrongInput where a file is wrong."""
    return tuple(
        Profile(slug, record.text("name"), record.text("story"), told.date, told.family)
        for slug, record in records_of(FOLDER / "words.yaml")
        for told in [read_household(FOLDER / f"{slug}.yaml")]
    )
