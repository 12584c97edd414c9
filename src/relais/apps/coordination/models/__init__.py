"""Tables of coordination, and every way of reading them."""

from relais.apps.coordination.models.action import WORKING, Action, ActionQuerySet, AnsweredMeasure, Owner
from relais.apps.coordination.models.asking import Ask, AskAnswer, AskQuerySet, Mandate, with_what_they_do
from relais.apps.coordination.models.blocking import Blocker, Gate
from relais.apps.coordination.models.parts import (
    Absorption,
    Budget,
    DataGap,
    DateChange,
    Fact,
    LevelRequest,
    Milestone,
)

__all__ = [
    "WORKING",
    "Absorption",
    "Action",
    "ActionQuerySet",
    "AnsweredMeasure",
    "Ask",
    "AskAnswer",
    "AskQuerySet",
    "Blocker",
    "Budget",
    "DataGap",
    "DateChange",
    "Fact",
    "Gate",
    "LevelRequest",
    "Mandate",
    "Milestone",
    "Owner",
    "with_what_they_do",
]
