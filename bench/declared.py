"""Rows as people would declare them: 1,000 actions, two owners, three steps and a report each; every fifth is
blocked, every fourth late, gates between."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from relais.apps.accounts.models import Organisation
from relais.apps.coordination import models as m
from relais.apps.coordination.vocabulary import Decision, Phase
from relais.apps.plan.models import Measure
from relais.apps.reporting.models import Report, Round
from relais.core.texts.text import Text

ACTIONS = 1_000


def declare(today: dt.date) -> None:
    """Into the database, without a trail: this measures reading."""
    actions = m.Action.objects.bulk_create(
        m.Action(
            code=f"bench-{n}",
            title=Text({"nl": f"Actie {n}", "fr": f"Action {n}"}),
            start_date=today - dt.timedelta(300 - n % 200),
            due_date=today + dt.timedelta(30 if n % 4 else -30),
            phase=Phase.values[n % len(Phase.values)],
            decision=Decision.values[n % len(Decision.values)],
            position=n,
            is_fictional=True,
        )
        for n in range(ACTIONS)
    )
    measures = list(Measure.objects.in_order())
    m.AnsweredMeasure.objects.bulk_create(
        m.AnsweredMeasure(action=action, measure=measures[(n * step) % len(measures)])
        for n, action in enumerate(actions)
        for step in (1, 7)[: 1 + n % 2]
        if step == 1 or (n * step - n) % len(measures)
    )
    houses = Organisation.objects.bulk_create(
        Organisation(
            slug=f"bench-{n}", name=Text({"nl": f"Huis {n}", "fr": f"Maison {n}"}), is_fictional=True
        )
        for n in range(60)
    )
    m.Owner.objects.bulk_create(
        m.Owner(action=action, organisation=houses[(n + other) % 60], role=role)
        for n, action in enumerate(actions)
        for other, role in ((0, "lead"), (7, "partner"))
    )
    m.Milestone.objects.bulk_create(
        m.Milestone(
            action=action,
            title=Text({"nl": f"Stap {step}", "fr": f"Étape {step}"}),
            due_date=today + dt.timedelta(30 * step),
            done_date=today - dt.timedelta(30) if step < n % 4 else None,
            position=step,
        )
        for n, action in enumerate(actions)
        for step in range(3)
    )
    m.Blocker.objects.bulk_create(
        m.Blocker(
            action=action,
            cause="budget",
            words=Text({"nl": "Er is geen geld."}),
            since_date=action.start_date,
        )
        for action in actions[::5]
    )
    m.Gate.objects.bulk_create(
        m.Gate(action=then, kind="adopted", other=first)
        for first, then in zip(actions[::9], actions[1::9], strict=False)
    )
    opened = Round.objects.create(
        label=str(today.year), period_from=dt.date(today.year, 1, 1), period_to=dt.date(today.year, 12, 31),
        due_date=today + dt.timedelta(20), opened_at=timezone.now(), is_fictional=True,
    )  # fmt: skip
    Report.objects.bulk_create(Report(round=opened, action=action) for action in actions)
