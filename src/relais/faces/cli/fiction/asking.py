"""Who was asked, who answered what, and who kept silent, in the fictional year."""

from __future__ import annotations

import datetime as dt

from relais.apps.coordination.actions.asking import Wanted, answer_ask, ask, give_mandate
from relais.apps.coordination.models import Ask
from relais.apps.coordination.vocabulary import AskKind, Reply
from relais.apps.plan.models import Actor, Measure
from relais.faces.cli.fiction.cast import Cast, words
from relais.faces.cli.fiction.clock import on

# Groups without a single address: in this fiction one made-up organisation speaks for each.
SPEAKS_FOR = {
    "work": "training-centres",
    "homes": "social-rental-agencies",
    "care": "childcare-centres",
    "town": "municipalities",
    "parents": "associations",
}
ASKED = (
    ("childcare-centres", 61, AskKind.CARRY),
    ("training-centres", 23, AskKind.CARRY),
    ("social-rental-agencies", 38, AskKind.SHARE),
    ("municipalities", 12, AskKind.CARRY),
    ("associations", 13, AskKind.SHARE),
)


def tell(cast: Cast, year: int) -> None:
    """Five groups are asked; three accept, one contests, one never answers."""
    with on(dt.date(year, 1, 15)):
        for key, actor in SPEAKS_FOR.items():
            give_mandate(
                organisation=cast[key], actor=Actor.objects.get(slug=actor), by=cast.cell,
                why="Fictie: deze organisatie bestaat niet.",
            )  # fmt: skip
    with on(dt.date(year, 1, 20)):
        for actor, number, kind in ASKED:
            ask(
                wanted=[Wanted(Actor.objects.get(slug=actor), Measure.objects.get(number=number))], kind=kind,
                words=words(
                    "Wilt u deze maatregel opnemen? Zeg ook wat u daarvoor nodig hebt.",
                    "Voulez-vous reprendre cette mesure ? Dites aussi ce qu’il vous faut pour cela.",
                    "Will you take this measure on? Say what you need for it, too.",
                ),
                due_date=dt.date(year, 3, 1), by=cast.cell, is_fictional=True,
            )  # fmt: skip
    answers = (
        (
            dt.date(year, 2, 3),
            "care",
            61,
            Reply.CONDITIONS,
            "nl",
            "Ja, als er geld komt voor extra personeel.",
        ),
        (dt.date(year, 2, 10), "work", 23, Reply.ACCEPTED, "nl", "Ja: we passen onze uurroosters aan."),
        (dt.date(year, 2, 17), "homes", 38, Reply.CONTESTED, "nl", "Dit is eerst een taak voor het Gewest."),
        (dt.date(year, 2, 24), "parents", 13, Reply.ACCEPTED, "fr", "Oui, avec les maisons de quartier."),
    )
    for day, key, number, reply, language, reason in answers:
        with on(day):
            asked = Ask.objects.get(measure__number=number)
            answer_ask(ask=asked, reply=reply, reason=reason, language=language, by=cast.who(key))
