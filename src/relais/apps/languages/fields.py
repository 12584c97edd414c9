"""A model field that holds a Text: the words of one thing in every language it was written in."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models

from relais.apps.languages.reader import reader_language
from relais.core.texts.text import LANGUAGES, Said, Text


class LocalText(Text):
    """A Text that prints in the language of the current request."""

    __slots__ = ()

    @property
    def here(self) -> Said:
        """The words for the current reader, and the language they are really in."""
        return self.said(reader_language())

    @property
    def words(self) -> str:
        """The words for the current reader."""
        return self.here.words

    @property
    def language(self) -> str:
        """The language those words are really in."""
        return self.here.language

    def __str__(self) -> str:
        return self.here.words


@lru_cache(maxsize=8192)
def _parsed(stored: str) -> LocalText:
    """The same words are the same Text: a list of 100 measures reads 300 of them, most of them every time."""
    return LocalText(json.loads(stored))


_Set = TypeVar("_Set", contravariant=True)
_Get = TypeVar("_Get", covariant=True)

if TYPE_CHECKING:

    class _Column(models.Field[_Set, _Get]):
        _pyi_private_set_type: Text
        _pyi_private_get_type: LocalText
else:

    class _Column(models.TextField):
        def __class_getitem__(cls, _types: Any) -> type:
            return cls


class TranslatedField(_Column[_Set, _Get]):
    """Stores a Text as JSON in one column; unknown is NULL, never an empty text."""

    def from_db_value(self, value: str | None, _expression: Any, _connection: Any) -> LocalText | None:
        return None if value is None else _parsed(value)

    def to_python(self, value: Any) -> LocalText | None:
        if value is None or isinstance(value, LocalText):
            return value
        return LocalText(json.loads(value) if isinstance(value, str) else dict(value))

    def get_prep_value(self, value: Any) -> str | None:
        if value is None:
            return None
        ordered = {language: value[language] for language in LANGUAGES if language in value}
        return json.dumps(ordered, ensure_ascii=False)
