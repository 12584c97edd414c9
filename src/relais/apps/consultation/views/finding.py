"""What pages of a consultation look up first: a consultation that this person may know of, or 404."""

from __future__ import annotations

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from relais.apps.accounts.forms import ActForm
from relais.apps.accounts.who import Who
from relais.apps.consultation.models import Consultation, Point


def who(request: HttpRequest) -> Who:
    """The person behind the request."""
    found: Who = request.who  # type: ignore[attr-defined]
    return found


def consultation_of(request: HttpRequest, slug: str) -> Consultation:
    """With its stages, points and invitees. One in preparation is not there for who may not read it."""
    return get_object_or_404(Consultation.objects.whole().readable_by(who(request)), slug=slug)


def point_of(consultation: Consultation, number: int) -> Point:
    """One of its points, among those already fetched."""
    for point in consultation.points.all():
        if point.number == number:
            point.consultation = consultation
            return point
    raise Http404


def seen(form: ActForm) -> int:
    """The version that the person read; 0, which none has, when the form does not say."""
    found: int | None = form.cleaned_data["seen"]
    return found or 0
