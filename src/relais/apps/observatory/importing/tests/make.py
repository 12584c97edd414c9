"""A small observatory that knows two definitions, and recipes for files that are made up."""

from __future__ import annotations

from typing import Any

import pytest

from relais.apps.observatory.files.recipes import Recipe
from relais.apps.observatory.importing import Incoming, Known, read
from relais.apps.observatory.importing.known import Meant
from relais.core.texts.problem import FileProblems

KNOWN = Known(
    {"households": Meant("count", "HH"), "share": Meant("share", "PT"), "rent": Meant("amount", "EUR_MTH")},
    {
        "place": {"04000": {"NUTS": "BE1"}, "21001": {"NIS": "21001"}, "21002": {"NIS": "21002"}},
        "sex": {"F": {}, "M": {}},
        "age": {"0-17": {}, "18-64": {}},
    },
    {"about"},
)


def make_recipe(**facts: Any) -> Recipe:
    """A recipe for our own columns; `facts` as a file would have them."""
    told = {"name": {"nl": "bestand", "fr": "fichier", "en": "file"}, "source": "made-up", "format": "tidy"}
    return Recipe.model_validate({**told, **facts})


def read_words(words: str, **facts: Any) -> Incoming:
    """`words` is the file."""
    return read("file.csv", words.encode(), make_recipe(**facts), KNOWN)


def refusals(content: str | bytes, **facts: Any) -> list[str]:
    """What is said of a file that is refused: “row column: why”."""
    content = content.encode() if isinstance(content, str) else content
    with pytest.raises(FileProblems) as caught:
        read("file.csv", content, make_recipe(**facts), KNOWN)
    return [f"{p.line} {p.where}: {p.why}" for p in caught.value.problems]
