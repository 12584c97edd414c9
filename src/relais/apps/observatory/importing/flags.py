"""Flags of producers (CL_OBS_STATUS and CL_CONF_STATUS of SDMX, the letters of Eurostat) in our words."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _

from relais.apps.observatory.vocabulary import Quality, Secrecy


class Flag(NamedTuple):
    """How a value is known, and whether it may be shown."""

    quality: str
    secrecy: str


_QUALITY = {
    "A": Quality.NORMAL, "B": Quality.BREAK, "D": Quality.DEFINITION, "E": Quality.ESTIMATED,
    "F": Quality.FORECAST, "I": Quality.ESTIMATED, "N": Quality.NOT_SIGNIFICANT, "P": Quality.PROVISIONAL,
    "U": Quality.UNRELIABLE, **dict.fromkeys("MLHO:", Quality.MISSING),
}  # fmt: skip
_HIDDEN = "CQ"  # confidential (Eurostat); missing because suppressed (SDMX)
_GRAVEST = "MUNBDEFPA"  # a figure has one quality here: of several flags, the one to warn for first
_SECRECY = {"": Secrecy.FREE, "F": Secrecy.FREE, **dict.fromkeys("ACDEGMNOPRST", Secrecy.HIDDEN)}


def flag(word: str) -> Flag:
    """One or more letters (“b”, “bu”, “b u”), capital or small. Raises ValueError for another."""
    letters = [letter for letter in word.upper() if letter not in " ,;"]
    unknown = [letter for letter in letters if letter not in _QUALITY and letter not in _HIDDEN]
    if unknown:
        why = _("“%(word)s” is no flag known here: one of %(known)s, or say in the recipe what it means")
        raise ValueError(why % {"word": word[:40], "known": " ".join([*_QUALITY, *_HIDDEN])})
    if any(letter in _HIDDEN for letter in letters):
        return Flag(Quality.NORMAL.value, Secrecy.HIDDEN.value)
    qualities = [_QUALITY[letter].value for letter in letters or "A"]
    return Flag(min(qualities, key=_GRAVEST.index), Secrecy.FREE.value)


def secrecy(word: str) -> str:
    """F or nothing is free; every other code of CL_CONF_STATUS is hidden. Raises ValueError."""
    found = _SECRECY.get(word.upper())
    if found is None:
        why = _("“%(word)s” is no code of CL_CONF_STATUS: F is free, C or N is hidden")
        raise ValueError(why % {"word": word[:40]})
    return found.value
