"""Letters to people, in their own language."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any

from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import override

from relais.core.texts.text import LANGUAGES

log = logging.getLogger(__name__)


def send(to: str, language: str, subject: str | Promise, template: str, **context: Any) -> bool:
    """Send one letter; False when the mail server does not take it, which is noted in the log.

    Nothing is raised: an answer that fails only for addresses that exist would tell which ones do.
    """
    with override(language if language in LANGUAGES else LANGUAGES[0]):
        title, words = str(subject), render_to_string(template, context)
    try:
        send_mail(title, words.strip() + "\n", None, [to])
    except (OSError, SMTPException) as error:
        log.error("a letter could not be sent: %s", error)
        return False
    return True
