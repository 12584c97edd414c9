"""Writing in one language, which the person names; what stands there in other languages is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from relais.apps.accounts.forms import ActForm
from relais.apps.languages.reader import reader_language
from relais.apps.languages.switch import NAMES
from relais.core.texts.text import Text

LONG, SHORT = 6000, 200  # characters


class Words(forms.CharField):
    """Several sentences. A line ends with one character, whatever the browser sent."""

    def __init__(self, rows: int = 6, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea({"rows": rows}), **{"max_length": LONG, **kwargs})

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


class Language(forms.ChoiceField):
    """The language in which something is written."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=_("Language you write in"), choices=list(NAMES.items()), **kwargs)


class WrittenForm(ActForm):
    """`texts` are the fields of `written` as they stand now, in every language that has them."""

    may_leave_empty = True

    language = Language()
    written: tuple[str, ...] = ()

    def __init__(self, *args: Any, texts: Mapping[str, Text | None] | None = None, **kwargs: Any) -> None:
        self.texts = dict(texts or {})
        here = reader_language()
        said = {name: text.get(here) for name, text in self.texts.items() if text}
        kwargs["initial"] = {"language": here, **said, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    @property
    def given(self) -> dict[str, Any]:
        """As every form gives, each of `written` a Text with the words of now in the language of now."""
        given = super().given
        language = given.pop("language")
        for name in self.written:
            words = {**(self.texts.get(name) or {}), language: given[name]}
            given[name] = (
                Text({code: said for code, said in words.items() if said}) if any(words.values()) else None
            )
        return given
