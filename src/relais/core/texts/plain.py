"""Plain language, as far as a rule can see it: short sentences, and no acronym without its full name."""

from __future__ import annotations

import re

LONGEST_SENTENCE = 25  # words; the usual ceiling for level B1

_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+")
_ACRONYM = re.compile(r"\b[A-Z]{2,}\b(?!\s*\()")
_BRACKETS = re.compile(r"\([^()]*\)")


def long_sentences(words: str) -> list[str]:
    """The sentences of more than LONGEST_SENTENCE words."""
    return [s for s in _SENTENCE_END.split(words) if len(s.split()) > LONGEST_SENTENCE]


def unexplained_acronyms(words: str) -> list[str]:
    """Acronyms without their full name beside them: neither "name (ABC)" nor "ABC (name)"."""
    return sorted(set(_ACRONYM.findall(_BRACKETS.sub("()", words))))
