"""Every public page as the addresses know it, and one real example of each."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

LANGUAGES = ("nl", "fr", "en")

# What stands in for the moving part of an address. A new kind of page adds its line here.
EXAMPLES: dict[str, tuple[str | int, ...]] = {
    "plan:theme": (5,),
    "plan:measure": (16,),
    "plan:actor": ("actiris",),
    "plan:document": ("advice-2020",),
    "coordination:action": ("example",),
    "reporting:round": ("1999",),
    "reporting:report": ("1999", "example"),
    "reporting:voices-on-action": ("example",),
    "reporting:voices-on-theme": (5,),
    "coordination:ask": (1,),
    "coordination:organisation": ("huis-maan",),
    "consultation:consultation": ("example",),
    "consultation:point": ("example", 1),
    "consultation:say": ("example", 1),
    "meeting:group": ("example",),
    "meeting:meeting": ("example", 1),
    "check:right": ("child-benefit",),
    "observatory:indicator": ("single-parent-households",),
    "observatory:release": ("statbel-households-2019", "2020-02-12"),
    "observatory:place": ("21004",),
    "observatory:figure": (
        "poverty-risk",
        "arop_rate",
        "01000",
        "2018",
        "household_type=single_parent",
    ),
    "observatory:publication": (2025,),
    "freeze:freeze": ("2025",),
    "report:balance": ("2025",),
    "report:theme": ("2025", 5),
    "report:silent": ("2025",),
    "report:blocked": ("2025",),
    "report:changes": ("2025",),
    "report:wanted": ("2025",),
    "report:since-2016": ("2025",),
    "report:method": ("2025",),
}

# Pages that only a letter leads to: nothing links to them, no robot may find them.
BY_LETTER_ONLY = ("accounts:join",)

Patterns = list[URLPattern | URLResolver]


def pages() -> list[str]:
    """The names of the routes that carry a language and end in a slash: every page that anyone may read."""
    found = [name for name, route in _routes() if _is_public(route) and _is_page(route)]
    return [name for name in found if name not in BY_LETTER_ONLY]


def private_pages() -> list[str]:
    """Those of our own that ask for an account, files included."""
    return [name for name, route in _routes() if not _is_public(route)]


def _routes() -> list[tuple[str, URLPattern]]:
    in_languages = next(part for part in get_resolver().url_patterns if _is_language(part))
    return list(_named(in_languages.url_patterns))


def _is_page(route: URLPattern) -> bool:
    return str(route.pattern) == "" or str(route.pattern).endswith("/")


def _is_public(route: URLPattern) -> bool:
    return not getattr(route.callback, "login_required", True)


def _is_ours(route: URLPattern) -> bool:
    """Not a page of the sign-in library, which keeps its own addresses."""
    return not route.callback.__module__.startswith(("allauth", "django.views"))


def address(page: str, language: str) -> str:
    """The address of `page`, or of its example, in `language`."""
    with override(language):
        return reverse(page, args=EXAMPLES.get(page, ()))


def shapes() -> list[str]:
    """Every address the site answers to, as its patterns spell it, languages first to last, each once."""
    found: dict[str, None] = {}
    for language in LANGUAGES:
        with override(language):
            found |= dict.fromkeys(_shapes(get_resolver().url_patterns, "/"))
    return list(found)


def _is_language(part: URLPattern | URLResolver) -> bool:
    return type(part.pattern).__name__ == "LocalePrefixPattern"


def _named(patterns: Patterns, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for part in patterns:
        if isinstance(part, URLResolver):
            yield from _named(part.url_patterns, f"{prefix}{part.namespace}:" if part.namespace else prefix)
        elif part.name and _is_ours(part):
            yield f"{prefix}{part.name}", part


def _shapes(patterns: Patterns, prefix: str) -> Iterator[str]:
    for part in patterns:
        if isinstance(part, URLResolver):
            yield from _shapes(part.url_patterns, f"{prefix}{part.pattern}")
        elif part.name and _is_ours(part):
            yield f"{prefix}{part.pattern}"
