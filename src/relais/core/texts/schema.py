"""Shapes of files: what a text, a title or a passage must be, and errors that name the line."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from relais.core.texts.plain import LONGEST_SENTENCE, long_sentences, unexplained_acronyms
from relais.core.texts.problem import FileProblems, Problem
from relais.core.texts.text import LANGUAGES, Text
from relais.core.texts.yaml import Location, Source

TITLE_LENGTH = 90
SUMMARY_LENGTH = (40, 400)
SENTENCE_LENGTH = 200
DEFINITION_LENGTH = 500


class Shape(BaseModel):
    """A record of a file: no unknown key, no value of another type, never changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def _limited(shortest: int, longest: int) -> Any:
    def check(words: str) -> str:
        words = " ".join(words.split())
        if len(words) < shortest:
            raise ValueError(f"is too short: {len(words)} characters, at least {shortest} are needed")
        if len(words) > longest:
            raise ValueError(f"is too long: {len(words)} characters, at most {longest} are allowed")
        return words

    return AfterValidator(check)


def _no_full_stop(words: str) -> str:
    if words.endswith("."):
        raise ValueError("a title ends without a full stop")
    return words


def _plain(words: str) -> str:
    if acronyms := unexplained_acronyms(words):
        raise ValueError(f"explain {', '.join(acronyms)}: write the full name with the acronym in brackets")
    if sentences := long_sentences(words):
        raise ValueError(f"has a sentence of over {LONGEST_SENTENCE} words: “{sentences[0][:40]}…”")
    return words


class Trilingual(Shape):
    """Words in Dutch, French and English: all three, always."""

    nl: str
    fr: str
    en: str

    def text(self) -> Text:
        """As the Text the rest of the house uses."""
        return Text({language: getattr(self, language) for language in LANGUAGES})


class Name(Trilingual):
    """A name, as it is used: up to 200 characters, acronyms allowed."""

    nl: Annotated[str, _limited(1, 200)]
    fr: Annotated[str, _limited(1, 200)]
    en: Annotated[str, _limited(1, 200)]


class Title(Trilingual):
    """At most 90 characters in each language, plain, no final full stop."""

    nl: Annotated[str, _limited(3, TITLE_LENGTH), AfterValidator(_no_full_stop), AfterValidator(_plain)]
    fr: Annotated[str, _limited(3, TITLE_LENGTH), AfterValidator(_no_full_stop), AfterValidator(_plain)]
    en: Annotated[str, _limited(3, TITLE_LENGTH), AfterValidator(_no_full_stop), AfterValidator(_plain)]


class Summary(Trilingual):
    """40 to 400 characters in each language, in plain language."""

    nl: Annotated[str, _limited(*SUMMARY_LENGTH), AfterValidator(_plain)]
    fr: Annotated[str, _limited(*SUMMARY_LENGTH), AfterValidator(_plain)]
    en: Annotated[str, _limited(*SUMMARY_LENGTH), AfterValidator(_plain)]


class Sentence(Trilingual):
    """One sentence of at most 200 characters in each language."""

    nl: Annotated[str, _limited(10, SENTENCE_LENGTH)]
    fr: Annotated[str, _limited(10, SENTENCE_LENGTH)]
    en: Annotated[str, _limited(10, SENTENCE_LENGTH)]


class Definition(Trilingual):
    """What a word means, in at most 500 characters in each language."""

    nl: Annotated[str, _limited(10, DEFINITION_LENGTH)]
    fr: Annotated[str, _limited(10, DEFINITION_LENGTH)]
    en: Annotated[str, _limited(10, DEFINITION_LENGTH)]


class Printed(Shape):
    """Official wording in the languages in which it was found; the others stay absent."""

    nl: Annotated[str, Field(min_length=1)] | None = None
    fr: Annotated[str, Field(min_length=1)] | None = None
    en: Annotated[str, Field(min_length=1)] | None = None

    def text(self) -> Text:
        """As a Text with only the languages that were found."""
        return Text({k: v for k in LANGUAGES if (v := getattr(self, k)) is not None})


def one_of(choices: Any) -> Any:
    """A word of a closed list; `choices` has its `values`."""

    def check(value: str) -> str:
        if value not in choices.values:
            raise ValueError(f"“{value}” is not one of {', '.join(choices.values)}")
        return value

    return AfterValidator(check)


Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
Url = Annotated[str, Field(pattern=r"^https?://[^\s]+$")]

AnyShape = TypeVar("AnyShape", bound=BaseModel)


def shaped(source: Source, shape: type[AnyShape], at: Location = ()) -> AnyShape:
    """The part of `source` at `at` as `shape`. Raises FileProblems with one line per thing to mend."""
    value = source.value
    for step in at:
        value = value[step]
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        raise FileProblems(
            [
                Problem(source.path, source.line((*at, *e["loc"])), _dotted((*at, *e["loc"])), _why(e))
                for e in error.errors(include_url=False)
            ]
        ) from None


def _dotted(location: Location) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in location)


def _why(error: Any) -> str:
    match error["type"]:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return "is not a known key: mend its spelling or remove it"
        case "value_error":
            return str(error["ctx"]["error"])
        case _:
            return f"{error['msg']} (found {str(error['input'])[:40]!r})"
