"""A reason in words: who it is about, the condition with its values, and the article."""

from __future__ import annotations

from relais.apps.check.persons import called
from relais.core.rights.words.deciding import Reason
from relais.core.rights.words.wording import condition
from relais.core.texts.typography import colon


def because(reason: Reason, language: str) -> str:
    """“Child 1: Age (19 years) is below 18: no [Act 26.05.2002, art. 14, § 1, 3°]”."""
    said = condition(reason.condition, language)
    who = called(reason.of)
    words = f"{who[0].upper()}{who[1:]}{colon(language)} {said}" if who else said
    return f"{words} [{reason.article}]" if reason.article else words
