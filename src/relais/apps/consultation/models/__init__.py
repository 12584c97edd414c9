"""Tables of this room, and every way of reading them."""

from relais.apps.consultation.models.consultation import (
    Consultation,
    ConsultationQuerySet,
    Invitee,
    Point,
    Stage,
)
from relais.apps.consultation.models.opinion import Answer, Change, Opinion, OpinionQuerySet

__all__ = [
    "Answer",
    "Change",
    "Consultation",
    "ConsultationQuerySet",
    "Invitee",
    "Opinion",
    "OpinionQuerySet",
    "Point",
    "Stage",
]
