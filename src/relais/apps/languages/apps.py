"""Makes dates say what French says."""

from django.apps import AppConfig
from django.utils.dateformat import DateFormat
from django.utils.translation import get_language


class LanguagesConfig(AppConfig):
    """Dutch, French, English."""

    name = "relais.apps.languages"

    def ready(self) -> None:
        """Django’s S, the ordinal of a day, knows English alone; no format can say “only on the first”."""
        english = DateFormat.S

        def ordinal(date: DateFormat) -> str:
            if get_language() != "fr":
                return english(date)
            return "er" if date.j() == 1 else ""

        DateFormat.S = ordinal  # type: ignore[method-assign, assignment]
