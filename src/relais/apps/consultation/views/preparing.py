"""Pages on which a consultation is prepared, opened and closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from relais.apps.accounts.acting import SAVED, act_or_show
from relais.apps.accounts.forms import ActForm
from relais.apps.accounts.permissions import require
from relais.apps.consultation import actions
from relais.apps.consultation import permissions as may
from relais.apps.consultation.actions.leading import missing_to_close, missing_to_open
from relais.apps.consultation.forms import preparing as forms
from relais.apps.consultation.models import Consultation
from relais.apps.consultation.views.finding import consultation_of, point_of, seen, who
from relais.apps.languages.addresses import address


def show(
    request: HttpRequest, form: ActForm, act: Callable[[], object], *, title: str,
    about: Consultation | None = None, lead: str = "", button: str = "", missing: Sequence[object] = (),
) -> HttpResponse:  # fmt: skip
    """A page with one form about a consultation, which leads back to it; or what is `missing` first."""
    back = about.get_absolute_url() if about else address("consultation:consultations")
    context = {
        "title": title, "lead": lead, "button": button or _("Save"), "back": back, "missing": missing,
        "consultation": about,
    }  # fmt: skip

    def acted() -> str:
        made = act()
        return made.get_absolute_url() if isinstance(made, Consultation) else back

    return act_or_show(request, form, acted, template="consultation/act.html", context=context, says=SAVED)


def prepare(request: HttpRequest) -> HttpResponse:
    """Begin a consultation."""
    require(may.can_prepare_consultation(who(request)))
    form = forms.NewConsultationForm(request.POST or None, who=who(request))
    return show(
        request, form, lambda: actions.prepare_consultation(by=form.by, **form.given),
        title=_("A new consultation"), button=_("Prepare it"),
        lead=_("Until you open it, only the coordination cell and the authority that answers can read it."),
    )  # fmt: skip


def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Edit it while it is in preparation."""
    found = consultation_of(request, slug)
    require(may.can_edit_consultation(who(request), found))
    form = forms.ConsultationForm(
        request.POST or None, who=who(request), texts={"title": found.title, "intro": found.intro},
        initial=_known(found),
    )  # fmt: skip
    return show(
        request, form,
        lambda: actions.edit_consultation(by=form.by, consultation=found, seen=seen(form), **form.given),
        title=_("Edit the consultation"), about=found,
    )  # fmt: skip


def _known(found: Consultation) -> dict[str, Any]:
    """Rows by the key under which a form lists them."""
    return {
        "theme": found.theme and found.theme.number,
        "measure": found.measure and found.measure.number,
        "action": found.action and found.action.code,
        "authority": found.authority.slug,
        "is_public": found.is_public,
        "seen": found.version,
    }


def stages(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the stages their dates, or move them."""
    found = consultation_of(request, slug)
    require(may.can_set_stages(who(request), found))
    known = {"seen": found.version}
    form = forms.StagesForm(request.POST or None, who=who(request), spans=found.spans, initial=known)
    return show(
        request, form,
        lambda: actions.set_stages(
            by=form.by, consultation=found, seen=seen(form), spans=form.spans, why=form.cleaned_data["why"]
        ),
        title=_("Dates of the consultation"), about=found,
        lead=_("Stages follow one another and do not overlap. Dates alone decide what can be done when."),
    )  # fmt: skip


def new_point(request: HttpRequest, slug: str) -> HttpResponse:
    """Put one more text to opinion."""
    found = consultation_of(request, slug)
    require(may.can_edit_consultation(who(request), found))
    form = forms.PointForm(request.POST or None, who=who(request))
    return show(
        request, form, lambda: actions.add_point(by=form.by, consultation=found, **form.given),
        title=_("A new point"), about=found, button=_("Add this point"),
        lead=_("One thing that one can be for or against. Everyone will read what you write here."),
    )  # fmt: skip


def edit_point(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Edit a point."""
    found = consultation_of(request, slug)
    require(may.can_edit_consultation(who(request), found))
    point = point_of(found, number)
    known = {"measure": point.measure and point.measure.number, "part": point.part or ""}
    form = forms.PointForm(
        request.POST or None, who=who(request), texts={"title": point.title, "words": point.words},
        initial={**known, "seen": point.version},
    )  # fmt: skip
    return show(
        request, form, lambda: actions.edit_point(by=form.by, point=point, seen=seen(form), **form.given),
        title=_("Edit point %(number)s") % {"number": number}, about=found,
    )  # fmt: skip


def remove_point(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take a point out."""
    found = consultation_of(request, slug)
    require(may.can_edit_consultation(who(request), found))
    point = point_of(found, number)
    form = forms.ConfirmForm(request.POST or None, who=who(request))
    return show(
        request, form, lambda: actions.remove_point(by=form.by, point=point), button=_("Remove this point"),
        title=_("Remove point %(number)s") % {"number": number}, about=found, lead=str(point.title),
    )  # fmt: skip


def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask organisations for their opinion."""
    found = consultation_of(request, slug)
    require(may.can_invite_organisations(who(request), found))
    form = forms.InviteForm(request.POST or None, who=who(request), consultation=found)
    return show(
        request, form,
        lambda: actions.invite_organisations(by=form.by, consultation=found, organisations=form.chosen),
        title=_("Invite organisations"), about=found, button=_("Invite them"),
        lead=_("Everyone reads whom you invited, who answered and who is silent."),
    )  # fmt: skip


def open_it(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish it, when nothing is missing."""
    found = consultation_of(request, slug)
    require(may.can_open_consultation(who(request), found))
    form = forms.ConfirmForm(request.POST or None, who=who(request), initial={"seen": found.version})
    return show(
        request, form,
        lambda: actions.open_consultation(by=form.by, consultation=found, seen=seen(form)),
        title=_("Open the consultation"), about=found, button=_("Open it"), missing=missing_to_open(found),
        lead=_("Anyone may read it from now on. Its text and points can no longer change."),
    )  # fmt: skip


def close(request: HttpRequest, slug: str) -> HttpResponse:
    """Close it, when every opinion has its answer."""
    found = consultation_of(request, slug)
    require(may.can_close_consultation(who(request), found))
    form = forms.ConfirmForm(request.POST or None, who=who(request), initial={"seen": found.version})
    missing = missing_to_close(found)
    lead = _("Every opinion has its answer. What they led to can still be noted afterwards.")
    return show(
        request, form,
        lambda: actions.close_consultation(by=form.by, consultation=found, seen=seen(form)),
        title=_("Close the consultation"), about=found, button=_("Close it"), missing=missing,
        lead="" if missing else lead,
    )  # fmt: skip
