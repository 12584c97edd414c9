"""How many opinions one connection may send, counted under a word that forgets who it was.

The address of the connection is mixed with a secret of the day. Both are in the memory of this process, and
never in a table or a file; they are gone the day after, so that what was sent before can be tied to nobody.
Each process counts for itself.
"""

from __future__ import annotations

from hashlib import blake2b
from secrets import token_hex

from django.core.cache import caches
from django.utils import timezone

MOST_AN_HOUR = 10  # a reading room, a school or a service shares one address
HOUR, DAY = 3600, 24 * 3600


def may_send(address: str) -> bool:
    """Count one more opinion from `address`; False once it is one too many within the hour."""
    memory, key = caches["memory"], f"opinions-from:{_forgetful(address)}"
    memory.add(key, 0, HOUR)
    try:
        return memory.incr(key) <= MOST_AN_HOUR
    except ValueError:  # the hour ended between the two lines above
        return True


def _forgetful(address: str) -> str:
    today = timezone.localdate().isoformat()
    salt = caches["memory"].get_or_set(f"opinions-salt:{today}", lambda: token_hex(32), DAY)
    return blake2b(f"{salt} {address}".encode(), digest_size=16).hexdigest()
