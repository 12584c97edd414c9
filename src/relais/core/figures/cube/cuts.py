"""Which part of a population a figure is about: a code for each dimension, in order, totals left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

PLACE = "place"  # the dimension of places: it is no part of a cut, and every cell has one
TOTAL = "_T"  # the code of “all together” in every dimension, as SDMX has it
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_CODE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.+-]*", re.ASCII)


class WrongCut(ValueError):
    """What was read is no cut; says which part of it, and how one is written."""


def cut_of(codes: Mapping[str, str]) -> str:
    """{"sex": "F", "age": "_T"} as “sex=F”: the same part of a population is always written the same.

    Raises WrongCut for a blank code: a total is `_T` or not named at all, so that a gap is never read as one.
    """
    return _written(tuple(sorted(codes.items())))


def parts_of(cut: str) -> dict[str, str]:
    """“age=20-59&sex=F” as {"age": "20-59", "sex": "F"}; the total as {}. Raises WrongCut."""
    return dict(_read(cut))


# A file says its few cuts for each place and each year: thousands of times.
@lru_cache(maxsize=10_000)
def _written(codes: tuple[tuple[str, str], ...]) -> str:
    for dimension, code in codes:
        if not _NAME.fullmatch(dimension):
            raise WrongCut(f"“{dimension}” is no name of a dimension: write it as age or family_position")
        if not _CODE.fullmatch(code):
            raise WrongCut(f"{dimension}: “{code}” is no code; all together is {TOTAL}, never blank")
    return "&".join(f"{name}={code}" for name, code in codes if code != TOTAL)


@lru_cache(maxsize=10_000)
def _read(cut: str) -> tuple[tuple[str, str], ...]:
    parts: dict[str, str] = {}
    for part in cut.split("&") if cut else []:
        name, equals, code = part.partition("=")
        if not equals or name in parts:
            raise WrongCut(f"“{part}” is no part of a cut: write dimension=code, each dimension once")
        parts[name] = code
    if cut_of(parts) != cut:
        raise WrongCut(f"“{cut}” is not in order, or names a total: write {cut_of(parts) or 'nothing'}")
    return tuple(parts.items())
