"""Words as they are printed: in French no line ends before a double sign, nor inside quotation marks."""

from __future__ import annotations

import re
from functools import lru_cache

# Of "%(name)s" and "%s" the sign is a place for a word, not per cent.
_AT_A_FRENCH_SIGN = re.compile(r"(?<=«) | (?=[»:;?!€]|%(?![(\w]))")


# Remembered: the same words are said to every reader.
@lru_cache(maxsize=16384)
def printed(words: str, language: str) -> str:
    """`words` of `language` with a no-break space where a plain one would let a line end badly."""
    return _AT_A_FRENCH_SIGN.sub("\N{NO-BREAK SPACE}", words) if language == "fr" else words


def colon(language: str) -> str:
    """What stands between two values of which the second explains the first."""
    return "\N{NO-BREAK SPACE}:" if language == "fr" else ":"
