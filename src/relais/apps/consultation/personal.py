"""What in a text may point to a private person: a warning to whoever reads it before it is shown.

It finds too much rather than too little, and it decides nothing: a person does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Sign(TextChoices):
    """What something looks like."""

    EMAIL = "email", _("an e-mail address")
    NATIONAL_NUMBER = "national-number", _("a national register number")
    PHONE = "phone", _("a telephone number")
    NAME = "name", _("perhaps the name of a person")


@dataclass(frozen=True, slots=True)
class Found:
    """`excerpt` stands at `start` in the text."""

    sign: Sign
    excerpt: str
    start: int


EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ELEVEN_DIGITS = re.compile(r"(?<!\d)\d{2}[. ]?\d{2}[. ]?\d{2}[-. ]{0,3}\d{3}[-. ]{0,3}\d{2}(?!\d)")
_BETWEEN = r"[ ./()-]{0,2}"
PHONE = re.compile(
    rf"(?<![\d,.])(?:(?:\+|00)[1-9](?:{_BETWEEN}\d){{8,12}}|0[1-9](?:{_BETWEEN}\d){{7,8}})(?![\d%])"
)
DATE = re.compile(r"\d{1,2}[ ./-]\d{1,2}[ ./-](?:19|20)\d\d")

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]+"
_PARTICLES = r"(?:(?:van|von|de|der|den|du|da|di|el|al|ben|le|la|ter|ten|’t)\s+)*"
TITLED = re.compile(
    r"\b(?i:mevrouw|mevr\.?|meneer|mijnheer|dhr\.?|madame|mme|monsieur|mr\.?|mrs\.?|ms\.?|dr\.?|docteur|dokter|"
    r"maître|mijn naam is|ik heet|je m[’']appelle|mon nom est|my name is|i am called)\s+"
    rf"(?:{_CAPITAL}|[A-Z]\.)(?:\s+{_PARTICLES}{_CAPITAL})*"
)
SEVERAL = re.compile(rf"\b{_CAPITAL}(?:\s+{_PARTICLES}{_CAPITAL})+")
FIRST_WORDS = re.compile(  # have their capital because a sentence begins
    r"(?:De|Het|Een|Dit|Dat|Die|Wij|We|Ik|In|Voor|Met|Bij|Als|Van|Op|En|Le|La|Les|L|Un|Une|Des|Ce|Ces|Nous|Je|"
    r"En|Pour|Avec|Chez|Si|Et|À|The|This|That|We|I|For|With|At|If|And|On)\s+"
)


def found_in(text: str, known: Collection[str] = ()) -> list[Found]:
    """Every sign of a person in `text`, in its order; of two that overlap, the surer one.

    `known` are names of bodies that are no persons; capitals and small letters are the same there.
    """
    bodies = {name.casefold() for name in known}
    taken: list[Found] = []
    for found in (*_signs(text), *_names(text, bodies)):
        ends = found.start + len(found.excerpt)
        if all(ends <= other.start or other.start + len(other.excerpt) <= found.start for other in taken):
            taken.append(found)
    return sorted(taken, key=lambda found: found.start)


def is_national_number(written: str) -> bool:
    """Eleven digits of which the last two are 97 less the rest of the first nine divided by 97.

    Of who was born from 2000 on, a 2 stands before the nine in that division.
    """
    digits = re.sub(r"\D", "", written)
    check = int(digits[9:] or 0)
    return len(digits) == 11 and any(97 - int(age + digits[:9]) % 97 == check for age in ("", "2"))


def _signs(text: str) -> Iterator[Found]:
    for match in EMAIL.finditer(text):
        yield Found(Sign.EMAIL, match.group(), match.start())
    for match in ELEVEN_DIGITS.finditer(text):
        if "-" in match.group() or is_national_number(match.group()):
            yield Found(Sign.NATIONAL_NUMBER, match.group(), match.start())
    for match in PHONE.finditer(text):
        if not DATE.match(match.group()):
            yield Found(Sign.PHONE, match.group(), match.start())


def _names(text: str, bodies: Collection[str]) -> Iterator[Found]:
    for match in TITLED.finditer(text):
        yield Found(Sign.NAME, match.group(), match.start())
    for match in SEVERAL.finditer(text):
        begins = FIRST_WORDS.match(match.group())
        skipped = begins.end() if begins else 0
        name = SEVERAL.fullmatch(match.group()[skipped:])
        if name and not any(
            name.group().casefold() in body or body in name.group().casefold() for body in bodies
        ):
            yield Found(Sign.NAME, name.group(), match.start() + skipped)
