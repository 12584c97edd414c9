"""Inviting, and what an invited person meets behind the link."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from relais.apps.accounts.acting import act_or_show, who_is
from relais.apps.accounts.actions import invitations as actions
from relais.apps.accounts.forms.people import AcceptForm, InvitationForm, JoinForm, ManagingForm
from relais.apps.accounts.letters import link_of, send_invitation
from relais.apps.accounts.models import Invitation
from relais.apps.accounts.permissions import can_invite, can_read_invitations, is_invited, require
from relais.apps.accounts.vocabulary import Role
from relais.apps.languages.addresses import address

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def invitations(request: HttpRequest) -> HttpResponse:
    """The open invitations."""
    require(can_read_invitations(who_is(request)))
    rows = [
        (invitation, can_invite(who_is(request), invitation.organisation_id, Role(invitation.role)))
        for invitation in Invitation.objects.open().newest_first()
    ]
    return render(request, "accounts/invitations.html", {"rows": rows})


def invite(request: HttpRequest) -> HttpResponse:
    """Invite someone; when the letter cannot be sent, the link is shown to hand over."""
    require(can_read_invitations(who_is(request)))
    form = InvitationForm(request.POST or None, who=who_is(request), initial={"language": get_language()})

    def act() -> str:
        given = {**form.given, "role": Role(form.given["role"])}
        invitation, secret = actions.invite(by=form.by, **given)
        link = request.build_absolute_uri(link_of(secret, invitation.language))
        if send_invitation(invitation, link):
            messages.success(request, _("The invitation is sent."))
        else:
            messages.error(
                request, _("The letter could not be sent. Hand over this link yourself: %s") % link
            )
        return address("accounts:invitations")

    context = {"back": address("accounts:invitations")}
    return act_or_show(request, form, act, template="accounts/invite.html", context=context)


def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an open invitation back."""
    require(can_read_invitations(who_is(request)))
    invitation = get_object_or_404(Invitation.objects.open().newest_first(), pk=pk)
    require(can_invite(who_is(request), invitation.organisation_id, Role(invitation.role)))
    form = ManagingForm(request.POST or None, who=who_is(request))

    def act() -> str:
        actions.revoke(invitation=invitation, by=form.by)
        return address("accounts:invitations")

    context = {"invitation": invitation, "back": address("accounts:invitations")}
    return act_or_show(request, form, act, template="accounts/revoke.html", context=context)


def kept_secret(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The address is a key: no cache keeps the page, and no other site is told where a reader came from."""

    @wraps(view)
    def secret(*args: Any, **kwargs: Any) -> HttpResponse:
        response = view(*args, **kwargs)
        response["Referrer-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex"
        return response

    return never_cache(secret)


@kept_secret
@login_not_required
def join(request: HttpRequest, secret: str) -> HttpResponse:
    """What the link of an invitation opens: a new account, or a role more for the account of now."""
    invitation = Invitation.objects.behind(secret)
    if invitation is None:
        return render(request, "accounts/join_closed.html", status=404)
    if invitation.invitee and not who_is(request).is_signed_in:  # type: ignore[attr-defined]
        return redirect_to_login(request.get_full_path())
    if not is_invited(who_is(request), invitation):
        return render(request, "accounts/join_other.html", status=403)
    if invitation.invitee:  # type: ignore[attr-defined]
        return _accept(request, invitation)
    return _join(request, invitation)


def _accept(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    form = AcceptForm(request.POST or None, who=who_is(request))

    def act() -> str:
        actions.accept(invitation=invitation, by=form.by)
        return address("accounts:me")

    return act_or_show(
        request, form, act, template="accounts/accept.html", context={"invitation": invitation}
    )


def _join(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    initial = {"language": invitation.language}
    form = JoinForm(request.POST or None, who=who_is(request), email=invitation.email, initial=initial)

    def act() -> str:
        given = form.given
        user = actions.join(invitation=invitation, name=given["name"], language=given["language"],
                            password=given["password1"], by=form.by)  # fmt: skip
        login(request, user, backend=BACKEND)
        return address("accounts:me")

    return act_or_show(request, form, act, template="accounts/join.html", context={"invitation": invitation})
