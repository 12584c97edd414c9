"""What an app for one-time codes shows (RFC 6238): for tests that sign in with one."""

from __future__ import annotations

import base64
import hmac
import struct
import time

STEP, DIGITS = 30, 6


def code_of(secret: str, at: float | None = None) -> str:
    """The code for `secret` (base 32) at a moment in seconds; now when none is given."""
    counter = int(time.time() if at is None else at) // STEP
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", counter), "sha1")
    at_byte = digest[-1] & 0xF
    number = struct.unpack(">I", digest[at_byte : at_byte + 4])[0] & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)
