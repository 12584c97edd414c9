"""What the acts of accounts are about, for the matrix of permissions (tests/permissions)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.utils import timezone

from relais.apps.accounts.models import Invitation, Membership, User, hash_of
from relais.apps.accounts.vocabulary import Role

if TYPE_CHECKING:
    from tests.permissions.stage import Stage


def _invitation(stage: Stage, email: str) -> Invitation:
    Invitation.objects.create(
        secret_hash=hash_of("secret"), email=email, organisation=stage.own, role=Role.MEMBER,
        invited_at=timezone.now(), expires_at=timezone.now() + dt.timedelta(days=1),
    )  # fmt: skip
    found = Invitation.objects.behind("secret")
    assert found is not None
    return found


def _someone(stage: Stage) -> User:
    user = User.objects.create(email="someone@example.org", name="Someone")
    Membership.objects.create(user=user, organisation=stage.own, role=Role.MEMBER)
    return user


CASES = {
    **{f"as {role.value}": lambda stage, role=role: (stage.own.pk, role) for role in Role},
    "to an address without account": lambda stage: (_invitation(stage, "new@example.org"),),
    "to the address of the member": lambda stage: (_invitation(stage, stage.people["member"].email),),
    "of someone": lambda stage: (_someone(stage),),
    "of the administrator": lambda stage: (stage.people["administrator"],),
    "of the member": lambda stage: (stage.people["member"],),
}

PAGES = {
    "accounts:person": lambda stage: (_someone(stage).pk,),
    "accounts:recover": lambda stage: (_someone(stage).pk,),
    "accounts:recover: of the administrator": lambda stage: (stage.people["administrator"].pk,),
    "accounts:close": lambda stage: (_someone(stage).pk,),
    "accounts:close: of the administrator": lambda stage: (stage.people["administrator"].pk,),
    "accounts:take": lambda stage: (_someone(stage).memberships.get().pk,),
    "accounts:revoke": lambda stage: (_invitation(stage, "new@example.org").pk,),
    "accounts:edit-organisation": lambda stage: (stage.own.slug,),
}
