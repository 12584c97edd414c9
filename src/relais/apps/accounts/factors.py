"""How someone signs in besides their password, as their own page shows it."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass, field

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError


@dataclass(frozen=True, slots=True)
class Passkey:
    """One passkey of theirs."""

    key: int
    name: str
    added_at: dt.datetime
    used_at: dt.datetime | None


@dataclass(slots=True)
class Factors:
    """An app that gives codes, passkeys, and how many recovery codes are left (None: there are none)."""

    has_app: bool = False
    passkeys: list[Passkey] = field(default_factory=list)
    codes_left: int | None = None

    @property
    def has_any(self) -> bool:
        return self.has_app or bool(self.passkeys)


def has_factors(person: int) -> bool:
    """Whether anything was set up, readable or not: a new key of the site makes seeds unreadable."""
    return bool(Authenticator.objects.filter(user=person).exists())


def factors_of(person: int) -> Factors:
    """One query."""
    found = Factors()
    for row in Authenticator.objects.filter(user=person).order_by("pk"):
        match row.type:
            case Authenticator.Type.TOTP:
                found.has_app = True
            case Authenticator.Type.WEBAUTHN:
                found.passkeys.append(Passkey(row.pk, row.wrap().name, row.created_at, row.last_used_at))
            case Authenticator.Type.RECOVERY_CODES:
                with suppress(ValidationError):  # a new key of the site made them unreadable: there are none
                    found.codes_left = len(row.wrap().get_unused_codes())
    return found
