"""Sending letters one by one: what fails for one person stops nobody else, what went out is logged at once.

Which side of a failure we choose: a letter is logged right after the mail server took it, in a transaction of
its own. Killed between the two, the next run sends that one letter again, under the same Message-ID; what is
logged is never sent twice, and nothing is logged that was not sent. Two runs at once cannot be: the second
one finds the lock of the first.
"""

from __future__ import annotations

import fcntl
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import get_connection

from relais.apps.reminder.actions import log_sent
from relais.apps.reminder.letters import Letter

logger = logging.getLogger(__name__)


class AlreadyRunning(Exception):
    """Another run is sending now."""


@dataclass(slots=True)
class Sent:
    """How many letters went out, and how many did not; those are tried again next time."""

    sent: int = 0
    failed: int = 0


def send(letters: Iterable[Letter]) -> Sent:
    """Send and log each. Raises AlreadyRunning when another run is under way on this machine."""
    count = Sent()
    with _only_one():
        connection = get_connection()
        for letter in letters:
            mail = letter.mail
            mail.connection = connection
            try:
                mail.send()
            except (OSError, SMTPException) as error:
                connection.close()  # whatever is left of it must not spoil the next one
                logger.error(
                    "mail to person %s failed, and is tried again next time: %s", letter.user.pk, error
                )
                count.failed += 1
                continue
            log_sent(marks=letter.marks)
            count.sent += 1
        connection.close()
    return count


@contextmanager
def _only_one() -> Iterator[None]:
    settings.VAR.mkdir(parents=True, exist_ok=True)
    with (settings.VAR / "sending.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning from None
        yield
