"""Consultations of the fictional year: people speak, every one is answered, one text changes."""

from __future__ import annotations

import datetime as dt

from relais.apps.accounts.who import NOBODY
from relais.apps.consultation.actions.answering import answer_opinions, note_change
from relais.apps.consultation.actions.giving import give_opinion, say_opinion
from relais.apps.consultation.actions.leading import close_consultation, open_consultation, set_stages
from relais.apps.consultation.actions.moderating import moderate_opinion
from relais.apps.consultation.actions.preparing import add_point, invite_organisations, prepare_consultation
from relais.apps.consultation.models import Consultation, Opinion, Point
from relais.apps.consultation.stages import Span
from relais.apps.consultation.vocabulary import Giver, Moderation, Position, StageKind, Verdict
from relais.apps.plan.models import Measure
from relais.core.texts.text import Text
from relais.faces.cli.fiction.cast import Cast, words
from relais.faces.cli.fiction.clock import on


def tell(cast: Cast, year: int) -> None:
    """Prepared in August, open in September, answered in October, closed in November."""
    measure = Measure.objects.get(number=61)
    with on(dt.date(year, 8, 20)):
        made = prepare_consultation(
            by=cast.cell, slug="fictional-opening-hours", authority=cast["cell"], measure=measure,
            title=words("Uren van de opvang (fictie)", "Horaires de l’accueil (fiction)",
                        "Hours of childcare (fiction)"),
            is_public=True, is_fictional=True,
        )  # fmt: skip
        point = add_point(
            by=cast.cell, consultation=made, title=Text({"nl": "Open tot 19 uur"}),
            words=Text({"nl": "De nieuwe opvang is elke werkdag open van 7 tot 19 uur."}), measure=measure,
        )  # fmt: skip
        invite_organisations(
            by=cast.cell, consultation=made, organisations=[cast["care"], cast["parents"], cast["town"]]
        )
        spans = [
            Span(StageKind.READING, dt.date(year, 8, 25), dt.date(year, 8, 31)),
            Span(StageKind.OPINIONS, dt.date(year, 9, 1), dt.date(year, 9, 30)),
            Span(StageKind.ANSWERS, dt.date(year, 10, 1), dt.date(year, 10, 31)),
            Span(StageKind.CLOSED, dt.date(year, 11, 1)),
        ]
        set_stages(by=cast.cell, consultation=_fresh(made), seen=_fresh(made).version, spans=spans)
        open_consultation(by=cast.cell, consultation=_fresh(made), seen=_fresh(made).version)
    point = Point.objects.get(pk=point.pk)
    with on(dt.date(year, 9, 10)):
        given = [
            give_opinion(
                by=cast.who("parents"), point=point, position=Position.CHANGES, language="fr",
                words="Qui travaille en équipes commence à 6 heures.", wording="Ouvert de 6 à 19 heures.",
            ),
            give_opinion(
                by=cast.who("care"), point=point, position=Position.AGAINST,
                words="Zonder extra personeel lukt dit niet.", wording="", language="nl",
            ),
            say_opinion(
                by=NOBODY, point=point, position=Position.FOR, words="Dit zou mijn week veranderen.",
                wording="", language="nl", giver=Giver.PARENT,
            ),
        ]  # fmt: skip
    with on(dt.date(year, 9, 12)):
        for opinion in given:
            now = Opinion.objects.get(pk=opinion.pk)
            moderate_opinion(
                by=cast.cell, opinion=now, seen=now.version, moderation=Moderation.SHOWN, hidden_reason=None,
                words=now.words, wording=now.wording,
            )  # fmt: skip
    with on(dt.date(year, 10, 14)):
        first, second, third = (Opinion.objects.get(pk=opinion.pk) for opinion in given)
        led = _fresh(made)
        answer_opinions(
            by=cast.cell, consultation=led, opinions=[first], verdict=Verdict.IN_PART, language="nl",
            reason="Eén van de twee plekken opent om 6 uur.",
        )  # fmt: skip
        answer_opinions(
            by=cast.cell, consultation=led, opinions=[second], verdict=Verdict.REJECTED, language="nl",
            reason="Het geld voor personeel wordt apart gevraagd.",
        )  # fmt: skip
        answer_opinions(
            by=cast.cell, consultation=led, opinions=[third], verdict=Verdict.ACCEPTED, language="nl",
            reason="Dank u. Het uur blijft 19 uur.",
        )  # fmt: skip
        note_change(
            by=cast.cell, consultation=led, opinions=[Opinion.objects.get(pk=first.pk)], language="nl",
            words="De tekst zegt nu: één plek opent om 6 uur.", measure=measure,
        )  # fmt: skip
    with on(dt.date(year, 11, 4)):
        led = _fresh(made)
        close_consultation(by=cast.cell, consultation=led, seen=led.version)


def open_next(cast: Cast, today: dt.date) -> None:
    """A draft text on which anyone can give an opinion now."""
    measure = Measure.objects.get(number=23)
    with on(today - dt.timedelta(days=20)):
        made = prepare_consultation(
            by=cast.cell, slug="fictional-lessons", authority=cast["cell"], measure=measure,
            title=words("Lessen binnen de schooluren (fictie)", "Cours pendant l’école (fiction)",
                        "Lessons in school hours (fiction)"),
            is_public=True, is_fictional=True,
        )  # fmt: skip
        add_point(
            by=cast.cell, consultation=made, title=words("Uren", "Horaires", "Hours"), measure=measure,
            words=words("Een cursus begint na 9 uur en eindigt voor 15 uur.",
                        "Un cours commence après 9 heures et finit avant 15 heures.",
                        "A course begins after 9 and ends before 15 o’clock."),
        )  # fmt: skip
        invite_organisations(by=cast.cell, consultation=made, organisations=[cast["work"], cast["parents"]])
        first = today - dt.timedelta(days=10)
        spans = [
            Span(StageKind.READING, first, first + dt.timedelta(days=4)),
            Span(StageKind.OPINIONS, first + dt.timedelta(days=5), first + dt.timedelta(days=50)),
            Span(StageKind.ANSWERS, first + dt.timedelta(days=51), first + dt.timedelta(days=90)),
            Span(StageKind.CLOSED, first + dt.timedelta(days=91)),
        ]
        set_stages(by=cast.cell, consultation=_fresh(made), seen=_fresh(made).version, spans=spans)
        open_consultation(by=cast.cell, consultation=_fresh(made), seen=_fresh(made).version)


def _fresh(consultation: Consultation) -> Consultation:
    return Consultation.objects.get(pk=consultation.pk)
