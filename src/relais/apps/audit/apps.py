"""Finds the verbs that every room declares."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AuditConfig(AppConfig):
    """The trail."""

    name = "relais.apps.audit"

    def ready(self) -> None:
        """Import `verbs.py` of every room, so that the log knows the words of all of them."""
        autodiscover_modules("verbs")
