"""Tables of the plan, and every way of reading them."""

from relais.apps.plan.models.actors import Actor, AnnexEntry, LaterName, Theme
from relais.apps.plan.models.besides import Demand, Since2016
from relais.apps.plan.models.counting import NOUNS, counts
from relais.apps.plan.models.documents import Citation, Document, Statistic, Term
from relais.apps.plan.models.earlier import Answer, EarlierAction
from relais.apps.plan.models.measures import (
    Link,
    LinkQuerySet,
    Measure,
    MeasurePart,
    MeasureQuerySet,
    OfficialText,
)

__all__ = [
    "NOUNS", "Actor", "AnnexEntry", "Answer", "Citation", "Demand", "Document", "EarlierAction", "LaterName",
    "Link", "LinkQuerySet", "Measure", "MeasurePart", "MeasureQuerySet", "OfficialText", "Since2016",
    "Statistic", "Term", "Theme", "counts",
]  # fmt: skip
