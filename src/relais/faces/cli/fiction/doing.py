"""The actions of the fictional year: three are declared, one is blocked and holds up another, one is done."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from relais.apps.accounts.vocabulary import Role
from relais.apps.coordination.actions.action import (
    change_dates,
    place_action,
    propose_action,
    set_decision,
    set_phase,
)
from relais.apps.coordination.actions.blocking import add_gate, report_blocker
from relais.apps.coordination.actions.carrying import add_owner
from relais.apps.coordination.actions.elsewhere import ask_level, raise_data_gap
from relais.apps.coordination.actions.measuring import add_milestone, set_result, set_target
from relais.apps.coordination.models import Action
from relais.apps.coordination.vocabulary import Aim, Cause, Decision, GateKind, OwnerRole, Phase, Target
from relais.apps.plan.models import Actor, Measure
from relais.apps.plan.vocabulary import Level
from relais.faces.cli.fiction.cast import Cast
from relais.faces.cli.fiction.clock import on

# key of the carrier, its language, its title, what it does, the measure it answers, from and to (month, day)
ACTIONS = (
    ("care", "nl", "Veertig plaatsen erbij in de opvang", "Twee nieuwe opvangplekken, ook open na 18 uur.",
     61, (2, 1), (11, 30)),
    ("work", "nl", "Cursussen binnen de schooluren",
     "Opleidingen die beginnen na negen uur en eindigen voor drie.", 23, (3, 1), (9, 1)),
    ("parents", "fr", "Un guichet pour les droits dans le quartier",
     "Chaque semaine, un après-midi où quelqu’un remplit les papiers avec vous.",
     13, (2, 15), (6, 30)),
)  # fmt: skip


def tell(cast: Cast, year: int) -> None:
    """Declared in February, decided in March; by the summer one is finished, one late, one blocked."""
    made: dict[str, Action] = {}
    for key, language, title, description, number, start, due in ACTIONS:
        with on(dt.date(year, 2, 25)):
            made[key] = propose_action(
                by=cast.who(key), owner=cast[key], title=title, language=language, description=description,
                measures=[(Measure.objects.get(number=number), "")], is_fictional=True,
            )  # fmt: skip
            action = _now(made[key])
            change_dates(
                action=action, by=cast.who(key), seen=action.version,
                start_date=dt.date(year, *start), due_date=dt.date(year, *due),
            )  # fmt: skip
            place_action(
                action=action, by=cast.who(key), seen=action.version, level=Level.MUNICIPALITIES,
                targets=[Target.ALL], contact_person=None,
                contact_point=f"loket@{cast[key].slug}.example.org",
            )  # fmt: skip
        with on(dt.date(year, 3, 20)):
            action = _now(action)
            set_decision(
                action=action, by=cast.cell, seen=action.version, decision=Decision.ADOPTED,
                decision_date=dt.date(year, 3, 20),
            )  # fmt: skip
            set_phase(action=action, by=cast.who(key), seen=action.version, phase=Phase.RUNNING)
    _care(cast, year, made["care"])
    _work(cast, year, made["work"], made["care"])
    _parents(cast, year, made["parents"])


def _now(action: Action) -> Action:
    return Action.objects.whole().get(pk=action.pk)


def _care(cast: Cast, year: int, action: Action) -> None:
    who = cast.who("care")
    with on(dt.date(year, 4, 1)):
        action = _now(action)
        add_owner(action=action, by=who, organisation=cast["town"], role=OwnerRole.PARTNER)
        for title, due, done in (
            ("Gebouw gevonden", dt.date(year, 3, 31), dt.date(year, 3, 28)),
            ("Vergunning", dt.date(year, 6, 30), None),
            ("Eerste twintig plaatsen open", dt.date(year, 9, 1), None),
        ):
            add_milestone(action=action, by=who, title=title, language="nl", due_date=due, done_date=done)
        set_target(
            action=_now(action), by=who, seen=_now(action).version, indicator="plaatsen in de opvang",
            aim=Aim.AT_LEAST, target_value=Decimal(40),
        )  # fmt: skip
        ask_level(
            action=_now(action), by=who, level=Level.FRENCH_COMMUNITY, addressee="Bevoegde minister (fictie)",
            language="nl", words="Erkent u deze plaatsen nog dit jaar?", asked_date=dt.date(year, 4, 1),
            due_date=dt.date(year, 7, 1),
        )  # fmt: skip
    with on(dt.date(year, 5, 12)):
        report_blocker(
            action=_now(action), by=who, cause=Cause.BUDGET, language="nl",
            words="Het geld voor het personeel is niet toegezegd.", since_date=dt.date(year, 5, 12),
            lifter=Actor.objects.get(slug="municipalities"),
        )  # fmt: skip
        raise_data_gap(
            by=cast.who("watch", Role.OBSERVER), action=_now(action), language="nl",
            wanted="Hoeveel eenoudergezinnen staan op een wachtlijst?",
        )  # fmt: skip


def _work(cast: Cast, year: int, action: Action, opener: Action) -> None:
    who = cast.who("work")
    with on(dt.date(year, 6, 2)):
        add_gate(action=_now(action), by=cast.cell, kind=GateKind.FINISHED, other=_now(opener))
        action = _now(action)
        change_dates(
            action=action, by=who, seen=action.version, start_date=action.start_date,
            due_date=dt.date(year, 12, 1), reason="Zonder opvang kan de helft van de ouders niet komen.",
        )  # fmt: skip


def _parents(cast: Cast, year: int, action: Action) -> None:
    who = cast.who("parents")
    with on(dt.date(year, 4, 14)):
        add_milestone(
            action=_now(action), by=who, title="Premier après-midi tenu", language="fr",
            due_date=dt.date(year, 4, 15), done_date=dt.date(year, 4, 14),
        )  # fmt: skip
        set_target(
            action=_now(action), by=who, seen=_now(action).version, indicator="parents aidés",
            aim=Aim.AT_LEAST, target_value=Decimal(120),
        )  # fmt: skip
    with on(dt.date(year, 7, 3)):
        action = _now(action)
        set_phase(
            action=action, by=who, seen=action.version, phase=Phase.FINISHED,
            finished_date=dt.date(year, 7, 3),
        )  # fmt: skip
        set_result(
            action=action, by=who, seen=action.version, result_value=Decimal(86),
            result_date=dt.date(year, 6, 30), result_source="https://example.org/chiffres",
        )  # fmt: skip
