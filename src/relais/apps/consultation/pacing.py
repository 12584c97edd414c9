"""How many opinions one connection may send: counted in the cache under a word that forgets who it was.

The address of the connection is mixed with a secret of the day, kept in the cache alone and gone the day
after. Nothing is stored, nothing goes into the trail, and yesterday's words can be tied to nobody.
"""

from __future__ import annotations

from hashlib import blake2b
from secrets import token_hex

from django.core.cache import cache
from django.utils import timezone

MOST_AN_HOUR = 20  # a reading room, a school or a service shares one address
HOUR, DAY = 3600, 24 * 3600


def may_send(address: str) -> bool:
    """Count one more opinion from `address`; False once it is one too many within the hour."""
    key = f"opinions-from:{_forgetful(address)}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) <= MOST_AN_HOUR
    except ValueError:  # the hour ended between the two lines above
        return True


def _forgetful(address: str) -> str:
    today = timezone.localdate().isoformat()
    salt = cache.get_or_set(f"opinions-salt:{today}", lambda: token_hex(32), DAY)
    return blake2b(f"{salt} {address}".encode(), digest_size=16).hexdigest()
