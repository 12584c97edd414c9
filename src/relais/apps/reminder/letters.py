"""A mail as it goes out: text and HTML, in the language of the person, with the headers that it must have.

The same mail has the same Message-ID, so that a mailbox that gets it twice can show it once.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import override

from relais.apps.accounts.models import User
from relais.apps.languages.addresses import address
from relais.apps.reminder.models import Mark

SALT = "relais.reminder.stop"
TEMPLATES = {
    "reminder": ("reminder/mail/reminder.txt", "reminder/mail/reminder.html"),
    "digest": ("reminder/mail/digest.txt", "reminder/mail/digest.html"),
}


@dataclass(frozen=True, slots=True)
class Letter:
    """What to send to one person, and the marks to log once it is sent."""

    user: User
    subject: str
    kind: str
    context: dict[str, Any]
    marks: list[Mark] = field(default_factory=list)

    @property
    def mail(self) -> EmailMultiAlternatives:
        """Ready to send."""
        with override(self.user.language):
            stop = whole(address("reminder:stop", stop_token(self.user)))
            context = {
                **self.context, "user": self.user, "stop": stop,
                "choose": whole(address("reminder:mails")), "desk": whole(address("reminder:desk")),
            }  # fmt: skip
            text, html = (render_to_string(template, context) for template in TEMPLATES[self.kind])
        headers = {
            "Message-ID": f"<{self._digest()}@{_host()}>",
            "Auto-Submitted": "auto-generated",
            "Content-Language": self.user.language,
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
        mail = EmailMultiAlternatives(self.subject, text, None, [self.user.email], headers=headers)
        mail.attach_alternative(html, "text/html")
        return mail

    def _digest(self) -> str:
        told = "\n".join(map(str, sorted(self.marks)))
        return hashlib.sha256(f"{self.user.pk}\n{told}".encode()).hexdigest()[:32]


def whole(path: str) -> str:
    """An address with the host of the site."""
    return f"{settings.PUBLIC_ADDRESS}{path}"


def stop_token(user: User) -> str:
    """What stands in the mails of this person and stops them, without signing in. It opens nothing else."""
    return signing.Signer(salt=SALT).sign_object(user.pk)


def person_of(token: str) -> int | None:
    """The key of the person whose mails it stops; None for what we did not sign."""
    try:
        key = signing.Signer(salt=SALT).unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None
    return key if isinstance(key, int) else None


def _host() -> str:
    return urlsplit(settings.PUBLIC_ADDRESS).hostname or "localhost"
