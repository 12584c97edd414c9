"""The closed list of the reminder room."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Mails(TextChoices):
    """Which mails a person wants."""

    EACH = "each", pgettext_lazy("mails", "each reminder when its time has come, and the weekly digest")
    WEEKLY = "weekly", pgettext_lazy("mails", "only the weekly digest")
    NONE = "none", pgettext_lazy("mails", "none")
