"""Finds what rooms show on pages of rooms below them."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class UiConfig(AppConfig):
    """Layout and components."""

    name = "relais.apps.ui"

    def ready(self) -> None:
        """Import `slots.py` of every room."""
        autodiscover_modules("slots")
