"""How much of everything the plan has."""

from __future__ import annotations

from django.db import models
from django.db.models import Count, Value

from relais.apps.plan.models.actors import Actor, Theme
from relais.apps.plan.models.besides import Demand
from relais.apps.plan.models.documents import Document, Term
from relais.apps.plan.models.earlier import EarlierAction
from relais.apps.plan.models.measures import Link, Measure

NOUNS: tuple[type[models.Model], ...] = (Theme, Measure, Demand, Actor, Link, Document, EarlierAction, Term)


def counts() -> dict[str, int]:
    """How many rows each noun of the plan has. One query."""
    each = [
        model._default_manager.order_by().values(noun=Value(model.__name__)).annotate(rows=Count("pk"))
        for model in NOUNS
    ]
    found = each[0].union(*each[1:], all=True)
    return {model.__name__: 0 for model in NOUNS} | {row["noun"]: row["rows"] for row in found}
