"""What only this site may read: text is sealed for one purpose, with the key of the site.

The seed of a code generator is kept so: a copy of the database alone signs nobody in.
"""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def seal(text: str, purpose: str) -> str:
    """Signed and encrypted; what is sealed for one purpose cannot be read for another."""
    return _keys(purpose).encrypt(text.encode()).decode("ascii")


def unseal(sealed: str, purpose: str, *, lasts: int | None = None) -> str:
    """The text again, also under a former key of SECRET_KEY_FALLBACKS. `lasts`: seconds since it was sealed.

    Raises cryptography.fernet.InvalidToken when none of them is the key, or when it is too old.
    """
    return _keys(purpose).decrypt(sealed.encode(), ttl=lasts).decode()


def _keys(purpose: str) -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([_fernet(f"relais {purpose}:{key!s}") for key in keys])


def _fernet(secret: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()))
