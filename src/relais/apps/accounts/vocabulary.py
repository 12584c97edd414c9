"""The closed list of roles."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Role(TextChoices):
    """What a person is in an organisation. A reader has none."""

    MEMBER = "member", pgettext_lazy("role", "member of an organisation")
    CELL = "cell", pgettext_lazy("role", "coordination cell")
    OBSERVER = "observer", pgettext_lazy("role", "observer")
    REFERENT = "referent", pgettext_lazy("role", "referent")
    ADMINISTRATOR = "administrator", pgettext_lazy("role", "administrator")
