"""What consultations offer to programs: points, opinions that a moderator has read, answers, changes."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import Http404, HttpRequest
from ninja import Field, Path, Router, Schema

from relais.apps.consultation import frozen
from relais.apps.consultation.models import Answer, Change, Consultation, Opinion

router = Router()

Words = dict[str, str]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
Slug = Annotated[str, Field(json_schema_extra={"example": "example", "description": "its short name"})]


class Stage(Schema):
    """From a day to a day, both included."""

    kind: Annotated[str, Field(description="reading, opinions, answers or closed")]
    from_date: Day
    to_date: Day | None


class ListedConsultation(Schema):
    """A consultation as the list has it."""

    slug: str
    title: Words
    intro: Words | None
    theme: Annotated[int | None, Field(description="number of the theme it is about")]
    measure: Annotated[int | None, Field(description="number of the measure it is about")]
    action: Annotated[str | None, Field(description="code of the action it is about; null: none, or a draft")]
    authority: Annotated[str, Field(description="organisation that answers")]
    is_public: Annotated[bool, Field(description="whether the public may give opinions")]
    state: Annotated[str, Field(description="published or closed")]
    standing: Annotated[str, Field(description="where it stands today: coming, reading, open, pause, "
                                   "answering, late or closed")]  # fmt: skip
    closed_date: Day | None
    is_fictional: bool
    stages: list[Stage]


class Invited(Schema):
    """An organisation that was asked for its opinion."""

    organisation: str
    invited_date: Day
    points_answered: int


class Point(Schema):
    """A text that is put to opinion."""

    number: int
    title: Words
    words: Words
    measure: int | None
    part: Annotated[str | None, Field(description="part of the action that it is about")]


class ConsultedOpinion(Schema):
    """An opinion that a moderator has read; of a hidden one without its words."""

    point: int
    number: Annotated[int, Field(description="within its point")]
    organisation: Annotated[
        str | None, Field(description="null: a member of the public, of whom no name is kept")
    ]
    giver: Annotated[str | None, Field(description="of the public: unsaid, parent, professional or other")]
    position: Annotated[str, Field(description="for, changes, against or none")]
    words: str | None
    wording: Annotated[str | None, Field(description="proposed instead of the text of the point")]
    language: str
    given_date: Day
    moderation: Annotated[str, Field(description="shown or hidden")]
    hidden_reason: str | None
    is_redacted: Annotated[bool, Field(description="a moderator took out words that point to a person")]
    platform: Annotated[str | None, Field(description="where it was given, if not here")]
    answer: Annotated[int | None, Field(description="number of the answer")]


class ConsultedAnswer(Schema):
    """What the authority answered, to one opinion or to several at once."""

    number: int
    organisation: str
    verdict: Annotated[str, Field(description="accepted, in-part or rejected")]
    reason: str
    language: str
    answered_date: Day


class ConsultedChange(Schema):
    """What accepted opinions led to."""

    number: int
    organisation: str
    words: str
    language: str
    noted_date: Day
    action: str | None
    measure: int | None
    other_measure: Annotated[int | None, Field(description="with `measure`: the link between the two")]
    opinions: Annotated[list[str], Field(description="“2.14”: the fourteenth opinion on point 2")]


class WholeConsultation(ListedConsultation):
    """A consultation with all that was said. Points are absent until its first day."""

    invitees: list[Invited]
    points: list[Point]
    opinions: list[ConsultedOpinion]
    answers: list[ConsultedAnswer]
    changes: list[ConsultedChange]


@router.get("/consultations", response=list[ListedConsultation], operation_id="list_consultations",
            tags=["Consultations"], summary="The consultations")  # fmt: skip
def list_consultations(request: HttpRequest) -> Any:
    """Newest first, those in preparation left out."""
    return [_listed(each) for each in Consultation.objects.published().with_stages().newest_first()]


@router.get("/consultations/{slug:slug}", response=WholeConsultation, operation_id="get_consultation",
            tags=["Consultations"], summary="One consultation")  # fmt: skip
def get_consultation(request: HttpRequest, slug: Path[Slug]) -> Any:
    """With its points, opinions, answers, and what changed."""
    found = Consultation.objects.published().whole().filter(slug=slug).first()
    if found is None:
        raise Http404(f"There is no consultation “{slug}”.")
    answers = Answer.objects.filter(consultation=found).select_related("consultation", "organisation")
    changes = Change.objects.whole().filter(consultation=found).select_related("consultation")
    return {
        **_listed(found),
        "invitees": list(frozen.invitee_rows(found)),
        "points": [frozen.point_row(found, p) for p in found.points.all()] if found.shows_points else [],
        "opinions": [frozen.opinion_row(o) for o in Opinion.objects.of(found).counted().whole()],
        "answers": [frozen.answer_row(answer) for answer in answers],
        "changes": [frozen.change_row(change) for change in changes],
    }


def _listed(consultation: Consultation) -> dict[str, Any]:
    stages = [frozen.stage_row(consultation, stage) for stage in consultation.stages.all()]
    return {**frozen.consultation_row(consultation), "standing": consultation.standing, "stages": stages}
