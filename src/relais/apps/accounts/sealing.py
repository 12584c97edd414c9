"""Secrets that must be read again (the seed of a code generator) are kept encrypted: a copy of the database
alone signs nobody in."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def seal(text: str) -> str:
    """Encrypt under the key of the site."""
    return _keys().encrypt(text.encode()).decode("ascii")


def unseal(sealed: str) -> str:
    """The text again, also under a former key of SECRET_KEY_FALLBACKS.

    Raises cryptography.fernet.InvalidToken when none of them is the key.
    """
    return _keys().decrypt(sealed.encode("ascii")).decode()


def _keys() -> MultiFernet:
    return MultiFernet([_fernet(str(key)) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _fernet(key: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"relais second factor:{key}".encode()).digest()))
